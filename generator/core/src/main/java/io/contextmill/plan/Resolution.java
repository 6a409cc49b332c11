package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The conflicts that are marked in the files of a project, and what becomes of them. */
public final class Resolution {
    private final OutputFolder folder;
    private final SortedMap<RelativePath, SourceFile> files = new TreeMap<>();
    private final List<Diagnostic> damaged = new ArrayList<>();

    /** Which side of a conflict is taken. */
    public enum Side {
        /** What the person wrote. */
        YOURS,
        /** What the generator wants. */
        GENERATED
    }

    /**
     * Looks for conflicts in all files that are merged.
     *
     * @throws IOException if a file cannot be read
     */
    public Resolution(OutputFolder folder) throws IOException {
        this.folder = folder;
        for (RelativePath own : folder.filesIn(OwnFiles.FOLDER)) {
            if (OwnFiles.isManifest(own)) {
                String text = new String(folder.read(own), StandardCharsets.UTF_8);
                Validated<Manifest> manifest = Manifest.parse(folder.source(own, text));
                damaged.addAll(manifest.diagnostics());
                if (manifest.value().isPresent()) {
                    look(manifest.value().get());
                }
            }
        }
    }

    private void look(Manifest manifest) throws IOException {
        OutputFolder.View view = folder.view();
        for (Map.Entry<RelativePath, Manifest.Entry> entry : manifest.entries().entrySet()) {
            RelativePath path = entry.getKey();
            OutputFolder.Found found = view.look(path);
            if (entry.getValue().ownership().isMerged(path)
                    && found.state() == OutputFolder.State.FILE
                    && found.at().equals(path)) {
                SourceFile file =
                        folder.source(path, new String(folder.read(path), StandardCharsets.UTF_8));
                if (!ConflictMarks.in(file).isEmpty()) {
                    files.put(path, file);
                }
            }
        }
    }

    /** The files in which conflicts are marked. */
    public List<RelativePath> files() {
        return List.copyOf(files.keySet());
    }

    /** A finding for each conflict, and for each manifest that cannot be understood. */
    public List<Diagnostic> undecided() {
        List<Diagnostic> all = new ArrayList<>(damaged);
        files.values().forEach(file -> all.addAll(ConflictMarks.in(file)));
        return all;
    }

    /**
     * A plan that decides every conflict in some files for one side.
     *
     * @param chosen in which
     */
    public GenerationPlan decide(Predicate<RelativePath> chosen, Side side) {
        List<FileAction> actions = new ArrayList<>();
        files.forEach(
                (path, file) -> {
                    if (chosen.test(path)) {
                        String decided = ConflictMarks.decided(file.text(), side);
                        actions.add(
                                new FileAction.Replace(
                                        path,
                                        decided,
                                        Digest.of(decided),
                                        Optional.of(Digest.of(file.text()))));
                    }
                });
        return new GenerationPlan(actions, List.of(), Map.of(), Map.of(), damaged, Seen.NOTHING);
    }
}
