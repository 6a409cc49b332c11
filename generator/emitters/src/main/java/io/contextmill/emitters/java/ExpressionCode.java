package io.contextmill.emitters.java;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.model.Decimals;
import io.contextmill.model.Expression;
import io.contextmill.model.Expression.Binary;
import io.contextmill.model.Expression.Operator;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.naming.Names;
import io.contextmill.words.ReservedWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Expressions of the spec as Java that a reader would have written. It computes what CEL computes,
 * and throws an {@code ArithmeticException} where a whole number does not fit.
 */
public final class ExpressionCode {
    private static final int PRIMARY = 0;
    private static final int UNARY = 1;
    private static final int ADDITIVE = 3;
    private static final int RELATIONAL = 4;
    private static final int EQUALITY = 5;
    private static final int CONJUNCTION = 6;
    private static final int DISJUNCTION = 7;
    private static final int CONDITIONAL = 8;

    private final ContextTypes types;
    private final Map<Root, String> variables;
    private final Function<FieldModel, String> stateComponent;

    /** What the items of lists are called in Java, by the names of those that can be seen. */
    private final Map<String, String> items = new HashMap<>();

    private final Deque<String> parameters = new ArrayDeque<>();

    /**
     * @param variables what holds the state of an aggregate, the command and the event
     */
    public ExpressionCode(ContextTypes types, Map<Root, String> variables) {
        this(types, variables, Names::stateComponent);
    }

    /**
     * @param variables what holds the state, the command and the event
     * @param stateComponent what a component of the state is called
     */
    ExpressionCode(
            ContextTypes types,
            Map<Root, String> variables,
            Function<FieldModel, String> stateComponent) {
        this.types = types;
        this.variables = Map.copyOf(variables);
        this.stateComponent = stateComponent;
    }

    /** Code, and how tightly its parts hold together. */
    private record Java(CodeBlock code, int precedence) {
        static Java primary(String format, Object... arguments) {
            return new Java(CodeBlock.of(format, arguments), PRIMARY);
        }

        /** It as an operand of something that holds as tightly as that. */
        CodeBlock within(int outer) {
            return precedence > outer ? CodeBlock.of("($L)", code) : code;
        }
    }

    /** A condition that is true. */
    public CodeBlock condition(Expression expression) {
        return java(expression).code();
    }

    /** A condition that is true where the other is false. */
    public CodeBlock opposite(Expression expression) {
        return negated(expression).code();
    }

    /** A value as the component of a field holds it. */
    public CodeBlock value(Expression expression, FieldModel target) {
        if (expression.mayBeAbsent() && target.optional()) {
            return raw(expression).code();
        }
        CodeBlock value = converted(expression, target).code();
        return target.optional() ? CodeBlock.of("$T.of($L)", Optional.class, value) : value;
    }

    private Java converted(Expression expression, FieldModel target) {
        if (target.type() == Scalar.INT && expression.type() == Scalar.LONG) {
            return narrowed(expression);
        }
        if (target.type() == Scalar.LONG && target.optional()) {
            return wide(expression);
        }
        if (target.type() != Scalar.DECIMAL) {
            return java(expression);
        }
        Java decimal = decimal(expression);
        int scale = target.limits().scale().orElse(0);
        return Decimals.scale(expression) < scale
                ? Java.primary("$L.setScale($L)", decimal.within(PRIMARY), scale)
                : decimal;
    }

