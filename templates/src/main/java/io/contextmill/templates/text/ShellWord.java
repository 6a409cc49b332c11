package io.contextmill.templates.text;

import java.util.regex.Pattern;

/**
 * One word of a command in a POSIX shell.
 *
 * @param raw anything but the character NUL, which no command can be given
 */
public record ShellWord(String raw) implements Encoded {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

    /** Rejects NUL. */
    public ShellWord {
        if (raw.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a shell cannot pass on this text");
        }
    }

    @Override
    public String encoded() {
        return PLAIN.matcher(raw).matches() ? raw : "'" + raw.replace("'", "'\\''") + "'";
    }

    @Override
    public FileType fileType() {
        return FileType.SHELL;
    }
}
