package io.contextmill.model;

import io.contextmill.model.Expression.Binary;
import io.contextmill.model.Expression.Operator;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.Type.Scalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the value of an expression, as the Java that is made of it does.
 *
 * <p>Whole numbers are {@code Long}s, decimals {@code BigDecimal}s, truths {@code Boolean}s,
 * instants, durations, dates and times those of {@code java.time}, lists {@code List}s, and value
 * objects {@code Map}s from the names of their fields; everything else is a {@code String}: texts,
 * UUIDs, ids, and the values of enums. What is missing is in no map.
 */
public final class Evaluation {
    private final Map<Root, Map<String, Object>> roots;
    private final Map<String, Object> items;
    private final Optional<Instant> now;

    private Evaluation(
            Map<Root, Map<String, Object>> roots,
            Map<String, Object> items,
            Optional<Instant> now) {
        this.roots = roots;
        this.items = items;
        this.now = now;
    }

    /** Nothing to read from. */
    public static Evaluation empty() {
        return new Evaluation(new EnumMap<>(Root.class), Map.of(), Optional.empty());
    }

    /** The same with values to read from a root. */
    public Evaluation with(Root root, Map<String, Object> values) {
        Map<Root, Map<String, Object>> more = new EnumMap<>(Root.class);
        more.putAll(roots);
        more.put(root, values);
        return new Evaluation(more, items, now);
    }

    /** The same at a moment. */
    public Evaluation at(Instant moment) {
        return new Evaluation(roots, items, Optional.of(moment));
    }

    private Evaluation with(String item, Object value) {
        Map<String, Object> more = new HashMap<>(items);
        more.put(item, value);
        return new Evaluation(roots, more, now);
    }

    /**
     * Whether a condition holds.
     *
     * @throws ArithmeticException if a number does not fit
     */
    public boolean holds(Expression condition) {
        return value(condition).filter(Boolean.TRUE::equals).isPresent();
    }

    /**
     * The value that a field gets; absent if the expression is a field that has none.
     *
     * @throws ArithmeticException if a number does not fit
     */
    public Optional<Object> value(Expression expression, FieldModel target) {
        return value(expression).map(value -> converted(value, target));
    }

    private static Object converted(Object value, FieldModel target) {
        if (target.type() == Scalar.INT && value instanceof Long whole) {
            return (long) Math.toIntExact(whole);
        }
        return target.type() == Scalar.DECIMAL
                ? decimal(value).setScale(target.limits().scale().orElse(0))
                : value;
    }

    /**
     * The value of an expression; absent if it is a field that has none.
     *
     * @throws ArithmeticException if a number does not fit
     */
    public Optional<Object> value(Expression expression) {
        if (expression instanceof Read read) {
            return Optional.ofNullable(
                    roots.getOrDefault(read.root(), Map.of()).get(read.field().name()));
        }
        if (expression instanceof Expression.Member member) {
            return Optional.ofNullable(map(of(member.of())).get(member.field().name()));
        }
        return Optional.of(of(expression));
    }

