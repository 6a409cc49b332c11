package io.contextmill.workspace;

import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.SampleFiles;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.Planner;
import io.contextmill.plan.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The program that {@link KillTest} kills: generates one state of a project after the other into a
 * folder.
 */
final class KilledWriter {
    private static final int FILES = 200;

    private KilledWriter() {}

    public static void main(String[] args) {
        OutputFolder folder = new OutputFolder(Path.of(args[0]));
        for (int state = Integer.parseInt(args[1]); ; state++) {
            generate(folder, state);
            System.out.println(state);
        }
    }

    static GenerationPlan plan(OutputFolder folder, int state) {
        List<PartFiles> files =
                List.of(
                        new PartFiles(
                                Optional.of(SampleFiles.context("Order")),
                                IntStream.range(0, FILES).mapToObj(i -> file(state, i))));
        return new Planner(folder, "9.9", Scope.all(false)).plan(files);
    }

    /**
     * @throws IllegalStateException if that is refused
     */
    static void generate(OutputFolder folder, int state) {
        GenerationPlan plan = plan(folder, state);
        if (plan.isRefused()) {
            throw new IllegalStateException(plan.diagnostics().get(0).toString());
        }
        Applied applied = new Workspace(folder).apply(plan);
        if (!applied.isComplete()) {
            throw new IllegalStateException(applied.diagnostics().toString());
        }
    }

    /**
     * Each state has some files of its own, some that change and some that do not; some are
     * people's, and merged.
     */
    private static GeneratedFile file(int state, int i) {
        String folder = "src/generated/java/p" + i % 7 + "/";
        if (i % 10 == 5) {
            // A folder that comes and goes.
            folder = "src/generated/java/q" + state % 3 + "/";
        }
        if (i % 10 == 3) {
            return SampleFiles.scaffolded("conf/file" + i + ".yaml", text("conf", state, i));
        }
        if (i % 10 == 0) {
            return SampleFiles.generated(
                    folder + "Only" + state % 3 + "x" + i + ".java", text("only", state, i));
        }
        return SampleFiles.generated(
                folder + "File" + i + ".java", text("file", i % 4 == 0 ? 0 : state, i));
    }

    /** Long enough not to be written at once; the last line says that the file is whole. */
    private static String text(String word, int state, int i) {
        String line = word + " " + state + " " + i;
        return (line + "\n").repeat(500) + "end of " + line + "\n";
    }
}
