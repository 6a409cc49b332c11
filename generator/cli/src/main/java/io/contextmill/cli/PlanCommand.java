package io.contextmill.cli;

import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.FileAction.Kind;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "plan",
        description = "Say what generate would write, and write nothing.",
        footer = {"", "Ends with the exit code that generate would end with."})
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class PlanCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "SPEC",
            description = "The file of a context or of a workspace, or the folder of a workspace.")
    Path spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the project.")
    Path out;

    @Option(
            names = "--force",
            description = "Plan to overwrite edited generated files and files in the way.")
    boolean force;

    @Option(names = "--diff", description = "Show the changes themselves, as a unified diff.")
    boolean diff;

    PlanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Console console = session.console();
        OutputFolder folder = new OutputFolder(out);
        Outcome outcome = session.pipeline().get().run(spec, new Goal.Plan(folder, force));
        RunReport report = new RunReport("plan", outcome, Optional.empty());
        String changes =
                diff && outcome.plan().isPresent() ? diff(folder, outcome.plan().get()) : "";
        if (console.isJson()) {
            ObjectNode document = report.json();
            if (diff) {
                document.put("diff", changes);
            }
            console.json(document);
        } else {
            show(report, changes, console);
        }
        return report.exitCode().number();
    }

    private void show(RunReport report, String changes, Console console) {
        console.report(
                report.diagnostics(),
                "`contextmill validate " + ShellWord.of(spec) + "` lists them");
        if (diff) {
            console.out().print(changes);
        } else {
            report.outcome().plan().ifPresent(plan -> list(plan, console));
        }
        if (!console.isQuiet()) {
            // With a diff, the output is one, so that patch can read it.
            report.summary().ifPresent((diff ? console.err() : console.out())::println);
        }
    }

    private static void list(GenerationPlan plan, Console console) {
        RunReport.changes(plan)
                .forEach(
                        action ->
                                console.out()
                                        .printf(
                                                Locale.ROOT,
                                                "%-9s %s%n",
                                                verb(action.kind()),
                                                RunReport.what(action)));
    }

    private static String verb(Kind kind) {
        return switch (kind) {
            case CREATED -> "create";
            case CHANGED -> "change";
            case MERGED -> "merge";
            case RENAMED -> "rename";
            case DELETED -> "delete";
            case CONFLICT -> "conflict";
            case UNCHANGED, KEPT -> "leave";
        };
    }

    private static String diff(OutputFolder folder, GenerationPlan plan) throws IOException {
        UnifiedDiff diff = new UnifiedDiff(folder);
        StringBuilder all = new StringBuilder();
        for (FileAction action : plan.actions()) {
            all.append(diff.of(action));
        }
        return all.toString();
    }
}
