package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is going to do, decided before anything is written.
 *
 * @param actions one for each file, by path
 * @param own the generator's own files that will have other bytes, in the order in which they are
 *     written: of each part what it needs for merges, then its manifest
 * @param settled the manifests of parts about which there is nothing to find, as they are after the
 *     plan: each names exactly the files that are wanted of its part
 * @param known what was written here once, by path
 * @param diagnostics all findings, in {@link Diagnostic#ORDER}; with an error among them the plan
 *     is refused as a whole
 */
public record GenerationPlan(
        List<FileAction> actions,
        List<OwnUpdate> own,
        Map<RelativePath, Digest> settled,
        Map<RelativePath, Known> known,
        List<Diagnostic> diagnostics,
        Seen seen) {

    /** Sorts the findings. */
    public GenerationPlan {
        actions = List.copyOf(actions);
        own = List.copyOf(own);
        settled = Map.copyOf(settled);
        known = Map.copyOf(known);
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).distinct().toList();
    }

    /** A plan to do nothing, for these reasons. */
    static GenerationPlan nothing(List<Diagnostic> diagnostics) {
        return new GenerationPlan(
                List.of(), List.of(), Map.of(), Map.of(), diagnostics, Seen.NOTHING);
    }

    /** Whether nothing of it is done, because a part of it must not be. */
    public boolean isRefused() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** Whether it would write, delete or replace anything. */
    public boolean changesAnything() {
        return !own.isEmpty()
                || actions.stream()
                        .anyMatch(
                                action ->
                                        action instanceof FileAction.Write
                                                || action instanceof FileAction.Delete);
    }

    /**
     * Whether no other run wrote to the folder since the plan was begun.
     *
     * @throws IOException if that cannot be told
     */
    public boolean isCurrent(OutputFolder folder) throws IOException {
        return seen.isStill(folder);
    }

    /** The same plan with more findings, which may be about any part. */
    public GenerationPlan with(List<Diagnostic> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(more);
        return new GenerationPlan(actions, own, Map.of(), known, all, seen);
    }

    /** How many files it has of a kind. */
    public long count(FileAction.Kind kind) {
        return actions.stream().filter(action -> action.kind() == kind).count();
    }

    /**
     * A file that was written here once.
     *
     * @param written what the generator wrote there last
     * @param today what it would write there now; absent where it would write nothing, or where it
     *     was known before rendering that this is the same
     */
    public record Known(Ownership ownership, Digest written, Optional<Digest> today) {}

    /**
     * A file of the generator's own that is going to be written or deleted.
     *
     * @param text absent where it is deleted
     * @param before what is on disk now; absent where there is none
     */
    public record OwnUpdate(RelativePath path, Optional<String> text, Optional<Digest> before) {}
}
