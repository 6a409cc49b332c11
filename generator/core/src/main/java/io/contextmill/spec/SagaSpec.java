package io.contextmill.spec;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.spec.ContextSpec.SetSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A saga: steps over several aggregates or contexts that are undone together.
 *
 * @param style {@code orchestration} or {@code choreography}
 * @param starts what starts it; a choreography may leave it out
 * @param stages the steps in order; those of one stage run side by side
 * @param policies those that make up a choreography
 * @param onFailure the command for when it was undone
 * @param deadline how long it may take at most
 */
public record SagaSpec(
        Text name,
        Optional<Text> description,
        Optional<Text> style,
        Optional<StartSpec> starts,
        List<StageSpec> stages,
        List<Text> policies,
        Optional<Text> onFailure,
        Optional<Text> deadline) {

    /** Takes copies of the lists. */
    public SagaSpec {
        stages = List.copyOf(stages);
        policies = List.copyOf(policies);
    }

    /** All steps, whether side by side or not. */
    public Stream<StepSpec> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream());
    }

    /** What starts a saga: an event, or a command. */
    public record StartSpec(Text name, boolean command) {}

    /** One step, or several that run side by side. */
    public record StageSpec(List<StepSpec> steps) {
        /** Takes a copy of the steps. */
        public StageSpec {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step.
     *
     * @param with what the command's fields get
     * @param compensate the command that undoes it; {@code none} says that there is nothing to undo
     * @param pivot whether the saga is not undone any more once it has happened
     * @param retriable whether it is tried until it succeeds
     * @param condition what must hold for it to be taken
     * @param saves what later steps and the compensation know of the reply
     */
    public record StepSpec(
            SourceSpan span,
            Text command,
            List<SetSpec> with,
            Optional<Text> compensate,
            Optional<Text> pivot,
            Optional<Text> retriable,
            Optional<Text> timeout,
            Optional<ExpressionSpec> condition,
            List<SetSpec> saves) {

        /** Takes copies of the lists. */
        public StepSpec {
            with = List.copyOf(with);
            saves = List.copyOf(saves);
        }

        /** Whether the saga is not undone any more once it has happened. */
        public boolean isPivot() {
            return isTrue(pivot);
        }

        /** Whether it is tried until it succeeds. */
        public boolean isRetriable() {
            return isTrue(retriable);
        }

        /** The command that undoes it. */
        public Optional<Text> compensation() {
            return compensate.filter(said -> !said.value().equals("none"));
        }

        private static boolean isTrue(Optional<Text> said) {
            return said.filter(text -> text.value().equals("true")).isPresent();
        }
    }
}
