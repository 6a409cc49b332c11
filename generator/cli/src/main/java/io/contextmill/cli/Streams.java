package io.contextmill.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a command writes. Results go to the one, everything about them to the other.
 *
 * @param outIsTerminal whether a person sees {@code out} at once
 * @param errIsTerminal whether a person sees {@code err} at once
 * @param keyboard what a person types, where one reads and can answer
 */
record Streams(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Supplier<Optional<BufferedReader>> keyboard) {

    /**
     * The streams of this process, in UTF-8 whatever the locale. Java cannot tell for each whether
     * it is a terminal; the launcher can, and says so in two system properties.
     */
    static Streams ofProcess() {
        return new Streams(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("contextmill.out.terminal"),
                Boolean.getBoolean("contextmill.err.terminal"),
                Streams::ofTerminal);
    }

    private static Optional<BufferedReader> ofTerminal() {
        return Optional.ofNullable(System.console())
                .filter(Streams::isTerminal)
                .map(console -> new BufferedReader(console.reader()));
    }

    /** From Java 22 on there may be a console without a terminal, which says so. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
