package io.contextmill.cli;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticJson;
import io.contextmill.diagnostic.Severity;
import io.contextmill.pipeline.Outcome;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.FileAction.Kind;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.workspace.Applied;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code generate} and {@code plan} tell about a run.
 *
 * @param command the name of the command
 * @param outcome how far the run came
 * @param build what the generated project's own build said, where it was asked
 */
record RunReport(String command, Outcome outcome, Optional<MavenBuild.Result> build) {

    List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>(outcome.diagnostics());
        build.ifPresent(result -> all.addAll(result.diagnostics()));
        return all;
    }

    /** Tells a person what was found and done; a program is told in the end. */
    void show(Path spec, Console console) {
        if (console.isJson()) {
            return;
        }
        console.report(
                diagnostics(), "`contextmill validate " + ShellWord.of(spec) + "` lists them");
        if (!console.isQuiet()) {
            renamed().forEach(line -> console.out().println(line));
            summary()
                    .ifPresent(
                            summary ->
                                    console.out()
                                            .println(
                                                    outcome.applied().isPresent()
                                                            ? summary
                                                            : summary + "; nothing was written"));
        }
    }

    /**
     * People's files that follow a rename, a line for each: they are not what these people left.
     */
    private List<String> renamed() {
        return outcome.plan().filter(plan -> outcome.applied().isPresent()).stream()
                .flatMap(plan -> plan.actions().stream())
                .filter(action -> action.kind() == Kind.RENAMED)
                .map(action -> "rename " + what(action))
                .toList();
    }

    /** Which file an action is about, and what becomes of its name. */
    static String what(FileAction action) {
        if (action instanceof FileAction.Moved moved) {
            return moved.from() + " -> " + moved.path();
        }
        return action instanceof FileAction.Followed
                ? action.path() + " (names in it)"
                : action.path().value();
    }

    /** Tells a program what was found and done; answers how the command ends. */
    int finish(Console console) {
        if (console.isJson()) {
            console.json(json());
        }
        return exitCode().number();
    }

    ExitCode exitCode() {
        return ExitCode.of(diagnostics(), Severity.ERROR);
    }

    /** Whether everything that was planned is done. */
    boolean isWritten() {
        return outcome.applied().filter(Applied::isComplete).isPresent();
    }

    /** What becomes of the files that do not stay as they are. */
    static List<FileAction> changes(GenerationPlan plan) {
        return plan.actions().stream()
                .filter(action -> action.kind() != Kind.UNCHANGED && action.kind() != Kind.KEPT)
                .toList();
    }

    /** How many files became what; empty when no plan was made. */
    Optional<String> summary() {
        return outcome.plan().map(RunReport::summary);
    }

    ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("command", command);
        document.put("exitCode", exitCode().number());
        outcome.plan().ifPresent(plan -> addPlan(document, plan));
        build.flatMap(MavenBuild.Result::tests)
                .ifPresent(
                        tests ->
                                document.putObject("tests")
                                        .put("run", tests.run())
                                        .put("failures", tests.failures())
                                        .put("errors", tests.errors())
                                        .put("skipped", tests.skipped()));
        document.set("findings", DiagnosticJson.toJson(diagnostics()));
        return document;
    }

    private void addPlan(ObjectNode document, GenerationPlan plan) {
        ObjectNode summary = document.putObject("summary");
        for (Kind kind : Kind.values()) {
            summary.put(kind.word(), plan.count(kind));
        }
        document.put("written", outcome.applied().isPresent() && plan.changesAnything());
        var files = document.putArray("files");
        for (FileAction action : plan.actions()) {
            ObjectNode file = files.addObject();
            if (action instanceof FileAction.Moved moved) {
                file.put("from", moved.from().value());
            }
            file.put("path", action.path().value())
                    .put(
                            "action",
                            action.kind() == Kind.CONFLICT ? "conflict" : action.kind().word());
        }
        outcome.applied()
                .filter(applied -> !applied.isComplete())
                .ifPresent(
                        applied -> {
                            var notDone = document.putArray("notDone");
                            applied.notDone().forEach(path -> notDone.add(path.value()));
                        });
    }

    private static String summary(GenerationPlan plan) {
        StringBuilder line = new StringBuilder();
        line.append(plan.actions().size())
                .append(plan.actions().size() == 1 ? " file: " : " files: ");
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            boolean always = kind.compareTo(Kind.KEPT) <= 0;
            if (always || plan.count(kind) > 0) {
                parts.add(
                        String.format(
                                Locale.ROOT,
                                "%d %s",
                                plan.count(kind),
                                kind == Kind.CONFLICT ? "in conflict" : kind.word()));
            }
        }
        return line.append(String.join(", ", parts)).toString();
    }
}
