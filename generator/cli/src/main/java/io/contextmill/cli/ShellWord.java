package io.contextmill.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Paths as they can be pasted into a shell. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./\\\\:@%+,-]+");

    private ShellWord() {}

    /** The path, in quotes where it needs them. */
    static String of(Path path) {
        String text = path.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
