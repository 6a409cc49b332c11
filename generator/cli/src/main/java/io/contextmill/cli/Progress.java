package io.contextmill.cli;

import io.contextmill.emit.RelativePath;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/** One line on a terminal that says how many files are written, and is gone in the end. */
final class Progress implements Consumer<RelativePath>, AutoCloseable {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream terminal;
    private final boolean shown;
    private int files;

    Progress(Console console) {
        this.terminal = console.err();
        this.shown = console.showsProgress();
    }

    @Override
    public void accept(RelativePath path) {
        files++;
        // A terminal is slower than a disk: not every file is worth a line.
        if (shown && files % 16 == 1) {
            terminal.printf(Locale.ROOT, "%swriting… %d files", CLEAR_LINE, files);
            terminal.flush();
        }
    }

    @Override
    public void close() {
        if (shown && files > 0) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }
}
