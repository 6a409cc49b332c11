package io.contextmill.status;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.GeneratedFolder;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.Digest;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.GenerationPlan.Known;
import io.contextmill.plan.MissingTypes;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.PlanRules;
import io.contextmill.status.FileStatus.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of a plan what it means for the files that are there. */
public final class FileStatuses {
    /** What the status of a file says as well. */
    private static final Set<RuleId> SAID =
            Set.of(
                    PlanRules.EDITED.id(),
                    PlanRules.NOT_OURS.id(),
                    PlanRules.OUTDATED_ONCE.id(),
                    PlanRules.MERGE_CONFLICT.id(),
                    PlanRules.UNRESOLVED.id(),
                    PlanRules.NOT_MERGED.id(),
                    PlanRules.LEFT_BEHIND.id(),
                    PlanRules.REFERS_TO_REMOVED.id());

    private final OutputFolder folder;
    private final GenerationPlan plan;
    private final List<FileStatus> all = new ArrayList<>();

    private FileStatuses(OutputFolder folder, GenerationPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /**
     * The files that stand otherwise than they were written, by standing and path. What builds make
     * is not among them, since builds replace it.
     *
     * @param plan for the whole folder, with everything rendered
     */
    public static List<FileStatus> of(OutputFolder folder, GenerationPlan plan) throws IOException {
        return new FileStatuses(folder, plan).all();
    }

    /** What a plan found that keeps it from knowing how files stand. */
    public static List<Diagnostic> obstacles(GenerationPlan plan) {
        return plan.diagnostics().stream()
                .filter(Diagnostic::isError)
                .filter(finding -> !SAID.contains(finding.rule()))
                .filter(finding -> !finding.rule().equals(PlanRules.NOT_WRITABLE.id()))
                .toList();
    }

    private List<FileStatus> all() throws IOException {
        for (FileAction action : plan.actions()) {
            if (GeneratedFolder.builtAround(action.path()).isEmpty()) {
                say(action);
            }
        }
        plan.diagnostics().forEach(this::say);
        if (obstacles(plan).isEmpty()) {
            sayWhatIsMissing();
        }
        return all.stream()
                .sorted(
                        Comparator.comparing(FileStatus::standing)
                                .thenComparing(FileStatus::path)
                                .thenComparing(FileStatus::reason))
                .distinct()
                .toList();
    }

    private void say(FileAction action) throws IOException {
        RelativePath path = action.path();
        Optional<Known> known = Optional.ofNullable(plan.known().get(path));
        boolean once = known.filter(written -> written.ownership().isOnce()).isPresent();
        if (once && isChanged(action, known.get())) {
            add(path, Standing.EDITED, "changed since it was written");
        }
        if (action instanceof FileAction.Conflict conflict) {
            add(
                    path,
                    Standing.EDITED,
                    known.isEmpty()
                            ? "in the way of a generated file, and not written by the generator"
                            : conflict.wanted().isPresent()
                                    ? "generated, and changed since; `generate` stops before it"
                                    : "generated, changed since, and asked for no more; `generate`"
                                            + " stops before it");
        } else if (action instanceof FileAction.Merged merged) {
            add(
                    path,
                    Standing.DRIFTED,
                    merged.conflicts() == 0
                            ? "`generate` merges into it what is new"
                            : "`generate` merges into it what is new, and marks conflicts");
        } else if (action instanceof FileAction.Replace) {
            add(path, Standing.DRIFTED, "the spec gives something else now");
        } else if (action instanceof FileAction.Create) {
            add(
                    path,
                    Standing.DRIFTED,
                    known.isPresent() ? "generated, and missing" : "not generated yet");
        } else if (action instanceof FileAction.Delete) {
            if (once) {
                add(
                        path,
                        Standing.ORPHANED,
                        "asked for no more, and as it was written; `generate` deletes it");
            } else {
                add(path, Standing.DRIFTED, "asked for no more; `generate` deletes it");
            }
        } else if (action instanceof FileAction.Moved moved) {
            add(moved.from(), Standing.DRIFTED, "`generate` renames it to `" + path + "`");
        } else if (action instanceof FileAction.Followed) {
            add(path, Standing.DRIFTED, "`generate` renames what it names");
        } else if (action instanceof FileAction.Keep keep) {
            say(keep, known);
        }
    }

    private void say(FileAction.Keep keep, Optional<Known> known) {
        if (keep.reason() == FileAction.Keep.Reason.DELETED_BY_OWNER) {
            add(keep.path(), Standing.DELETED, "deleted by its owner; it is not made again");
        } else if (known.filter(file -> isOutdated(keep.path(), file)).isPresent()) {
            add(
                    keep.path(),
                    Standing.DRIFTED,
                    keep.reason() == FileAction.Keep.Reason.OWNED
                            ? "the generator would write something else now; yours stays"
                            : "written for an earlier state of the spec, and never changed");
        }
    }

    /** Whether a file that is written once would be written otherwise now. */
    private static boolean isOutdated(RelativePath path, Known known) {
        return !known.ownership().isMerged(path)
                && known.today().filter(today -> !today.equals(known.written())).isPresent();
    }

    private boolean isChanged(FileAction action, Known known) throws IOException {
        return isThere(action) && !Digest.of(folder.read(action.path())).equals(known.written());
    }

    private static boolean isThere(FileAction action) {
        return !(action instanceof FileAction.Create)
                && !(action instanceof FileAction.Keep keep
                        && keep.reason() == FileAction.Keep.Reason.DELETED_BY_OWNER);
    }

    private void say(Diagnostic finding) {
        RuleId rule = finding.rule();
        if (rule.equals(PlanRules.LEFT_BEHIND.id())) {
            add(finding, Standing.ORPHANED, "asked for no more, and yours");
        } else if (rule.equals(PlanRules.NOT_MERGED.id())) {
            add(finding, Standing.DRIFTED, "what is new cannot be merged into it");
        } else if (rule.equals(PlanRules.UNRESOLVED.id())) {
            add(finding, Standing.EDITED, "has marks of a conflict that nobody decided");
        }
    }

    private void sayWhatIsMissing() throws IOException {
        Set<RelativePath> orphaned = new HashSet<>();
        all.stream()
                .filter(file -> file.standing() == Standing.ORPHANED)
                .forEach(file -> orphaned.add(file.path()));
        List<Diagnostic> findings = new ArrayList<>();
        plan.diagnostics().stream()
                .filter(finding -> finding.rule().equals(PlanRules.REFERS_TO_REMOVED.id()))
                .forEach(findings::add);
        findings.addAll(MissingTypes.neededIn(folder, plan));
        for (Diagnostic finding : findings) {
            Optional<RelativePath> path = folder.relative(finding.span());
            if (path.isPresent() && orphaned.add(path.get())) {
                all.add(
                        new FileStatus(
                                path.get(),
                                Standing.ORPHANED,
                                finding.message(),
                                Optional.of(finding.span())));
            }
        }
    }

    private void add(Diagnostic finding, Standing standing, String reason) {
        folder.relative(finding.span()).ifPresent(path -> add(path, standing, reason));
    }

    private void add(RelativePath path, Standing standing, String reason) {
        all.add(new FileStatus(path, standing, reason, Optional.<SourceSpan>empty()));
    }
}