    /** A whole number that has to fit an {@code int}. */
    private Java narrowed(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Java.primary("$L", literal.value());
        }
        if (isInt(expression)) {
            return java(expression);
        }
        if (expression instanceof Binary binary && isInt(binary.left()) && isInt(binary.right())) {
            return Java.primary(
                    "$T.$L($L, $L)",
                    Math.class,
                    exact(binary.operator()),
                    java(binary.left()).code(),
                    java(binary.right()).code());
        }
        return Java.primary("$T.toIntExact($L)", Math.class, java(expression).code());
    }

    /** Whether Java computes it with 32 bits. */
    private static boolean isInt(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value() instanceof Long whole && whole == whole.intValue();
        }
        if (expression instanceof Expression.Conditional conditional) {
            return isInt(conditional.then()) && isInt(conditional.otherwise());
        }
        return expression instanceof Expression.Size || expression.type() == Scalar.INT;
    }

    private static String exact(Operator operator) {
        return switch (operator) {
            case PLUS -> "addExact";
            case MINUS -> "subtractExact";
            default -> "multiplyExact";
        };
    }

    private Java java(Expression expression) {
        if (expression instanceof Read || expression instanceof Expression.Member) {
            Java raw = raw(expression);
            return expression.mayBeAbsent() ? Java.primary("$L.orElseThrow()", raw.code()) : raw;
        }
        if (expression instanceof Expression.Literal literal) {
            return literal(literal);
        }
        if (expression instanceof Expression.Constant constant) {
            return Java.primary(
                    "$T.$L", types.type(constant.type()), Names.constant(constant.value()));
        }
        if (expression instanceof Expression.Item item) {
            return Java.primary("$L", items.getOrDefault(item.name(), item.name()));
        }
        if (expression instanceof Expression.Now) {
            return Java.primary("now");
        }
        if (expression instanceof Expression.Has has) {
            return Java.primary("$L.isPresent()", raw(has.field()).code());
        }
        if (expression instanceof Expression.Not not) {
            return negated(not.of());
        }
        if (expression instanceof Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Negation negation) {
            return negation.type() == Scalar.DECIMAL
                    ? Java.primary("$L.negate()", java(negation.of()).within(PRIMARY))
                    : Java.primary("$T.negateExact($L)", Math.class, wide(negation.of()).code());
        }
        if (expression instanceof Expression.ToDecimal decimal) {
            return decimal(decimal.of());
        }
        if (expression instanceof Expression.Conditional conditional) {
            return conditional(conditional);
        }
        return ofText(expression);
    }

    private Java ofText(Expression expression) {
        if (expression instanceof Expression.In in) {
            return in(in);
        }
        if (expression instanceof Expression.Size size) {
            CodeBlock of = java(size.of()).within(PRIMARY);
            return size.of().type() instanceof ListType
                    ? Java.primary("$L.size()", of)
                    : Java.primary("$L.codePointCount(0, $L.length())", of, of);
        }
        if (expression instanceof Expression.TestOfText test) {
            return Java.primary(
                    "$L.$L($L)",
                    java(test.text()).within(PRIMARY),
                    test.test().function(),
                    java(test.part()).code());
        }
        return ofList(expression);
    }

    private Java ofList(Expression expression) {
        if (expression instanceof Expression.Quantified quantified) {
            return Java.primary(
                    "$L.$L($L)",
                    stream(quantified.list()),
                    quantified.all() ? "allMatch" : "anyMatch",
                    lambda(quantified.item(), quantified.predicate()));
        }
        if (expression instanceof Expression.Mapped || expression instanceof Expression.Filtered) {
            return Java.primary("$L.toList()", stream(expression));
        }
        if (expression instanceof Expression.Sum sum) {
            return sum(sum);
        }
        if (expression instanceof Expression.ListOf list) {
            Type item = list.type().item().type();
            CodeBlock items =
                    list.items().stream()
                            .map(one -> item(one, item).code())
                            .collect(CodeBlock.joining(", "));
            return Java.primary("$T.of($L)", List.class, items);
        }
        if (expression instanceof Expression.NewValue made) {
            List<CodeBlock> arguments = new ArrayList<>();
            for (int i = 0; i < made.values().size(); i++) {
                FieldModel field = made.type().fields().get(i);
                arguments.add(
                        made.values()
                                .get(i)
                                .map(value -> value(value, field))
                                .orElse(CodeBlock.of("$T.empty()", Optional.class)));
            }
            return Java.primary(
                    "new $T($L)", types.type(made.type()), CodeBlock.join(arguments, ", "));
        }
        throw new IllegalArgumentException("no Java for " + expression);
    }

    /** A field, as an {@code Optional} where it may be missing. */
    private Java raw(Expression expression) {
        if (expression instanceof Expression.Member member) {
            return Java.primary(
                    "$L.$L()", java(member.of()).within(PRIMARY), Names.component(member.field()));
        }
        Read read = (Read) expression;
        String component =
                read.root() == Root.STATE
                        ? stateComponent.apply(read.field())
                        : Names.component(read.field());
        String variable = variables.get(read.root());
        if (variable == null) {
            throw new IllegalArgumentException("nothing holds the " + read.root());
        }
        return new Java(part(variable, component), PRIMARY);
    }

    /** A component of what a variable holds; one of its own where that is {@code this}. */
    static CodeBlock part(String variable, String component) {
        return variable.equals(EffectCode.THIS)
                ? CodeBlock.of("$L()", component)
                : CodeBlock.of("$L.$L()", variable, component);
    }

    private Java literal(Expression.Literal literal) {
        if (literal.type() instanceof IdType id) {
            String text = (String) literal.value();
            boolean uuid = id.value().type() == Scalar.UUID;
            CodeBlock value = uuid ? Literals.uuid(text) : Literals.string(text);
            return Java.primary("$L", types.wrapped(id, value));
        }
        if (literal.type() == Scalar.UUID) {
            return Java.primary("$L", Literals.uuid((String) literal.value()));
        }
        return literal.value() instanceof Temporal moment
                ? Java.primary("$L", Literals.moment(moment))
                : literal(literal.value());
    }

    private static Java literal(Object value) {
        if (value instanceof Long whole) {
            boolean small = whole == whole.intValue();
            return new Java(CodeBlock.of(small ? "$L" : "$LL", whole), whole < 0 ? UNARY : PRIMARY);
        }
        if (value instanceof BigDecimal decimal && decimal.signum() == 0 && decimal.scale() == 0) {
            return Java.primary("$T.ZERO", BigDecimal.class);
        }
        if (value instanceof BigDecimal decimal) {
            return Java.primary(
                    "new $T($L)", BigDecimal.class, Literals.string(decimal.toPlainString()));
        }
        if (value instanceof Duration duration) {
            return Java.primary("$L", Literals.duration(duration));
        }
        return value instanceof String text
                ? Java.primary("$L", Literals.string(text))
                : Java.primary("$L", value);
    }

    /** A number as an exact decimal. */
    private Java decimal(Expression expression) {
        if (expression instanceof Expression.Literal literal
                && literal.value() instanceof Long whole) {
            String known = whole == 0 ? "ZERO" : whole == 1 ? "ONE" : whole == 10 ? "TEN" : "";
            return known.isEmpty()
                    ? Java.primary("$T.valueOf($L)", BigDecimal.class, literal(whole).code())
                    : Java.primary("$T.$L", BigDecimal.class, known);
        }
        return expression.type() == Scalar.DECIMAL
                ? java(expression)
                : Java.primary("$T.valueOf($L)", BigDecimal.class, java(expression).code());
    }

    /** A whole number of 64 bits. */
    private Java wide(Expression expression) {
        if (!isInt(expression)) {
            return java(expression);
        }
        return expression instanceof Expression.Literal literal
                ? Java.primary("$LL", literal.value())
                : new Java(CodeBlock.of("(long) $L", java(expression).within(UNARY)), UNARY);
    }

    /** A value as a list of items of that type has it. */
    private Java item(Expression expression, Type type) {
        if (type == Scalar.LONG) {
            return wide(expression);
        }
        return type == Scalar.DECIMAL ? decimal(expression) : java(expression);
    }

    /**
     * A list whose items have that type in Java, in which an {@code Integer} is no {@code Long}.
     */
    private Java list(Expression list, Type type) {
        boolean wide = type instanceof ListType wanted && wanted.item().type() == Scalar.LONG;
        return wide ? longs(list) : java(list);
    }

    private Java longs(Expression list) {
        boolean narrow = list.type() instanceof ListType own && own.item().type() == Scalar.INT;
        return narrow
                ? Java.primary("$L.map($T::longValue).toList()", stream(list), Integer.class)
                : java(list);
    }

    private Java binary(Binary binary) {
        Operator operator = binary.operator();
        if (isLogical(operator)) {
            return joined(binary, operator, this::java);
        }
        if (operator.isArithmetic()) {
            return arithmetic(binary);
        }
        return compared(binary.left(), operator, binary.right());
    }

    private static boolean isLogical(Operator operator) {
        return operator == Operator.AND || operator == Operator.OR;
    }

    /** Two conditions, each as it is or its opposite, joined by an operator. */
    private static Java joined(
            Binary binary, Operator operator, Function<Expression, Java> condition) {
        boolean and = operator == Operator.AND;
        // An "and" within an "or" is grouped for whoever reads it.
        int inner = and ? CONJUNCTION : EQUALITY;
        CodeBlock operands =
                Stream.of(binary.left(), binary.right())
                        .map(
                                operand ->
                                        operand instanceof Binary same
                                                        && same.operator() == binary.operator()
                                                ? condition.apply(operand).code()
                                                : condition.apply(operand).within(inner))
                        .collect(CodeBlock.joining(" " + operator.sign() + " "));
        return new Java(operands, and ? CONJUNCTION : DISJUNCTION);
    }

    private Java arithmetic(Binary binary) {
        if (binary.type() == Scalar.TEXT) {
            return new Java(
                    CodeBlock.of(
                            "$L + $L",
                            java(binary.left()).within(ADDITIVE),
                            java(binary.right()).within(PRIMARY)),
                    ADDITIVE);
        }
        if (binary.type() == Scalar.INSTANT || binary.type() == Scalar.DURATION) {
            return time(binary);
        }
        if (binary.type() == Scalar.DECIMAL) {
            String method =
                    switch (binary.operator()) {
                        case PLUS -> "add";
                        case MINUS -> "subtract";
                        default -> "multiply";
                    };
            return Java.primary(
                    "$L.$L($L)",
                    decimal(binary.left()).within(PRIMARY),
                    method,
                    decimal(binary.right()).code());
        }
        boolean ints = isInt(binary.left()) && isInt(binary.right());
        return Java.primary(
                "$T.$L($L, $L)",
                Math.class,
                exact(binary.operator()),
                (ints ? wide(binary.left()) : java(binary.left())).code(),
                java(binary.right()).code());
    }

    /** A sum or a difference of instants and durations. */
    private Java time(Binary binary) {
        boolean plus = binary.operator() == Operator.PLUS;
        boolean swapped =
                binary.left().type() == Scalar.DURATION && binary.right().type() == Scalar.INSTANT;
        if (binary.left().type() == Scalar.INSTANT && binary.right().type() == Scalar.INSTANT) {
            return Java.primary(
                    "$T.between($L, $L)",
                    Duration.class,
                    java(binary.right()).code(),
                    java(binary.left()).code());
        }
        Expression of = swapped ? binary.right() : binary.left();
        Expression by = swapped ? binary.left() : binary.right();
        return Java.primary(
                "$L.$L($L)", java(of).within(PRIMARY), plus ? "plus" : "minus", java(by).code());
    }

    private Java compared(Expression left, Operator operator, Expression right) {
        int precedence = operator.isOrder() ? RELATIONAL : EQUALITY;
        if (left.type() == Scalar.DECIMAL || right.type() == Scalar.DECIMAL) {
            boolean zero =
                    right instanceof Expression.Literal literal
                            && literal.value() instanceof Long whole
                            && whole == 0;
            CodeBlock order =
                    zero
                            ? CodeBlock.of("$L.signum()", decimal(left).within(PRIMARY))
                            : CodeBlock.of(
                                    "$L.compareTo($L)",
                                    decimal(left).within(PRIMARY),
                                    decimal(right).code());
            return new Java(CodeBlock.of("$L $L 0", order, operator.sign()), precedence);
        }
        if (isMoment(left.type()) && operator.isOrder()) {
            boolean before = operator == Operator.LESS || operator == Operator.GREATER_OR_EQUAL;
            boolean opposite =
                    operator == Operator.LESS_OR_EQUAL || operator == Operator.GREATER_OR_EQUAL;
            return new Java(
                    CodeBlock.of(
                            "$L$L.$L($L)",
                            opposite ? "!" : "",
                            java(left).within(PRIMARY),
                            before ? "isBefore" : "isAfter",
                            java(right).code()),
                    opposite ? UNARY : PRIMARY);
        }
        if (left.type() == Scalar.DURATION && operator.isOrder()) {
            CodeBlock order =
                    CodeBlock.of(
                            "$L.compareTo($L)", java(left).within(PRIMARY), java(right).code());
            return new Java(CodeBlock.of("$L $L 0", order, operator.sign()), precedence);
        }
        boolean boxes = !operator.isOrder() && isBoxed(left) && isBoxed(right);
        boolean mixed = boxes && isInt(left) != isInt(right);
        if (operator.isOrder() || mixed || isIdentical(left, right)) {
            return new Java(
                    CodeBlock.of(
                            "$L $L $L",
                            (mixed ? unboxed(left) : java(left)).within(precedence - 1),
                            operator.sign(),
                            java(right).within(precedence - 1)),
                    precedence);
        }
        CodeBlock equal =
                CodeBlock.of(
                        "$L.equals($L)",
                        list(left, right.type()).within(PRIMARY),
                        list(right, left.type()).code());
        return operator == Operator.EQUAL
                ? new Java(equal, PRIMARY)
                : new Java(CodeBlock.of("!$L", equal), UNARY);
    }

    private static boolean isMoment(Type type) {
        return type == Scalar.INSTANT || type == Scalar.DATE || type == Scalar.TIME;
    }

    /** Whether {@code ==} compares values: of primitives and enums, if not both are boxed. */
    private static boolean isIdentical(Expression left, Expression right) {
        boolean primitive =
                left.type() == Scalar.INT
                        || left.type() == Scalar.LONG
                        || left.type() == Scalar.BOOLEAN;
        return left.type() instanceof EnumType || (primitive && !(isBoxed(left) && isBoxed(right)));
    }

    private static boolean isBoxed(Expression expression) {
        if (expression instanceof Expression.Conditional conditional) {
            return isBoxed(conditional.then())
                    && isBoxed(conditional.otherwise())
                    && isInt(conditional.then()) == isInt(conditional.otherwise());
        }
        return expression instanceof Expression.Item || expression.mayBeAbsent();
    }

    private Java unboxed(Expression number) {
        return new Java(CodeBlock.of("(long) $L", java(number).within(UNARY)), UNARY);
    }

    private Java negated(Expression expression) {
        if (expression instanceof Expression.Not not) {
            return java(not.of());
        }
        if (expression instanceof Expression.Has has) {
            return Java.primary("$L.isEmpty()", raw(has.field()).code());
        }
        if (expression instanceof Binary binary) {
            Operator operator = binary.operator();
            if (isLogical(operator)) {
                Operator joining = operator == Operator.AND ? Operator.OR : Operator.AND;
                return joined(binary, joining, this::negated);
            }
            Optional<Operator> other =
                    switch (operator) {
                        case EQUAL -> Optional.of(Operator.NOT_EQUAL);
                        case NOT_EQUAL -> Optional.of(Operator.EQUAL);
                        case LESS -> Optional.of(Operator.GREATER_OR_EQUAL);
                        case LESS_OR_EQUAL -> Optional.of(Operator.GREATER);
                        case GREATER -> Optional.of(Operator.LESS_OR_EQUAL);
                        case GREATER_OR_EQUAL -> Optional.of(Operator.LESS);
                        default -> Optional.empty();
                    };
            if (other.isPresent()) {
                return compared(binary.left(), other.get(), binary.right());
            }
        }
        return new Java(CodeBlock.of("!$L", java(expression).within(PRIMARY)), UNARY);
    }

    private Java conditional(Expression.Conditional conditional) {
        boolean decimal = conditional.type() == Scalar.DECIMAL;
        Java then =
                decimal
                        ? decimal(conditional.then())
                        : list(conditional.then(), conditional.type());
        Java otherwise =
                decimal
                        ? decimal(conditional.otherwise())
                        : list(conditional.otherwise(), conditional.type());
        return new Java(
                CodeBlock.of(
                        "$L ? $L : $L",
                        java(conditional.condition()).within(DISJUNCTION),
                        then.within(DISJUNCTION),
                        otherwise.within(CONDITIONAL)),
                CONDITIONAL);
    }

    private Java in(Expression.In in) {
        boolean whole = in.item().type() == Scalar.INT || in.item().type() == Scalar.LONG;
        if (in.list() instanceof Expression.ListOf list
                && (whole || list.items().size() == 1)
                && !mayFail(in)) {
            CodeBlock any =
                    list.items().stream()
                            .map(item -> compared(in.item(), Operator.EQUAL, item).within(EQUALITY))
                            .collect(CodeBlock.joining(" || "));
            return new Java(any, list.items().size() == 1 ? EQUALITY : DISJUNCTION);
        }
        ListType type = (ListType) in.list().type();
        boolean narrow = type.item().type() == Scalar.INT && isInt(in.item());
        return Java.primary(
                "$L.contains($L)",
                (whole && !narrow ? longs(in.list()) : java(in.list())).within(PRIMARY),
                (whole && !narrow ? wide(in.item()) : java(in.item())).code());
    }

    /** Whether some whole number in it may become too large. */
    private static boolean mayFail(Expression expression) {
        return expression
                .parts()
                .anyMatch(
                        part ->
                                part instanceof Expression.Negation
                                        || part instanceof Expression.Sum
                                        || (part instanceof Binary binary
                                                && binary.operator().isArithmetic()));
    }

    private CodeBlock stream(Expression list) {
        if (list instanceof Expression.Filtered filtered) {
            return CodeBlock.of(
                    "$L.filter($L)",
                    stream(filtered.list()),
                    lambda(filtered.item(), filtered.predicate()));
        }
        if (list instanceof Expression.Mapped mapped) {
            Type item = mapped.type().item().type();
            return CodeBlock.of(
                    "$L.map($L)",
                    stream(mapped.list()),
                    lambda(mapped.item(), () -> item(mapped.value(), item).code()));
        }
        return CodeBlock.of("$L.stream()", java(list).within(PRIMARY));
    }

    private Java sum(Expression.Sum sum) {
        if (sum.type() == Scalar.DECIMAL) {
            return Java.primary(
                    "$L.reduce($T.ZERO, $T::add)",
                    stream(sum.list()),
                    BigDecimal.class,
                    BigDecimal.class);
        }
        CodeBlock numbers =
                sum.list() instanceof Expression.Mapped mapped
                        ? CodeBlock.of(
                                "$L.mapToLong($L)",
                                stream(mapped.list()),
                                lambda(mapped.item(), mapped.value()))
                        : CodeBlock.of(
                                "$L.mapToLong($L -> $L)",
                                stream(sum.list()),
                                parameter("number"),
                                parameter("number"));
        return Java.primary("$L.reduce(0, $T::addExact)", numbers, Math.class);
    }

    /** A function of the items of a list that has the value of an expression. */
    private CodeBlock lambda(String item, Expression value) {
        return lambda(item, () -> java(value).code());
    }

    private CodeBlock lambda(String item, Supplier<CodeBlock> value) {
        String parameter = parameter(item);
        Optional<String> outer = Optional.ofNullable(items.put(item, parameter));
        parameters.push(parameter);
        CodeBlock lambda = CodeBlock.of("$L -> $L", parameter, value.get());
        parameters.pop();
        outer.ifPresentOrElse(name -> items.put(item, name), () -> items.remove(item));
        return lambda;
    }

    /** The parameter of a lambda, unlike the variables around it. */
    private String parameter(String item) {
        String name = item;
        while (variables.containsValue(name)
                || parameters.contains(name)
                || name.equals("now")
                || ReservedWords.isJavaKeyword(name)) {
            name += "_";
        }
        return name;
    }
}
