package io.contextmill.cli;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticJson;
import io.contextmill.diagnostic.Severity;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.plan.OutputFolder;
import io.contextmill.status.UndecidedCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "status",
        description = "List the commands of which a spec does not say what they lead to.")
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "SPEC",
            description = "The file of a context or of a workspace, or the folder of a workspace.")
    Path spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the project: say which of them its own code decides.")
    @Nullable Path out;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Validated<List<UndecidedCommand>> status =
                session.pipeline()
                        .get()
                        .undecided(spec, Optional.ofNullable(out).map(OutputFolder::new));
        int exitCode = ExitCode.of(status.diagnostics(), Severity.ERROR).number();
        Console console = session.console();
        if (console.isJson()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("command", "status");
            document.put("exitCode", exitCode);
            status.value().ifPresent(commands -> document.set("undecided", json(commands)));
            document.set("findings", DiagnosticJson.toJson(status.diagnostics()));
            console.json(document);
        } else {
            // Warnings say much of the same.
            List<Diagnostic> errors =
                    status.diagnostics().stream().filter(Diagnostic::isError).toList();
            console.report(errors, "");
            status.value().ifPresent(commands -> show(commands, console));
        }
        return exitCode;
    }

    private void show(List<UndecidedCommand> commands, Console console) {
        for (UndecidedCommand undecided : commands) {
            console.out().println(undecided.command().origin() + ": " + described(undecided));
            undecided
                    .overrides()
                    .forEach(place -> console.out().println("  decided in " + place(place)));
        }
        if (!console.isQuiet()) {
            console.err().println(counts(commands));
        }
    }

    private static String described(UndecidedCommand undecided) {
        String command =
                quoted(undecided.command().name())
                        + " of "
                        + quoted(undecided.command().aggregate());
        List<String> events = undecided.events();
        if (events.isEmpty()) {
            return command + " emits nothing, and is rejected as `NotDecidedYet`";
        }
        String others =
                events.subList(1, events.size()).stream()
                        .map(event -> quoted(event))
                        .collect(Collectors.joining(" or "));
        return command + " emits " + quoted(events.get(0)) + "; nothing says when it is " + others;
    }

    private String counts(List<UndecidedCommand> commands) {
        String count =
                commands.size()
                        + (commands.size() == 1 ? " command is" : " commands are")
                        + " not decided by the spec";
        long overridden = commands.stream().filter(UndecidedCommand::isOverridden).count();
        return out == null || commands.isEmpty()
                ? count
                : count + "; " + overridden + " by the team's own code";
    }

    private static ArrayNode json(List<UndecidedCommand> commands) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (UndecidedCommand undecided : commands) {
            ObjectNode object = array.addObject();
            object.put("context", undecided.context());
            object.put("aggregate", undecided.command().aggregate());
            object.put("command", undecided.command().name());
            put(object, undecided.command().origin());
            ArrayNode events = object.putArray("oneOf");
            undecided.events().forEach(events::add);
            object.put("overridden", undecided.isOverridden());
            ArrayNode overrides = object.putArray("overrides");
            undecided.overrides().forEach(override -> put(overrides.addObject(), override));
        }
        return array;
    }

    private static void put(ObjectNode object, SourceSpan place) {
        object.put("file", place.file().name());
        object.put("line", place.start().line());
    }

    private static String place(SourceSpan override) {
        return override.file().name() + ":" + override.start().line();
    }
}
