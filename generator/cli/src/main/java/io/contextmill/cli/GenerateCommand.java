package io.contextmill.cli;

import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.plan.OutputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "generate",
        description = "Write the service, or the workspace of services, that a spec describes.",
        footer = {
            "",
            "Only files that differ are written. A generated file that was edited, or a file in the way that the",
            "generator did not write, stops everything before anything is written (exit code 4)."
        })
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class GenerateCommand implements Callable<Integer> {
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
            description = "Overwrite edited generated files and files in the way.")
    boolean force;

    @Option(names = "--verify", description = "Build the project afterwards and report its tests.")
    boolean verify;

    GenerateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = session.console();
        OutputFolder folder = new OutputFolder(out);
        Outcome outcome;
        try (Progress progress = new Progress(console)) {
            outcome =
                    session.pipeline().get().run(spec, new Goal.Generate(folder, force, progress));
        }
        RunReport written = new RunReport("generate", outcome, Optional.empty());
        written.show(spec, console);
        if (!verify || !written.isWritten()) {
            return written.finish(console);
        }
        MavenBuild.Result build = new MavenBuild(folder, console).run();
        if (!console.isJson()) {
            console.report(build.diagnostics(), "");
            build.tests().filter(tests -> !console.isQuiet()).ifPresent(console.out()::println);
        }
        return new RunReport("generate", outcome, Optional.of(build)).finish(console);
    }
}
