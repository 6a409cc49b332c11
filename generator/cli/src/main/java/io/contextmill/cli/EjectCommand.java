package io.contextmill.cli;

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
        name = "eject",
        description =
                "Make what builds generate a part of the project, which then builds without this generator.",
        footer = {
            "",
            "Changes `generated: build` to `generated: source` in the spec, moves what is generated from target into",
            "the project, and takes the Maven plugin out of its pom.xml."
        })
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class EjectCommand implements Callable<Integer> {
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

    EjectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Console console = session.console();
        Outcome outcome;
        try (Progress progress = new Progress(console)) {
            outcome = session.pipeline().get().eject(spec, new OutputFolder(out), progress);
        }
        RunReport report = new RunReport("eject", outcome, Optional.empty());
        report.show(spec, console);
        return report.finish(console);
    }
}
