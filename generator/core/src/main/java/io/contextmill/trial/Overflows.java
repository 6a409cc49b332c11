package io.contextmill.trial;

import io.contextmill.model.Evaluation;
import io.contextmill.model.Expression;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.FieldModel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether numbers, instants and durations fit what is computed of them. */
public final class Overflows {
    private Overflows() {}

    /** Whether a condition holds, and no number that is computed for it is too large. */
    public static boolean holds(BooleanSupplier condition) {
        return unlessTooLarge(condition::getAsBoolean).orElse(false);
    }

    /** A value; absent where a number that is computed for it is too large. */
    public static <T> Optional<T> unlessTooLarge(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the value of an expression fits for none of the values that are tried for the fields
     * that it reads.
     *
     * @param target the field that gets the value; absent for a condition
     */
    public static boolean always(Expression expression, Optional<FieldModel> target) {
        List<Read> reads =
                expression
                        .parts()
                        .flatMap(
                                part ->
                                        part instanceof Read read
                                                ? Stream.of(read)
                                                : Stream.empty())
                        .distinct()
                        .toList();
        List<List<Optional<Object>>> places =
                reads.stream()
                        .map(read -> FieldValues.candidates(read.field(), 1, List.of(expression)))
                        .toList();
        return Mixtures.of(places).noneMatch(values -> fits(expression, target, reads, values));
    }

    private static boolean fits(
            Expression expression,
            Optional<FieldModel> target,
            List<Read> reads,
            List<Optional<Object>> values) {
        Map<Root, Map<String, Object>> roots = new EnumMap<>(Root.class);
        for (int i = 0; i < reads.size(); i++) {
            Read read = reads.get(i);
            Map<String, Object> known = roots.computeIfAbsent(read.root(), root -> new HashMap<>());
            values.get(i).ifPresent(value -> known.put(read.field().name(), value));
        }
        Evaluation evaluation = Evaluation.empty().at(FieldValues.NOW);
        for (Map.Entry<Root, Map<String, Object>> root : roots.entrySet()) {
            evaluation = evaluation.with(root.getKey(), root.getValue());
        }
        Evaluation complete = evaluation;
        return holds(
                () -> {
                    target.ifPresentOrElse(
                            field -> complete.value(expression, field),
                            () -> complete.value(expression));
                    return true;
                });
    }
}
