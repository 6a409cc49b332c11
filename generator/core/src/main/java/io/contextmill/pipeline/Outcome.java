package io.contextmill.pipeline;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.PlanRules;
import io.contextmill.workspace.Applied;
import io.contextmill.workspace.WorkspaceRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a run came, and what was found on the way.
 *
 * @param model absent when the spec could not be understood
 * @param plan absent when the spec has errors, or no plan was wanted
 * @param applied absent when the plan was refused, or was not to be carried out
 * @param diagnostics all findings of all steps, in {@link Diagnostic#ORDER}
 */
public record Outcome(
        Optional<WorkspaceModel> model,
        Optional<GenerationPlan> plan,
        Optional<Applied> applied,
        List<Diagnostic> diagnostics) {

    /** Sorts the findings. */
    public Outcome {
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).distinct().toList();
    }

    /** Whether an error was found; the run then stopped at the step that found it. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /**
     * Whether another run wrote to the folder meanwhile, so that the same may succeed if tried
     * again.
     */
    public boolean isDisturbed() {
        return diagnostics.stream()
                .map(Diagnostic::rule)
                .anyMatch(
                        rule ->
                                rule.equals(WorkspaceRules.LOCKED.id())
                                        || rule.equals(PlanRules.CHANGED_MEANWHILE.id()));
    }

    /** The same run with one more finding. */
    Outcome with(Diagnostic finding) {
        return new Outcome(model, plan, applied, joined(List.of(finding)));
    }

    /** The same run, one step further. */
    Outcome planned(GenerationPlan next) {
        return new Outcome(model, Optional.of(next), applied, joined(next.diagnostics()));
    }

    /** The same run, at its end. */
    Outcome applied(Applied next) {
        return new Outcome(model, plan, Optional.of(next), joined(next.diagnostics()));
    }

    private List<Diagnostic> joined(List<Diagnostic> more) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(more);
        return all;
    }
}
