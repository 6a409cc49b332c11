package io.contextmill.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
final class GlobalOptions {
    /** How results are written. */
    enum Format {
        text,
        json
    }

    /** When colours are used. */
    enum Color {
        auto,
        always,
        never
    }

    @Option(
            names = "--format",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "text, or json: one document on standard output. Default: text.")
    Format format = Format.text;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description =
                    "auto (on a terminal, unless NO_COLOR is set), always or never. Default: auto.")
    Color color = Color.auto;

    @Option(
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "Write errors only, and what was asked for.")
    boolean quiet;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where in the generator an internal error happened.")
    boolean debug;
}
