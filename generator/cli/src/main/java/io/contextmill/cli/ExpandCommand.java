package io.contextmill.cli;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticJson;
import io.contextmill.diagnostic.Severity;
import io.contextmill.diagnostic.Validated;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "expand",
        description =
                "Print the full spec that a short one stands for, with everything inferred written out.")
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class ExpandCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "SPEC",
            description = "The file of a context or of a workspace, or the folder of a workspace.")
    Path spec;

    ExpandCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Validated<String> expanded = session.pipeline().get().expand(spec);
        int exitCode = ExitCode.of(expanded.diagnostics(), Severity.ERROR).number();
        Console console = session.console();
        if (console.isJson()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("command", "expand");
            document.put("exitCode", exitCode);
            expanded.value().ifPresent(text -> document.put("spec", text));
            document.set("findings", DiagnosticJson.toJson(expanded.diagnostics()));
            console.json(document);
        } else {
            // The notes say what was inferred, and so does the text.
            List<Diagnostic> others =
                    expanded.diagnostics().stream()
                            .filter(finding -> finding.severity() != Severity.NOTE)
                            .toList();
            console.report(others, "");
            expanded.value().ifPresent(console.out()::print);
        }
        return exitCode;
    }
}
