package io.contextmill.cli;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticJson;
import io.contextmill.diagnostic.Severity;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.plan.OutputFolder;
import io.contextmill.status.FileStatus;
import io.contextmill.status.FileStatus.Standing;
import io.contextmill.status.ProjectStatus;
import io.contextmill.status.UndecidedCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "status",
        description = {
            "List the commands of which a spec does not say what they lead to, and the files of its project that are",
            "not as they were written."
        },
        footer = {
            "",
            "With --out, each file that is no longer what the spec gives has a line: edited, drifted (generate would",
            "write something else now), orphaned (yours, and the spec asks no more for it or for what it needs), or",
            "deleted. Nothing is written, and the exit code is 0 unless the spec is invalid."
        })
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
            description =
                    "The folder of the project: say which commands its own code decides, and how its files stand.")
    @Nullable Path out;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Validated<ProjectStatus> status =
                session.pipeline()
                        .get()
                        .status(spec, Optional.ofNullable(out).map(OutputFolder::new));
        int exitCode = ExitCode.of(status.diagnostics(), Severity.ERROR).number();
        Console console = session.console();
        if (console.isJson()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("command", "status");
            document.put("exitCode", exitCode);
            status.value().ifPresent(found -> add(found, document));
            document.set("findings", DiagnosticJson.toJson(status.diagnostics()));
            console.json(document);
        } else {
            // Warnings say much of the same.
            List<Diagnostic> errors =
                    status.diagnostics().stream().filter(Diagnostic::isError).toList();
            console.report(errors, "");
            status.value().ifPresent(found -> show(found, console));
        }
        return exitCode;
    }

    private void show(ProjectStatus status, Console console) {
        show(status.undecided(), console);
        status.files().ifPresent(files -> showFiles(files, console));
    }

    private static void showFiles(List<FileStatus> files, Console console) {
        for (FileStatus file : files) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%-9s %s%s: %s%n",
                            file.standing().word(),
                            file.path(),
                            file.place().map(StatusCommand::lineAndColumn).orElse(""),
                            file.reason());
        }
        if (!console.isQuiet()) {
            String counts =
                    Stream.of(Standing.values())
                            .map(standing -> count(files, standing) + " " + standing.word())
                            .collect(Collectors.joining(", "));
            console.err().println("files: " + counts);
        }
    }

    private static long count(List<FileStatus> files, Standing standing) {
        return files.stream().filter(file -> file.standing() == standing).count();
    }

    private static String lineAndColumn(SourceSpan place) {
        return ":" + place.start().line() + ":" + place.start().column();
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

    private static void add(ProjectStatus status, ObjectNode document) {
        document.set("undecided", json(status.undecided()));
        status.files().ifPresent(files -> addFiles(files, document));
    }

    private static void addFiles(List<FileStatus> files, ObjectNode document) {
        ObjectNode summary = document.putObject("summary");
        for (Standing standing : Standing.values()) {
            summary.put(standing.word(), count(files, standing));
        }
        ArrayNode array = document.putArray("files");
        for (FileStatus file : files) {
            ObjectNode object = array.addObject();
            object.put("path", file.path().value());
            object.put("status", file.standing().word());
            object.put("reason", file.reason());
            file.place()
                    .ifPresent(
                            place ->
                                    object.put("line", place.start().line())
                                            .put("column", place.start().column()));
        }
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
