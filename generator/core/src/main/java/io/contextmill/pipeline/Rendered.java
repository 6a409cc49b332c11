package io.contextmill.pipeline;

import io.contextmill.emit.MigrationHistory;
import io.contextmill.emit.RelativePath;
import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.naming.WorkspaceNames;
import io.contextmill.plan.Digest;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.OwnFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was rendered from what, part by part. It is kept beside the manifests, in a file that nobody
 * commits: where it is lost, damaged or somebody else's, everything is rendered, with the same
 * outcome.
 *
 * @param parts by the manifest of the part
 */
record Rendered(SortedMap<RelativePath, Part> parts) {
    /** The lengths of a digest and of the space behind it. */
    private static final int WIDTH = 65;

    /**
     * One part.
     *
     * @param input of everything that its files depend on
     * @param manifest of the manifest that names them
     */
    record Part(Digest input, Digest manifest) {}

    /** Takes a copy. */
    Rendered {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Of the parts that were settled, what they were rendered from. */
    static Rendered of(Map<RelativePath, Digest> inputs, Map<RelativePath, Digest> settled) {
        SortedMap<RelativePath, Part> parts = new TreeMap<>();
        inputs.forEach(
                (path, input) -> {
                    Digest manifest = settled.get(path);
                    if (manifest != null) {
                        parts.put(path, new Part(input, manifest));
                    }
                });
        return new Rendered(parts);
    }

    /** The manifests of those parts that have these inputs still. */
    Map<RelativePath, Digest> from(Map<RelativePath, Digest> inputs) {
        Map<RelativePath, Digest> same = new HashMap<>();
        parts.forEach(
                (path, part) -> {
                    if (part.input().equals(inputs.get(path))) {
                        same.put(path, part.manifest());
                    }
                });
        return same;
    }

    /** As it is written to disk. */
    String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(
                (path, part) ->
                        text.append(part.input())
                                .append(' ')
                                .append(part.manifest())
                                .append(' ')
                                .append(path)
                                .append('\n'));
        return text.toString();
    }

    /** What the last run left in a folder; nothing of what cannot be read. */
    static Rendered read(OutputFolder folder) {
        SortedMap<RelativePath, Part> parts = new TreeMap<>();
        try {
            folder.readIfPresent(OwnFiles.RENDERED)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .ifPresent(text -> text.lines().forEach(line -> read(line, parts)));
        } catch (IOException e) {
            // As if there were none.
        }
        return new Rendered(parts);
    }

    private static void read(String line, Map<RelativePath, Part> to) {
        if (line.length() <= 2 * WIDTH) {
            return;
        }
        try {
            Digest input = new Digest(line.substring(0, WIDTH - 1));
            Digest manifest = new Digest(line.substring(WIDTH, 2 * WIDTH - 1));
            to.put(new RelativePath(line.substring(2 * WIDTH)), new Part(input, manifest));
        } catch (IllegalArgumentException e) {
            // No line of ours.
        }
    }

    /**
     * For the manifest of each part, a digest of everything that its files depend on. For a context
     * that is the context itself, the options, what it is called beside others, and its migrations:
     * emitters see nothing else. For the shared modules it is the whole workspace.
     *
     * @param generator what renders
     * @param printer says all there is to say about a model, but not where it is written
     * @param migrations what is there of a context's migrations
     */
    static Map<RelativePath, Digest> inputs(
            WorkspaceModel workspace,
            String generator,
            Function<WorkspaceModel, String> printer,
            Function<ContextModel, MigrationHistory> migrations) {
        Map<RelativePath, Digest> inputs = new HashMap<>();
        if (!workspace.alone()) {
            inputs.put(
                    OwnFiles.manifest(Optional.empty()),
                    Digest.of(generator + printer.apply(workspace)));
        }
        WorkspaceNames names = WorkspaceNames.of(workspace);
        for (ContextModel context : workspace.contexts()) {
            String input =
                    generator
                            + names.folder(context)
                            + "\n"
                            + migrations.apply(context)
                            + "\n"
                            + printer.apply(workspace.only(context));
            inputs.put(OwnFiles.manifest(Optional.of(context)), Digest.of(input));
        }
        return inputs;
    }
}
