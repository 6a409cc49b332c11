package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.OutputFolder.Found;
import io.contextmill.plan.OutputFolder.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What keeps files of an output folder from being read or written. Remembers what it saw of
 * folders, so it is for one plan, and for any number of threads.
 */
final class Obstacles {
    private final OutputFolder folder;
    private final Map<Path, Path> nearest = new ConcurrentHashMap<>();
    private final Map<Path, Boolean> writable = new ConcurrentHashMap<>();

    Obstacles(OutputFolder folder) {
        this.folder = folder;
    }

    /** What bars the way to a file, or is there in its place; none where a file is or can be. */
    Optional<Diagnostic> obstacle(RelativePath path, Found found) {
        boolean itself = found.at().equals(path);
        return switch (found.state()) {
            case MISSING -> Optional.empty();
            case LINK ->
                    Optional.of(
                            PlanRules.LINK.at(
                                    folder.place(found.at()),
                                    itself
                                            ? "this is a link, not a file"
                                            : "this is a link, not a folder",
                                    "replace the link by what it leads to"));
            case FILE ->
                    itself
                            ? Optional.empty()
                            : Optional.of(
                                    PlanRules.NOT_A_FOLDER.at(
                                            folder.place(found.at()),
                                            "this is a file where a folder is needed",
                                            "move it away"));
            case FOLDER, OTHER ->
                    Optional.of(
                            itself
                                    ? PlanRules.NOT_A_FILE.at(
                                            folder.place(found.at()),
                                            "this is not a file, and a file is needed here",
                                            "move it away")
                                    : PlanRules.NOT_A_FOLDER.at(
                                            folder.place(found.at()),
                                            "this is not a folder, and a folder is needed here",
                                            "move it away"));
        };
    }

    /** Finds that a file, which is there or not, may not be written. */
    void requireWritable(RelativePath path, State state, List<Diagnostic> findings) {
        Path target = folder.resolve(path);
        if (state == State.FILE && Files.exists(target) && !OutputFolder.isWritable(target)) {
            findings.add(
                    PlanRules.NOT_WRITABLE.at(folder.place(path), "this file is write-protected"));
            return;
        }
        Path existing =
                nearest.computeIfAbsent(
                        Objects.requireNonNullElse(target.getParent(), folder.root()),
                        OutputFolder::nearestFolder);
        if (!writable.computeIfAbsent(existing, OutputFolder::isWritable)) {
            boolean inside = existing.startsWith(folder.root()) && !existing.equals(folder.root());
            findings.add(
                    PlanRules.NOT_WRITABLE.at(
                            inside
                                    ? folder.place(
                                            new RelativePath(
                                                    slashes(folder.root().relativize(existing))))
                                    : folder.place(),
                            inside
                                    ? "this folder is write-protected"
                                    : "the output folder is write-protected, or cannot be made"));
        }
    }

    /** That a file could not be read. */
    Diagnostic unreadable(RelativePath path, IOException e) {
        return PlanRules.UNREADABLE.at(
                folder.place(path), "this file cannot be read: " + Reason.of(e));
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
