package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.CommandModel.FieldSource;
import io.contextmill.model.Effects.Assignment;
import io.contextmill.model.Effects.Computation;
import io.contextmill.model.Effects.Copy;
import io.contextmill.model.Expression.Binary;
import io.contextmill.model.Expression.Conditional;
import io.contextmill.model.Expression.Has;
import io.contextmill.model.Expression.Literal;
import io.contextmill.model.Expression.Member;
import io.contextmill.model.Expression.Negation;
import io.contextmill.model.Expression.NewValue;
import io.contextmill.model.Expression.Not;
import io.contextmill.model.Expression.Operator;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.Expression.Size;
import io.contextmill.model.Expression.Sum;
import io.contextmill.model.Expression.ToDecimal;
import io.contextmill.model.FieldModel.Comparison;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.ValueType;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EntitySpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.GuardSpec;
import io.contextmill.spec.ContextSpec.IdSpec;
import io.contextmill.spec.ContextSpec.QuerySpec;
import io.contextmill.spec.ContextSpec.ReadModelSpec;
import io.contextmill.spec.ContextSpec.TypeSpec;
import io.contextmill.spec.ContextSpec.ValueObjectSpec;
import io.contextmill.spec.ExpressionSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule 7: the bounds of a number of an aggregate hold whatever an event makes of it.
 *
 * <p>What callers say is checked against the bounds of what they say it of. A field that an event
 * computes, or copies from where the bounds are wider, may still get beyond its own; then they are
 * an invariant, {@code heldBounds} for {@code held}, save for what other invariants say word for
 * word. Where the bounds of all that a value is made of show that it stays within its own, there is
 * none.
 */
final class ImpliedInvariants {
    private final ExpressionCompiler expressions;
    private final List<Diagnostic> findings;

    /** Names of classes, folded, and what each of them belongs to. */
    private final Map<String, String> taken;

    /**
     * @param expressions compiles what is implied; what it finds is wrong is nobody's mistake
     */
    ImpliedInvariants(ContextSpec spec, ExpressionCompiler expressions, List<Diagnostic> findings) {
        this.expressions = expressions;
        this.findings = findings;
        this.taken = names(spec);
    }

    /** The aggregate, with the invariants that the bounds of its fields imply behind its own. */
    AggregateModel complete(AggregateModel aggregate) {
        Sources sources = new Sources(aggregate);
        List<Guard> invariants = new ArrayList<>(aggregate.invariants());
        Set<String> broken = sources.breakable();
        for (FieldModel field : aggregate.fields()) {
            List<String> said = new ArrayList<>();
            Optional<String> cause = Optional.empty();
            for (Quantity number : numbers(field)) {
                List<String> open = new ArrayList<>();
                for (End end : End.values()) {
                    Optional<String> event = sources.breaking(number, end);
                    if (event.isPresent() && !isSaid(number, end, aggregate, broken)) {
                        open.add(number.path() + end.text(number.last()));
                        cause = cause.or(() -> event);
                    }
                }
                if (!open.isEmpty()) {
                    said.add(number.where(open));
                }
            }
            cause.flatMap(event -> implied(aggregate, field, all(said), event))
                    .ifPresent(invariants::add);
        }
        return aggregate.withInvariants(invariants);
    }

    private static String all(List<String> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : conditions.stream()
                        .map(one -> one.contains(" || ") ? "(" + one + ")" : one)
                        .collect(Collectors.joining(" && "));
    }

    private Optional<Guard> implied(
            AggregateModel aggregate, FieldModel field, String text, String event) {
        ExpressionSpec written = ExpressionSpec.implied(text, field.origin());
        Optional<Expression> holds =
                expressions.condition(written, ExpressionScope.ofState(aggregate.fields()));
        if (holds.isEmpty()) {
            // Its name is none that an expression can say.
            return Optional.empty();
        }
        String name = name(aggregate, field);
        findings.add(
                InferenceRules.BOUNDS.at(
                        field.origin(),
                        quoted(aggregate.name())
                                + " has an invariant "
                                + quoted(name)
                                + ", "
                                + quoted(text)
                                + ", since "
                                + quoted(event)
                                + " may lead beyond that"));
        return Optional.of(
                new Guard(
                        name, BehaviourLinker.rejection(name), text, holds.get(), field.origin()));
    }

