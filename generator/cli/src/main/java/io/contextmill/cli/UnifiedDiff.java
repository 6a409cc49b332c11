package io.contextmill.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.OutputFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a plan would change, in the form that {@code patch -p1} and {@code git apply} read. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NOTHING = "/dev/null";

    private final OutputFolder folder;

    UnifiedDiff(OutputFolder folder) {
        this.folder = folder;
    }

    /** The change to one file, each line with its end; empty when it stays as it is. */
    String of(FileAction action) throws IOException {
        if (action instanceof FileAction.Write write) {
            return diff(
                    action.path(),
                    write.before().isPresent() ? current(action.path()) : Optional.empty(),
                    Optional.of(write.text()));
        }
        if (action instanceof FileAction.Moved moved) {
            return diff(moved.from(), current(moved.from()), Optional.empty())
                    + diff(moved.path(), Optional.empty(), Optional.of(moved.text()));
        }
        if (action instanceof FileAction.Delete) {
            return diff(action.path(), current(action.path()), Optional.empty());
        }
        if (action instanceof FileAction.Conflict conflict) {
            return diff(
                    action.path(),
                    current(action.path()),
                    conflict.wanted().map(GeneratedFile::text));
        }
        return "";
    }

    private Optional<String> current(RelativePath path) throws IOException {
        return folder.readIfPresent(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static String diff(RelativePath path, Optional<String> before, Optional<String> after) {
        List<String> old = before.map(UnifiedDiff::lines).orElse(List.of());
        List<String> wanted = after.map(UnifiedDiff::lines).orElse(List.of());
        List<String> diff =
                UnifiedDiffUtils.generateUnifiedDiff(
                        before.isPresent() ? "a/" + path : NOTHING,
                        after.isPresent() ? "b/" + path : NOTHING,
                        old,
                        DiffUtils.diff(old, wanted),
                        CONTEXT);
        return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.remove(last);
        } else {
            lines.set(last, lines.get(last) + "\n\\ No newline at end of file");
        }
        return lines;
    }
}
