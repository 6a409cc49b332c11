package io.contextmill.cli;

import io.contextmill.cli.GlobalOptions.Color;
import io.contextmill.cli.GlobalOptions.Format;
import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticText;
import io.contextmill.diagnostic.Severity;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes as the global options want it. */
final class Console {
    private final Streams streams;
    private final GlobalOptions options;
    private final Map<String, String> environment;

    Console(Streams streams, GlobalOptions options, Map<String, String> environment) {
        this.streams = streams;
        this.options = options;
        this.environment = environment;
    }

    Streams streams() {
        return streams;
    }

    PrintStream out() {
        return streams.out();
    }

    PrintStream err() {
        return streams.err();
    }

    Map<String, String> environment() {
        return environment;
    }

    boolean isJson() {
        return options.format == Format.json;
    }

    boolean isQuiet() {
        return options.quiet;
    }

    boolean isDebug() {
        return options.debug;
    }

    /** Whether somebody watches who wants to know how far it is. */
    boolean showsProgress() {
        return streams.errIsTerminal() && !isJson() && !isQuiet();
    }

    /**
     * Findings that stand in the way of a result, or come with one: on the error stream, notes only
     * counted.
     */
    void report(List<Diagnostic> diagnostics, String whereNotesAreShown) {
        print(
                streams.err(),
                streams.errIsTerminal(),
                diagnostics.stream().filter(d -> d.severity() != Severity.NOTE).toList());
        long notes = diagnostics.stream().filter(d -> d.severity() == Severity.NOTE).count();
        if (notes > 0 && !isQuiet() && diagnostics.stream().noneMatch(Diagnostic::isError)) {
            streams.err()
                    .printf(
                            Locale.ROOT,
                            "%d %s; %s%n",
                            notes,
                            notes == 1 ? "inference" : "inferences",
                            whereNotesAreShown);
        }
    }

    /**
     * Findings that are themselves the result: on the output stream, notes too, unless there are
     * errors, which would drown in what was inferred beside them.
     */
    void result(List<Diagnostic> diagnostics) {
        boolean failed = diagnostics.stream().anyMatch(Diagnostic::isError);
        print(
                streams.out(),
                streams.outIsTerminal(),
                diagnostics.stream()
                        .filter(d -> !failed || d.severity() != Severity.NOTE)
                        .toList());
    }

    /** The one document of a run that is read by a program. */
    void json(JsonNode document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        streams.out()
                .print(JsonMapper.shared().writer().with(printer).writeValueAsString(document));
        streams.out().print('\n');
    }

    private void print(PrintStream to, boolean isTerminal, List<Diagnostic> diagnostics) {
        List<Diagnostic> shown =
                diagnostics.stream().filter(d -> d.isError() || !isQuiet()).toList();
        if (!shown.isEmpty()) {
            DiagnosticText text =
                    isColoured(isTerminal) ? DiagnosticText.coloured() : DiagnosticText.plain();
            to.print(text.render(shown));
            to.print('\n');
        }
    }

    private boolean isColoured(boolean isTerminal) {
        return options.color == Color.always
                || (options.color == Color.auto
                        && isTerminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb"));
    }
}