    /** A name that nothing else in the context has, nor its rejection. */
    private String name(AggregateModel aggregate, FieldModel field) {
        String stem = Words.of(field.name()).camel();
        for (int number = 1; ; number++) {
            String name = stem + "Bounds" + (number == 1 ? "" : number);
            String rejection = BehaviourLinker.rejection(name);
            String owner = taken.putIfAbsent(Words.fold(rejection), rejection);
            boolean free = owner == null || owner.equals(rejection);
            if (free
                    && aggregate.invariants().stream()
                            .noneMatch(own -> Words.fold(own.name()).equals(Words.fold(name)))) {
                return name;
            }
        }
    }

    /** A rejection may be that of invariants of several aggregates, and of nothing else. */
    private static Map<String, String> names(ContextSpec spec) {
        Map<String, String> names = new HashMap<>();
        Stream.of(
                        spec.types().stream().map(TypeSpec::name),
                        spec.values().stream().map(ValueObjectSpec::name),
                        spec.aggregates().stream().map(AggregateSpec::name),
                        spec.aggregates().stream()
                                .flatMap(aggregate -> aggregate.id().map(IdSpec::name).stream()),
                        spec.aggregates().stream()
                                .flatMap(aggregate -> aggregate.entities().stream())
                                .map(EntitySpec::name),
                        spec.events().stream().map(EventSpec::name),
                        spec.commands().stream().map(CommandSpec::name),
                        spec.commands().stream()
                                .flatMap(command -> command.guards().stream())
                                .map(GuardSpec::name),
                        spec.commands().stream()
                                .flatMap(command -> command.from().stream())
                                .flatMap(from -> from.rejects().stream()),
                        spec.readModels().stream().map(ReadModelSpec::name),
                        spec.queries().stream().map(QuerySpec::name))
                .flatMap(some -> some)
                .map(Text::value)
                .forEach(name -> names.put(Words.fold(name), ""));
        spec.aggregates().stream()
                .flatMap(aggregate -> aggregate.invariants().stream())
                .map(invariant -> BehaviourLinker.rejection(invariant.name().value()))
                .forEach(rejection -> names.putIfAbsent(Words.fold(rejection), rejection));
        return names;
    }

    /**
     * A number in the state of an aggregate.
     *
     * @param field the field of the aggregate that it is in
     * @param path how an expression says it
     * @param value where it is read from
     * @param last the field that is the number
     * @param optional the parts of its path that may be missing, as an expression says them
     */
    private record Quantity(
            FieldModel field,
            String path,
            Expression value,
            FieldModel last,
            List<String> optional) {

        /** The number where its field has another value. */
        Expression of(Expression other) {
            return of(value, other);
        }

        private static Expression of(Expression value, Expression other) {
            return value instanceof Member member
                    ? new Member(of(member.of(), other), member.field())
                    : other;
        }

        Quantity member(FieldModel member) {
            String whole = path + "." + member.name();
            return new Quantity(
                    field, whole, new Member(value, member), member, with(member, whole));
        }

        private List<String> with(FieldModel member, String whole) {
            return Stream.concat(
                            optional.stream(), member.optional() ? Stream.of(whole) : Stream.of())
                    .toList();
        }

        /** That all of this holds, where there is such a number. */
        String where(List<String> conditions) {
            String all = String.join(" && ", conditions);
            if (optional.isEmpty()) {
                return all;
            }
            String missing =
                    optional.stream()
                            .map(part -> "!has(" + part + ")")
                            .collect(Collectors.joining(" || "));
            return missing + " || " + (conditions.size() > 1 ? "(" + all + ")" : all);
        }
    }

