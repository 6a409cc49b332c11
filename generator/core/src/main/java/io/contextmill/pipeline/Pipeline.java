package io.contextmill.pipeline;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.PartFiles;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.Planner;
import io.contextmill.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The generator: every step from the text of a spec to files on disk. */
public final class Pipeline {
    private final Steps steps;
    private final Emitters emitters;

    /** A generator with these steps and these emitters. */
    public Pipeline(Steps steps, Emitters emitters) {
        this.steps = steps;
        this.emitters = emitters;
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
            return outcome.planned(plan(workspace, plan.folder(), plan.force()));
        }
        if (goal instanceof Goal.Generate generate) {
            GenerationPlan plan = plan(workspace, generate.folder(), generate.force());
            outcome = outcome.planned(plan);
            return plan.isRefused()
                    ? outcome
                    : outcome.applied(
                            new Workspace(generate.folder()).apply(plan, generate.progress()));
        }
        return outcome;
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

    private Validated<WorkspaceModel> validated(WorkspaceModel model) {
        return Validated.of(model, steps.validators().apply(model));
    }

    private GenerationPlan plan(WorkspaceModel workspace, OutputFolder folder, boolean force) {
        List<Diagnostic> findings = Collections.synchronizedList(new ArrayList<>());
        List<PartFiles> files = emitters.emit(workspace, findings::add);
        GenerationPlan plan = new Planner(folder, GeneratorVersion.CURRENT, force).plan(files);
        // What is wrong with the emitters is known only now: they made their files while the
        // planner took them.
        return plan.with(findings);
    }

    private static String name(Path spec) {
        return spec.toString().replace(spec.getFileSystem().getSeparator(), "/");
    }
}
