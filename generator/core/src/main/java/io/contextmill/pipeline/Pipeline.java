package io.contextmill.pipeline;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.MigrationHistory;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.RelativePath;
import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.naming.WorkspaceNames;
import io.contextmill.plan.Digest;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.Planner;
import io.contextmill.status.Status;
import io.contextmill.status.UndecidedCommand;
import io.contextmill.workspace.Applied;
import io.contextmill.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The generator: every step from the text of a spec to files on disk. */
public final class Pipeline {
    private final Steps steps;
    private final Emitters emitters;
    private final Supplier<Optional<String>> identity;

    /** A generator with these steps and these emitters. */
    public Pipeline(Steps steps, Emitters emitters) {
        this(steps, emitters, () -> emitters.loader().flatMap(GeneratorIdentity::of));
    }

    /**
     * @param identity tells this generator from all others; without one nothing is taken for
     *     rendered
     */
    Pipeline(Steps steps, Emitters emitters, Supplier<Optional<String>> identity) {
        this.steps = steps;
        this.emitters = emitters;
        this.identity = identity;
    }

    /**
     * Goes from the spec as far as the goal, or to the first step that finds an error; that step
     * still reports all it finds.
     *
     * @param spec the file of a workspace or of a context that stands alone, or the folder of a
     *     workspace; findings call it by this path
     */
    public Outcome run(Path spec, Goal goal) {
        Validated<WorkspaceModel> model =
                steps.reader().apply(spec, name(spec)).then(steps.linker()).then(this::validated);
        Outcome outcome =
                new Outcome(model.value(), Optional.empty(), Optional.empty(), model.diagnostics());
        if (outcome.hasErrors() || model.value().isEmpty()) {
            return outcome;
        }
        WorkspaceModel workspace = model.value().get();
        if (goal instanceof Goal.Plan plan) {
            return outcome.planned(
                    plan(
                            workspace,
                            plan.folder(),
                            plan.force(),
                            Rendered.read(plan.folder()).from(inputs(workspace, plan.folder()))));
        }
        if (goal instanceof Goal.Generate generate) {
            return generate(workspace, generate, outcome);
        }
        return outcome;
    }

    private Outcome generate(WorkspaceModel workspace, Goal.Generate goal, Outcome validated) {
        Map<RelativePath, Digest> inputs = inputs(workspace, goal.folder());
        Rendered last = Rendered.read(goal.folder());
        GenerationPlan plan = plan(workspace, goal.folder(), goal.force(), last.from(inputs));
        Outcome outcome = validated.planned(plan);
        if (plan.isRefused()) {
            return outcome;
        }
        Workspace output = new Workspace(goal.folder());
        Applied applied = output.apply(plan, goal.progress());
        if (applied.isComplete()) {
            // With the migrations that there are by now.
            Rendered now = Rendered.of(inputs(workspace, goal.folder()), plan.settled());
            if (!now.equals(last)) {
                output.remember(now.text());
            }
        }
        return outcome.applied(applied);
    }

    /**
     * The full form of a spec, in which nothing is left to be inferred; absent when the spec has
     * errors.
     */
    public Validated<String> expand(Path spec) {
        Outcome outcome = run(spec, new Goal.Validate());
        return new Validated<>(
                outcome.model().filter(model -> !outcome.hasErrors()).map(steps.printer()),
                outcome.diagnostics());
    }

    /**
     * What a spec leaves to people; absent when the spec has errors.
     *
     * @param folder where the project was generated, to look at what its people wrote
     * @throws IOException if nothing of the spec was generated there, or it cannot be read
     */
    public Validated<List<UndecidedCommand>> undecided(Path spec, Optional<OutputFolder> folder)
            throws IOException {
        Outcome outcome = run(spec, new Goal.Validate());
        if (outcome.hasErrors() || outcome.model().isEmpty()) {
            return Validated.failed(outcome.diagnostics());
        }
        Validated<List<UndecidedCommand>> undecided =
                Status.undecided(outcome.model().get(), folder);
        List<Diagnostic> all = new ArrayList<>(outcome.diagnostics());
        all.addAll(undecided.diagnostics());
        return new Validated<>(undecided.value(), all);
    }

    private Validated<WorkspaceModel> validated(WorkspaceModel model) {
        return Validated.of(model, steps.validators().apply(model));
    }

    private Map<RelativePath, Digest> inputs(WorkspaceModel workspace, OutputFolder folder) {
        return identity.get()
                .map(
                        generator ->
                                Rendered.inputs(
                                        workspace,
                                        generator,
                                        steps.printer(),
                                        migrations(workspace, folder)))
                .orElse(Map.of());
    }

    /** What is there of each context's migrations. */
    private static Function<ContextModel, MigrationHistory> migrations(
            WorkspaceModel workspace, OutputFolder folder) {
        WorkspaceNames names = WorkspaceNames.of(workspace);
        return context -> {
            RelativePath migrations = new RelativePath(names.migrationFolder(context));
            try {
                return new MigrationHistory(
                        folder.readIfPresent(migrations.resolve(MigrationHistory.SNAPSHOT))
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                        folder.filesIn(migrations).stream()
                                .map(
                                        file ->
                                                file.value()
                                                        .substring(migrations.value().length() + 1))
                                .toList());
            } catch (IOException e) {
                // Whoever plans to write there finds what the matter is.
                return MigrationHistory.NONE;
            }
        };
    }

    private GenerationPlan plan(
            WorkspaceModel workspace,
            OutputFolder folder,
            boolean force,
            Map<RelativePath, Digest> rendered) {
        List<Diagnostic> findings = Collections.synchronizedList(new ArrayList<>());
        List<PartFiles> files =
                emitters.emit(workspace, migrations(workspace, folder), findings::add);
        GenerationPlan plan =
                new Planner(folder, GeneratorVersion.CURRENT, force).plan(files, rendered);
        // What is wrong with the emitters is known only now: they made their files while the
        // planner took them.
        return plan.with(findings);
    }

    private static String name(Path spec) {
        return spec.toString().replace(spec.getFileSystem().getSeparator(), "/");
    }
}