    /** One end of the bounds of a number. */
    private enum End {
        LEAST(">", Comparison.MORE_THAN, RoundingMode.FLOOR) {
            @Override
            boolean isPassed(FieldModel field, Interval values) {
                return Interval.hasLeast(field)
                        && values.least().compareTo(NumberRange.of(field).least()) < 0;
            }

            @Override
            String text(FieldModel field) {
                NumberRange range = NumberRange.of(field);
                return range.lower()
                        ? written(field, range.least(), range.step().negate())
                        : " > -" + digits(field);
            }
        },
        GREATEST("<", Comparison.LESS_THAN, RoundingMode.CEILING) {
            @Override
            boolean isPassed(FieldModel field, Interval values) {
                return Interval.hasGreatest(field)
                        && values.greatest().compareTo(NumberRange.of(field).greatest()) > 0;
            }

            @Override
            String text(FieldModel field) {
                NumberRange range = NumberRange.of(field);
                return range.upper()
                        ? written(field, range.greatest(), range.step())
                        : " < " + digits(field);
            }
        };

        private final String sign;
        private final Comparison strict;
        private final RoundingMode rounding;

        End(String sign, Comparison strict, RoundingMode rounding) {
            this.sign = sign;
            this.strict = strict;
            this.rounding = rounding;
        }

        /** Whether some values are beyond this end of what a field can have, if it says one. */
        abstract boolean isPassed(FieldModel field, Interval values);

        /** What a number is compared with, as an expression says it. */
        abstract String text(FieldModel field);

        /** As the spec says it: with the last number that is allowed, or the first that is not. */
        String written(FieldModel field, BigDecimal last, BigDecimal beyond) {
            BigDecimal first = last.add(beyond);
            boolean excluded =
                    field.limits().bounds().stream()
                            .filter(bound -> bound.comparison() == strict)
                            .map(bound -> bound.value().setScale(first.scale(), rounding))
                            .anyMatch(first::equals);
            return excluded ? " " + sign + " " + plain(first) : " " + sign + "= " + plain(last);
        }

        private static String plain(BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }

        /** The least number with one digit more than a decimal has. */
        static String digits(FieldModel field) {
            int whole = field.limits().precision().orElseThrow() - field.limits().scale().orElse(0);
            return BigDecimal.ONE.movePointRight(whole).toPlainString();
        }
    }

    /** The numbers that a field holds; those in lists are out of reach. */
    private static List<Quantity> numbers(FieldModel field) {
        List<String> optional = field.optional() ? List.of(field.name()) : List.of();
        Read read = new Read(Root.STATE, field, false);
        return numbers(new Quantity(field, field.name(), read, field, optional)).toList();
    }

    private static Stream<Quantity> numbers(Quantity holder) {
        if (holder.last().type() instanceof ValueType value) {
            return value.fields().stream().map(holder::member).flatMap(ImpliedInvariants::numbers);
        }
        return Interval.isNumber(holder.last()) ? Stream.of(holder) : Stream.empty();
    }

    /** Whether the invariants that are written keep a number within an end of its bounds. */
    private static boolean isSaid(
            Quantity number, End end, AggregateModel aggregate, Set<String> broken) {
        BigDecimal step = NumberRange.of(number.last()).step();
        return aggregate.invariants().stream()
                .flatMap(invariant -> conjuncts(invariant.holds(), number).stream())
                .map(condition -> said(condition, number, broken, step))
                .anyMatch(interval -> !end.isPassed(number.last(), interval));
    }

    /** What all has to hold for a condition, if there is a number. */
    private static List<Expression> conjuncts(Expression condition, Quantity number) {
        if (condition instanceof Binary both && both.operator() == Operator.AND) {
            return Stream.of(both.left(), both.right())
                    .flatMap(part -> conjuncts(part, number).stream())
                    .toList();
        }
        return condition instanceof Binary either
                        && either.operator() == Operator.OR
                        && isMissing(either.left(), number)
                ? conjuncts(either.right(), number)
                : List.of(condition);
    }

    /** Whether a condition holds only where there is no such number. */
    private static boolean isMissing(Expression condition, Quantity number) {
        if (condition instanceof Binary either && either.operator() == Operator.OR) {
            return isMissing(either.left(), number) && isMissing(either.right(), number);
        }
        return condition instanceof Not not
                && not.of() instanceof Has has
                && number.value().parts().anyMatch(has.field()::equals);
    }

