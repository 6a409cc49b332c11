package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.source.Findings;
import io.contextmill.spec.SagaSpec.StageSpec;
import io.contextmill.spec.SagaSpec.StepSpec;
import java.util.List;

/**
 * Checks the order of a saga: steps that can be undone, then the pivot, then steps that are tried
 * until they succeed. Where no step is called the pivot, it is the last one that is not retriable.
 */
final class SagaOrder {
    private final List<StageSpec> stages;
    private final Findings findings;

    SagaOrder(SagaSpec saga, Findings findings) {
        this.stages = saga.stages();
        this.findings = findings;
    }

    void check() {
        int said = pivot();
        int pivot = said >= 0 ? said : last();
        for (int i = 0; i < stages.size(); i++) {
            for (StepSpec step : stages.get(i).steps()) {
                if (i < pivot) {
                    checkBefore(step);
                } else if (said >= 0) {
                    checkFrom(step, i > pivot);
                }
            }
        }
    }

    /** The stage that is called the pivot, or -1. */
    private int pivot() {
        int first = -1;
        for (int i = 0; i < stages.size(); i++) {
            for (StepSpec step : stages.get(i).steps()) {
                if (step.isPivot() && first < 0) {
                    first = i;
                } else if (step.isPivot()) {
                    findings.add(
                            SpecRules.TWO_PIVOTS
                                    .at(
                                            step.pivot().orElseThrow().span(),
                                            "the saga has a pivot already",
                                            "keep the one after which nothing is undone")
                                    .relatedTo(
                                            stages.get(first).steps().get(0).command().span(),
                                            "the first pivot"));
                }
            }
        }
        return first;
    }

    /** The last stage that is not tried until it succeeds. */
    private int last() {
        for (int i = stages.size() - 1; i >= 0; i--) {
            if (!stages.get(i).steps().stream().allMatch(StepSpec::isRetriable)) {
                return i;
            }
        }
        return 0;
    }

    private void checkBefore(StepSpec step) {
        if (step.compensate().isEmpty()) {
            findings.add(
                    SpecRules.STEP_WITHOUT_COMPENSATION.at(
                            step.command().span(),
                            quoted(step.command().value())
                                    + " has no compensation and stands before the pivot",
                            "say `compensate:` and a command, or `none` if there is nothing to undo"));
        }
    }

    private void checkFrom(StepSpec step, boolean behind) {
        step.compensation()
                .ifPresent(
                        command ->
                                findings.add(
                                        SpecRules.COMPENSATION_BEHIND_PIVOT.at(
                                                command.span(),
                                                quoted(step.command().value())
                                                        + " is never undone: "
                                                        + (behind
                                                                ? "it stands behind the pivot"
                                                                : "it is the pivot"),
                                                "leave the compensation out, or move the step before the pivot")));
        if (behind && !step.isRetriable() && !step.isPivot()) {
            findings.add(
                    SpecRules.STEP_NOT_RETRIABLE.at(
                            step.command().span(),
                            quoted(step.command().value())
                                    + " stands behind the pivot and is not retriable",
                            "say `retriable: true`, or move it before the pivot with a compensation"));
        }
    }
}
