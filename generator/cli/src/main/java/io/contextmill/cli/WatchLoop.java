package io.contextmill.cli;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Severity;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.OutputFolder;
import io.contextmill.watch.SpecWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** Generates, and again after each save, until it is stopped. Nothing that a run finds ends it. */
final class WatchLoop {
    private static final Duration UNTIL_SAVED = Duration.ofHours(1);

    /** How long it leaves the folder to another run. */
    private static final Duration UNTIL_FREE = Duration.ofMillis(500);

    /** More files than a person reads are counted only. */
    private static final int MOST_LISTED = 20;

    private final Pipeline pipeline;
    private final Path spec;
    private final OutputFolder folder;
    private final Console console;

    /** What the run before found. */
    private Set<String> told = Set.of();

    private volatile boolean stopped;

    WatchLoop(Pipeline pipeline, Path spec, OutputFolder folder, Console console) {
        this.pipeline = pipeline;
        this.spec = spec;
        this.folder = folder;
        this.console = console;
    }

    /** Runs until {@link #stop()}; the watch has to be closed then, so that nobody waits. */
    void run(SpecWatch watch) throws InterruptedException {
        boolean disturbed = generate();
        while (!stopped) {
            boolean saved = watch.awaitSave(disturbed ? UNTIL_FREE : UNTIL_SAVED);
            if (!stopped && (saved || disturbed)) {
                disturbed = generate();
            }
        }
    }

    /** Ends it after the run that is going on; from any thread. */
    void stop() {
        stopped = true;
    }

    /** One run; answers whether somebody else was at the folder, so that it is worth another. */
    private boolean generate() {
        long begin = System.nanoTime();
        Outcome outcome;
        try {
            outcome = pipeline.run(spec, new Goal.Generate(folder, false, file -> {}));
        } catch (RuntimeException e) {
            console.err().println("internal error: " + e);
            if (console.isDebug()) {
                e.printStackTrace(console.err());
            }
            return false;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        boolean disturbed = outcome.isDisturbed();
        Set<String> before = told;
        told = new HashSet<>(outcome.diagnostics().stream().map(WatchLoop::key).toList());
        if (!(disturbed && before.containsAll(told))) {
            show(outcome, before, millis);
        }
        return disturbed;
    }

    private void show(Outcome outcome, Set<String> before, long millis) {
        RunReport report = new RunReport("watch", outcome, Optional.empty());
        if (console.isJson()) {
            ObjectNode document = report.json();
            document.put("millis", millis);
            console.json(document);
            return;
        }
        List<Diagnostic> fresh =
                outcome.diagnostics().stream()
                        .filter(finding -> finding.severity() != Severity.NOTE)
                        .filter(finding -> finding.isError() || !before.contains(key(finding)))
                        .toList();
        console.report(fresh, "");
        if (console.isQuiet()) {
            return;
        }
        List<FileAction> changes = outcome.plan().map(RunReport::changes).orElse(List.of());
        if (report.isWritten() && changes.size() <= MOST_LISTED) {
            changes.forEach(
                    action ->
                            console.out()
                                    .printf(
                                            Locale.ROOT,
                                            "%-9s %s%n",
                                            action.kind().word(),
                                            RunReport.what(action)));
        }
        console.out()
                .printf(
                        Locale.ROOT,
                        "%s; %d ms%n",
                        report.summary()
                                .filter(summary -> report.isWritten())
                                .orElse("nothing was written"),
                        millis);
    }

    /** Places move while somebody writes; what is said about them does not. */
    private static String key(Diagnostic finding) {
        return finding.rule().value() + finding.span().file().name() + finding.message();
    }
}
