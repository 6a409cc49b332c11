package io.contextmill.trial;

import io.contextmill.model.Evaluation;
import io.contextmill.model.Expression;
import io.contextmill.model.Expression.Binary;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The moments at which a condition comes out otherwise. */
public final class Edges {
    private Edges() {}

    /**
     * The moments at which both sides of a comparison are the same.
     *
     * @param evaluation what the condition sees
     * @param now a moment at which it can be evaluated
     */
    public static Stream<Instant> of(Expression condition, Evaluation evaluation, Instant now) {
        return condition
                .parts()
                .filter(part -> part instanceof Binary binary && binary.operator().isOrder())
                .map(Binary.class::cast)
                .filter(Expression::asksForNow)
                .flatMap(
                        comparison ->
                                distance(comparison, evaluation.at(now)).stream()
                                        .flatMap(by -> Stream.of(now.plus(by), now.minus(by)))
                                        .filter(
                                                edge ->
                                                        distance(comparison, evaluation.at(edge))
                                                                .filter(Duration::isZero)
                                                                .isPresent()));
    }

    private static Optional<Duration> distance(Binary comparison, Evaluation evaluation) {
        return Overflows.unlessTooLarge(() -> evaluation.value(comparison.left()))
                .flatMap(left -> left)
                .flatMap(
                        left ->
                                Overflows.unlessTooLarge(() -> evaluation.value(comparison.right()))
                                        .flatMap(right -> right)
                                        .flatMap(right -> distance(left, right)));
    }

    private static Optional<Duration> distance(Object left, Object right) {
        if (left instanceof Instant from && right instanceof Instant to) {
            return Optional.of(Duration.between(from, to));
        }
        return left instanceof Duration from && right instanceof Duration to
                ? Optional.of(to.minus(from))
                : Optional.empty();
    }
}