    private Object of(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        }
        if (expression instanceof Expression.Now) {
            return now.orElseThrow(() -> new IllegalStateException("no moment"));
        }
        if (expression instanceof Expression.Item item) {
            return Optional.ofNullable(items.get(item.name()))
                    .orElseThrow(() -> new IllegalStateException("no item " + item.name()));
        }
        if (expression instanceof Expression.Has has) {
            return value(has.field()).isPresent();
        }
        if (expression instanceof Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Not not) {
            return !holds(not.of());
        }
        if (expression instanceof Expression.Negation negation) {
            Object value = of(negation.of());
            return value instanceof Long whole ? Math.negateExact(whole) : decimal(value).negate();
        }
        if (expression instanceof Expression.ToDecimal decimal) {
            return decimal(of(decimal.of()));
        }
        if (expression instanceof Expression.Conditional conditional) {
            return converted(
                    of(
                            holds(conditional.condition())
                                    ? conditional.then()
                                    : conditional.otherwise()),
                    conditional.type());
        }
        if (expression instanceof Expression.In in) {
            return list(in.list()).contains(of(in.item()));
        }
        if (expression instanceof Expression.Size size) {
            Object value = of(size.of());
            return value instanceof String text
                    ? (long) text.codePointCount(0, text.length())
                    : (long) ((List<?>) value).size();
        }
        if (expression instanceof Expression.TestOfText test) {
            String text = (String) of(test.text());
            String part = (String) of(test.part());
            return switch (test.test()) {
                case STARTS_WITH -> text.startsWith(part);
                case ENDS_WITH -> text.endsWith(part);
                case CONTAINS -> text.contains(part);
            };
        }
        return ofList(expression);
    }

    private Object ofList(Expression expression) {
        if (expression instanceof Expression.Quantified quantified) {
            List<?> list = list(quantified.list());
            return quantified.all()
                    ? list.stream()
                            .allMatch(
                                    item ->
                                            with(quantified.item(), item)
                                                    .holds(quantified.predicate()))
                    : list.stream()
                            .anyMatch(
                                    item ->
                                            with(quantified.item(), item)
                                                    .holds(quantified.predicate()));
        }
        if (expression instanceof Expression.Mapped mapped) {
            List<Object> values = new ArrayList<>();
            list(mapped.list())
                    .forEach(item -> values.add(with(mapped.item(), item).of(mapped.value())));
            return values;
        }
        if (expression instanceof Expression.Filtered filtered) {
            List<Object> values = new ArrayList<>(list(filtered.list()));
            values.removeIf(item -> !with(filtered.item(), item).holds(filtered.predicate()));
            return values;
        }
        if (expression instanceof Expression.Sum sum) {
            return sum(list(sum.list()), sum.type());
        }
        if (expression instanceof Expression.ListOf list) {
            return list.items().stream().map(this::of).toList();
        }
        if (expression instanceof Expression.NewValue made) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < made.values().size(); i++) {
                FieldModel field = made.type().fields().get(i);
                made.values()
                        .get(i)
                        .flatMap(value -> value(value, field))
                        .ifPresent(value -> values.put(field.name(), value));
            }
            return values;
        }
        return value(expression)
                .orElseThrow(() -> new IllegalStateException("nothing is there: " + expression));
    }

    private static Object sum(List<?> values, Type type) {
        if (type == Scalar.DECIMAL) {
            return values.stream()
                    .map(Evaluation::decimal)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        long sum = 0;
        for (Object value : values) {
            sum = Math.addExact(sum, (Long) value);
        }
        return sum;
    }

    private static Object converted(Object value, Type type) {
        return type == Scalar.DECIMAL ? decimal(value) : value;
    }

    private Object binary(Binary binary) {
        Operator operator = binary.operator();
        if (operator == Operator.AND) {
            return holds(binary.left()) && holds(binary.right());
        }
        if (operator == Operator.OR) {
            return holds(binary.left()) || holds(binary.right());
        }
        Object left = of(binary.left());
        Object right = of(binary.right());
        if (operator.isArithmetic()) {
            return arithmetic(operator, left, right, binary.type());
        }
        if (operator.isOrder()) {
            int order = compared(left, right);
            return switch (operator) {
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                default -> order >= 0;
            };
        }
        boolean decimals = left instanceof BigDecimal || right instanceof BigDecimal;
        boolean equal = decimals ? compared(left, right) == 0 : left.equals(right);
        return equal == (operator == Operator.EQUAL);
    }

    private static Object arithmetic(Operator operator, Object left, Object right, Type type) {
        if (type == Scalar.TEXT) {
            return left + (String) right;
        }
        if (Durations.isTime(type)) {
            return Durations.computed(operator, left, right);
        }
        if (type == Scalar.DECIMAL) {
            BigDecimal first = decimal(left);
            BigDecimal second = decimal(right);
            return switch (operator) {
                case PLUS -> first.add(second);
                case MINUS -> first.subtract(second);
                default -> first.multiply(second);
            };
        }
        long first = (Long) left;
        long second = (Long) right;
        return switch (operator) {
            case PLUS -> Math.addExact(first, second);
            case MINUS -> Math.subtractExact(first, second);
            default -> Math.multiplyExact(first, second);
        };
    }

    @SuppressWarnings("unchecked") // Both are of the type that was checked.
    private static int compared(Object left, Object right) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return decimal(left).compareTo(decimal(right));
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) value);
    }

    private List<?> list(Expression expression) {
        return (List<?>) of(expression);
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