    /** Where a condition says that a number lies. */
    private static Interval said(
            Expression condition, Quantity number, Set<String> broken, BigDecimal step) {
        if (!(condition instanceof Binary compared)) {
            return Interval.ANY;
        }
        if (compared.left().equals(number.value())) {
            return said(compared.operator(), known(compared.right(), broken), step);
        }
        return compared.right().equals(number.value())
                ? said(mirrored(compared.operator()), known(compared.left(), broken), step)
                : Interval.ANY;
    }

    private static Interval said(Operator operator, Interval other, BigDecimal step) {
        BigDecimal least = other.least();
        BigDecimal greatest = other.greatest();
        int scale = step.scale();
        return switch (operator) {
            case EQUAL -> other;
            case GREATER_OR_EQUAL -> new Interval(least, Interval.ANY.greatest());
            case GREATER ->
                    new Interval(
                            least.setScale(scale, RoundingMode.FLOOR).add(step),
                            Interval.ANY.greatest());
            case LESS_OR_EQUAL -> new Interval(Interval.ANY.least(), greatest);
            case LESS ->
                    new Interval(
                            Interval.ANY.least(),
                            greatest.setScale(scale, RoundingMode.CEILING).subtract(step));
            default -> Interval.ANY;
        };
    }

    private static Operator mirrored(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    /** Where a value of the state lies that no event leads beyond its bounds. */
    private static Interval known(Expression value, Set<String> broken) {
        boolean open =
                value.parts()
                        .anyMatch(
                                part ->
                                        part instanceof Read read
                                                && broken.contains(read.field().name()));
        return open ? Interval.ANY : interval(value, Stream::of);
    }

    /**
     * Between which numbers the values of an expression lie.
     *
     * @param origins the expressions one of which it is that is read
     */
    private static Interval interval(
            Expression value, Function<Expression, Stream<Expression>> origins) {
        if (value instanceof Literal literal) {
            return literal.value() instanceof Long || literal.value() instanceof BigDecimal
                    ? Interval.of(new BigDecimal(literal.value().toString()))
                    : Interval.ANY;
        }
        if (value instanceof Read read) {
            return origins.apply(read)
                    .map(
                            origin ->
                                    origin instanceof Read known
                                            ? Interval.of(known.field())
                                            : interval(origin, origins))
                    .reduce(Interval::or)
                    .orElseGet(() -> Interval.of(read.field()));
        }
        if (value instanceof Member member) {
            return made(member.of(), origins)
                    .map(
                            origin ->
                                    origin instanceof NewValue made
                                            ? part(made, member.field(), origins)
                                            : Interval.of(member.field()))
                    .reduce(Interval::or)
                    .orElseGet(() -> Interval.of(member.field()));
        }
        if (value instanceof Expression.Item item) {
            return Interval.of(item.field());
        }
        if (value instanceof Binary binary) {
            Interval left = interval(binary.left(), origins);
            Interval right = interval(binary.right(), origins);
            return switch (binary.operator()) {
                case PLUS -> left.plus(right);
                case MINUS -> left.plus(right.negated());
                case TIMES -> left.times(right);
                default -> Interval.ANY;
            };
        }
        if (value instanceof Negation negation) {
            return interval(negation.of(), origins).negated();
        }
        if (value instanceof ToDecimal whole) {
            return interval(whole.of(), origins);
        }
        if (value instanceof Conditional one) {
            return interval(one.then(), origins).or(interval(one.otherwise(), origins));
        }
        if (value instanceof Size) {
            return Interval.COUNT;
        }
        return value instanceof Sum sum
                        && sum.list() instanceof Read
                        && sum.list().type() instanceof ListType list
                ? Interval.of(list.item()).summed()
                : Interval.ANY;
    }

    /** The expressions one of which makes a value object. */
    private static Stream<Expression> made(
            Expression value, Function<Expression, Stream<Expression>> origins) {
        if (value instanceof Conditional one) {
            return Stream.of(one.then(), one.otherwise()).flatMap(part -> made(part, origins));
        }
        if (value instanceof Read) {
            return origins.apply(value)
                    .flatMap(
                            origin ->
                                    origin instanceof Read
                                            ? Stream.of(origin)
                                            : made(origin, origins));
        }
        if (value instanceof Member member) {
            return made(member.of(), origins)
                    .flatMap(
                            origin ->
                                    origin instanceof NewValue made
                                            ? made.value(member.field()).stream()
                                                    .flatMap(part -> made(part, origins))
                                            : Stream.of(member));
        }
        return Stream.of(value);
    }

    private static Interval part(
            NewValue made, FieldModel field, Function<Expression, Stream<Expression>> origins) {
        return made.value(field)
                .map(value -> interval(value, origins))
                .orElseGet(() -> Interval.of(field));
    }

    /** Where the values of an aggregate's fields come from. */
    private static final class Sources {
        private final AggregateModel aggregate;

        Sources(AggregateModel aggregate) {
            this.aggregate = aggregate;
        }

        /** The names of the fields with a number that may get beyond its bounds. */
        Set<String> breakable() {
            return aggregate.fields().stream()
                    .flatMap(field -> numbers(field).stream())
                    .filter(
                            number ->
                                    Stream.of(End.values())
                                            .anyMatch(end -> breaking(number, end).isPresent()))
                    .map(number -> number.field().name())
                    .collect(Collectors.toSet());
        }

        /** The first event that may lead a number beyond an end of its bounds. */
        Optional<String> breaking(Quantity number, End end) {
            return aggregate.events().stream()
                    .filter(event -> breaks(event, number, end))
                    .map(EventModel::name)
                    .findFirst();
        }

        private boolean breaks(EventModel event, Quantity number, End end) {
            return assigned(event, number.field())
                    .map(value -> interval(number.of(value), read -> origins(event, read)))
                    .anyMatch(interval -> end.isPassed(number.last(), interval));
        }

        private Stream<Expression> assigned(EventModel event, FieldModel field) {
            Stream<Assignment> begun =
                    event.creates()
                            ? Effects.beginning(aggregate.fields(), aggregate.lifecycle(), event)
                                    .stream()
                            : Stream.of();
            Stream<Assignment> changed =
                    event.changes()
                            ? Effects.changes(aggregate.fields(), aggregate.lifecycle(), event)
                                    .stream()
                            : Stream.of();
            return Stream.concat(begun, changed)
                    .filter(assignment -> assignment.field().equals(field))
                    .flatMap(
                            assignment -> {
                                if (assignment.source() instanceof Computation computation) {
                                    return Stream.of(computation.value());
                                }
                                return assignment.source() instanceof Copy copy
                                        ? Stream.of(new Read(Root.EVENT, copy.from(), false))
                                        : Stream.of();
                            });
        }

        /** What fills a field of an event; itself where that is no such field. */
        private Stream<Expression> origins(EventModel event, Expression value) {
            if (!(value instanceof Read read) || read.root() != Root.EVENT || read.identity()) {
                return Stream.of(value);
            }
            return aggregate.commands().stream()
                    .flatMap(
                            command ->
                                    command.emission().events().stream()
                                            .filter(emitted -> emitted.event().equals(event.name()))
                                            .flatMap(emitted -> emitted.sources().stream())
                                            .filter(
                                                    source ->
                                                            source.field()
                                                                    .equals(read.field().name()))
                                            .flatMap(source -> origin(command, source)));
        }

        private Stream<Expression> origin(CommandModel command, FieldSource source) {
            if (source instanceof FieldSource.FromExpression computed) {
                return Stream.of(computed.computed().value());
            }
            if (source instanceof FieldSource.FromCommand) {
                return read(Root.COMMAND, command.fields(), source.field());
            }
            return source instanceof FieldSource.FromState
                    ? read(Root.STATE, aggregate.fields(), source.field())
                    : Stream.of();
        }

        private static Stream<Expression> read(Root root, List<FieldModel> fields, String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(field -> new Read(root, field, false));
        }
    }
}
