package io.contextmill.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes. Results go to the one, everything about them to the other.
 *
 * @param outIsTerminal whether a person sees {@code out} at once
 * @param errIsTerminal whether a person sees {@code err} at once
 */
record Streams(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {

    /**
     * The streams of this process, in UTF-8 whatever the locale. Java cannot tell for each whether
     * it is a terminal; the launcher can, and says so in two system properties.
     */
    static Streams ofProcess() {
        return new Streams(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("contextmill.out.terminal"),
                Boolean.getBoolean("contextmill.err.terminal"));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
