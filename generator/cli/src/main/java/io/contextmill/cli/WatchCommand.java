package io.contextmill.cli;

import io.contextmill.plan.OutputFolder;
import io.contextmill.watch.SpecWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "watch",
        description = "Generate, and again each time that a file of the spec is saved.",
        footer = {
            "",
            "A spec with errors, or files of yours in the way, change nothing: it says so and waits for the next save.",
            "Findings that the run before had are not told again. Ends with Ctrl-C, and then with exit code 0."
        })
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class WatchCommand implements Callable<Integer> {
    /** How long the end waits for a run that is writing. */
    private static final long PATIENCE_SECONDS = 30;

    private final Session session;

    @Parameters(
            paramLabel = "SPEC",
            description = "The file of a context or of a workspace, or the folder of a workspace.")
    Path spec;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "The folder of the project.")
    Path out;

    WatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (SpecWatch watch = new SpecWatch(spec)) {
            WatchLoop loop =
                    new WatchLoop(
                            session.pipeline().get(),
                            spec,
                            new OutputFolder(out),
                            session.console());
            Thread end = new Thread(() -> end(loop, watch, ended), "end");
            Runtime.getRuntime().addShutdownHook(end);
            try {
                loop.run(watch);
            } finally {
                ended.countDown();
            }
        }
        return ExitCode.DONE.number();
    }

    /**
     * To be asked to end is how this ends: a run that is writing is finished, and the exit code is
     * not that of a program that was interrupted.
     */
    private void end(WatchLoop loop, SpecWatch watch, CountDownLatch ended) {
        loop.stop();
        try {
            watch.close();
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                session.console().out().flush();
                session.console().err().flush();
                Runtime.getRuntime().halt(ExitCode.DONE.number());
            }
        } catch (IOException e) {
            // It ends all the same, as if interrupted.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
