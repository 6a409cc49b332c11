package io.contextmill.cli;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticJson;
import io.contextmill.diagnostic.Severity;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.Resolution;
import io.contextmill.plan.Resolution.Side;
import io.contextmill.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "resolve",
        description = "List the conflicts that generate has marked, or decide them for one side.",
        footer = {"", "Ends with exit code 4 while conflicts are left."})
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class ResolveCommand implements Callable<Integer> {
    private final Session session;

    @Spec CommandSpec command;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Only in these files; otherwise in all.")
    List<Path> files = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the project.")
    Path out;

    @ArgGroup @Nullable Taken taken;

    /** Which side is taken. */
    static final class Taken {
        @Option(names = "--yours", description = "Take what stood in the files before.")
        boolean yours;

        @Option(names = "--generated", description = "Take what the generator wants.")
        boolean generated;
    }

    ResolveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        OutputFolder folder = new OutputFolder(out);
        Resolution found = new Resolution(folder);
        Set<RelativePath> chosen = chosen(folder, found);
        if (taken == null) {
            return finish(found.undecided(), 0);
        }
        GenerationPlan plan =
                found.decide(chosen::contains, taken.yours ? Side.YOURS : Side.GENERATED);
        if (plan.isRefused()) {
            return finish(plan.diagnostics(), 0);
        }
        List<Diagnostic> failed = new Workspace(folder).apply(plan).diagnostics();
        return failed.isEmpty()
                ? finish(new Resolution(folder).undecided(), plan.actions().size())
                : finish(failed, 0);
    }

    private Set<RelativePath> chosen(OutputFolder folder, Resolution found) {
        Set<RelativePath> chosen = new HashSet<>(found.files());
        if (!files.isEmpty()) {
            chosen.clear();
            for (Path file : files) {
                chosen.add(
                        found.files().stream()
                                .filter(path -> isAt(folder.resolve(path), file))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new ParameterException(
                                                        command.commandLine(),
                                                        "No conflict is marked in '"
                                                                + file
                                                                + "'")));
            }
        }
        return chosen;
    }

    /** Whether somebody means a file of the project, from here or from the project's folder. */
    private boolean isAt(Path path, Path meant) {
        return path.equals(new OutputFolder(meant).root())
                || path.equals(new OutputFolder(out.resolve(meant)).root());
    }

    private int finish(List<Diagnostic> findings, int decided) {
        Console console = session.console();
        int exitCode = ExitCode.of(findings, Severity.ERROR).number();
        if (console.isJson()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("command", "resolve");
            document.put("exitCode", exitCode);
            document.put("decided", decided);
            document.set("findings", DiagnosticJson.toJson(findings));
            console.json(document);
            return exitCode;
        }
        console.report(findings, "");
        if (!console.isQuiet() && decided > 0) {
            console.out().println(decided == 1 ? "1 file decided" : decided + " files decided");
        } else if (!console.isQuiet() && findings.isEmpty()) {
            console.out().println("no conflict is marked");
        }
        return exitCode;
    }
}
