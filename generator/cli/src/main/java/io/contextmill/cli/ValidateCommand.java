package io.contextmill.cli;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticJson;
import io.contextmill.diagnostic.Severity;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "validate",
        description =
                "Say everything there is to say about specs: errors, warnings, and what is inferred.")
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class ValidateCommand implements Callable<Integer> {
    /** The least severity that makes a command fail. */
    enum Threshold {
        error,
        warning,
        note;

        Severity severity() {
            return Severity.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    private final Session session;

    @Parameters(
            paramLabel = "SPEC",
            arity = "1..*",
            description = "Files of contexts or of workspaces, or folders of workspaces.")
    List<Path> specs;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "End with exit code 1 from this severity on: error, warning or note. Default: error.")
    Threshold failOn = Threshold.error;

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Pipeline pipeline = session.pipeline().get();
        List<Diagnostic> diagnostics = new ArrayList<>();
        specs.forEach(
                spec -> diagnostics.addAll(pipeline.run(spec, new Goal.Validate()).diagnostics()));
        int exitCode = ExitCode.of(diagnostics, failOn.severity()).number();
        Console console = session.console();
        if (console.isJson()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("command", "validate");
            document.put("exitCode", exitCode);
            document.set("findings", DiagnosticJson.toJson(diagnostics));
            console.json(document);
        } else {
            console.result(diagnostics);
            if (!console.isQuiet()) {
                console.err().println(counts(diagnostics));
            }
        }
        return exitCode;
    }

    private static String counts(List<Diagnostic> diagnostics) {
        return Stream.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)
                .map(severity -> count(diagnostics, severity))
                .collect(Collectors.joining(", "));
    }

    private static String count(List<Diagnostic> diagnostics, Severity severity) {
        long count = diagnostics.stream().filter(d -> d.severity() == severity).count();
        String word = severity.name().toLowerCase(Locale.ROOT);
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
