package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.CelStruct;
import dev.cel.common.types.SimpleType;
import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.Expression.Binary;
import io.contextmill.model.Expression.Has;
import io.contextmill.model.Expression.Item;
import io.contextmill.model.Expression.Literal;
import io.contextmill.model.Expression.Member;
import io.contextmill.model.Expression.Not;
import io.contextmill.model.Expression.Operator;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.Expression.TextTest;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import io.contextmill.spec.ExpressionSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes an {@link Expression} of a checked tree of CEL. What CEL allows and no Java is made of is
 * reported, and so is an optional field that is used where nobody asked whether it is there.
 */
final class ExpressionReader {
    private static final Map<String, Operator> OPERATORS =
            Map.ofEntries(
                    Map.entry("_&&_", Operator.AND),
                    Map.entry("_||_", Operator.OR),
                    Map.entry("_==_", Operator.EQUAL),
                    Map.entry("_!=_", Operator.NOT_EQUAL),
                    Map.entry("_<_", Operator.LESS),
                    Map.entry("_<=_", Operator.LESS_OR_EQUAL),
                    Map.entry("_>_", Operator.GREATER),
                    Map.entry("_>=_", Operator.GREATER_OR_EQUAL),
                    Map.entry("_+_", Operator.PLUS),
                    Map.entry("_-_", Operator.MINUS),
                    Map.entry("_*_", Operator.TIMES));

    private final ExpressionSpec spec;
    private final ExpressionScope scope;
    private final CelAbstractSyntaxTree tree;
    private final List<Diagnostic> findings;
    private final Map<String, Expression.Constant> constants;
    private final Map<String, ValueType> values;

    ExpressionReader(
            ExpressionSpec spec,
            ExpressionScope scope,
            CelEnvironment environment,
            CelAbstractSyntaxTree tree,
            List<Diagnostic> findings) {
        this.spec = spec;
        this.scope = scope;
        this.tree = tree;
        this.findings = findings;
        this.constants = environment.byName();
        this.values = environment.values();
    }

    /**
     * What is known at one place.
     *
     * @param present the optional fields that are there
     * @param items the items of lists that macros have names for
     */
    private record Known(Set<String> present, Map<String, FieldModel> items) {
        Known with(Set<String> more) {
            Set<String> all = new HashSet<>(present);
            all.addAll(more);
            return new Known(all, items);
        }

        Known with(String item, FieldModel field) {
            Map<String, FieldModel> all = new HashMap<>(items);
            all.put(item, field);
            Set<String> others = new HashSet<>(present);
            others.removeIf(path -> path.startsWith(item + "."));
            return new Known(others, all);
        }
    }

    /** What stops the reading of one expression, once it was reported. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The expression; absent after a finding.
     *
     * @param mayBeAbsent whether all of it may be an optional field, whether it is there or not
     */
    Optional<Expression> read(boolean mayBeAbsent) {
        Known nothing = new Known(Set.of(), Map.of());
        try {
            CelExpr root = tree.getExpr();
            Expression expression = read(root, nothing);
            if (!mayBeAbsent) {
                requirePresent(expression, root, nothing);
            }
            return Optional.of(expression);
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private Expression read(CelExpr node, Known known) throws Unreadable {
        return switch (node.exprKind().getKind()) {
            case CONSTANT -> constant(node);
            case IDENT -> name(node, known);
            case SELECT -> selection(node, node.select(), known);
            case CALL -> call(node, node.call(), known);
            case LIST -> list(node, known);
            case STRUCT -> value(node, node.struct(), known);
            case COMPREHENSION -> macro(node, node.comprehension(), known);
            default -> throw unsupported(node, "this");
        };
    }

    /** A part whose value has to be there. */
    private Expression operand(CelExpr node, Known known) throws Unreadable {
        Expression expression = read(node, known);
        requirePresent(expression, node, known);
        return expression;
    }

    private void requirePresent(Expression expression, CelExpr node, Known known)
            throws Unreadable {
        if (expression.mayBeAbsent() && !known.present().contains(path(expression))) {
            findings.add(
                    ExpressionRules.EXPRESSION_MAY_BE_ABSENT.at(
                            ExpressionCompiler.at(spec, start(node)),
                            quoted(path(expression)) + " may be missing",
                            "ask first, as in `has("
                                    + path(expression)
                                    + ") && …` or `has("
                                    + path(expression)
                                    + ") ? … : …`"));
            throw new Unreadable();
        }
    }

    private Expression constant(CelExpr node) throws Unreadable {
        CelConstant constant = node.constant();
        return switch (constant.getKind()) {
            case INT64_VALUE -> new Literal(Scalar.LONG, constant.int64Value());
            case STRING_VALUE -> new Literal(Scalar.TEXT, constant.stringValue());
            case BOOLEAN_VALUE -> new Literal(Scalar.BOOLEAN, constant.booleanValue());
            case DOUBLE_VALUE ->
                    new Literal(Scalar.DECIMAL, BigDecimal.valueOf(constant.doubleValue()));
            default -> throw unsupported(node, "a literal of this kind");
        };
    }

    private Expression name(CelExpr node, Known known) throws Unreadable {
        String name = node.ident().name();
        FieldModel item = known.items().get(name);
        if (item != null) {
            return new Item(name, item);
        }
        Expression.Constant constant = constants.get(name);
        if (constant != null) {
            return constant;
        }
        if (isMessage(name)) {
            throw unsupported(node, quoted(name) + " as a whole");
        }
        Optional<FieldModel> field =
                scope.state().orElse(List.of()).stream()
                        .filter(own -> own.name().equals(name))
                        .findFirst();
        if (field.isEmpty() && scope.now().isPresent() && name.equals(Moments.NOW)) {
            return scope.now().get();
        }
        if (field.isEmpty()) {
            throw unsupported(node, quoted(name));
        }
        return new Read(Root.STATE, field.get(), false);
    }

    private boolean isMessage(String name) {
        return (name.equals("command") && scope.command().isPresent())
                || (name.equals("event") && scope.event().isPresent());
    }

    private Expression selection(CelExpr node, CelSelect select, Known known) throws Unreadable {
        Expression field = field(node, select, known);
        return select.testOnly() ? has(field, node) : field;
    }

    private Expression has(Expression field, CelExpr node) throws Unreadable {
        if (!field.mayBeAbsent()) {
            throw unsupported(node, "`has` of what is always there");
        }
        return new Has(field);
    }

    private Expression field(CelExpr node, CelSelect select, Known known) throws Unreadable {
        CelExpr operand = select.operand();
        if (operand.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            String name = operand.ident().name();
            if (!known.items().containsKey(name) && isMessage(name)) {
                boolean command = name.equals("command");
                ExpressionScope.Message message =
                        (command ? scope.command() : scope.event()).orElseThrow();
                FieldModel field = message.field(select.field()).orElseThrow();
                return new Read(
                        command ? Root.COMMAND : Root.EVENT,
                        field,
                        field.equals(message.identity()));
            }
        }
        Expression of = operand(operand, known);
        if (!(of.type() instanceof ValueType value)) {
            throw unsupported(node, "a field of " + quoted(of.type().word()));
        }
        return new Member(
                of,
                value.fields().stream()
                        .filter(field -> field.name().equals(select.field()))
                        .findFirst()
                        .orElseThrow());
    }

    private Expression call(CelExpr node, CelCall call, Known known) throws Unreadable {
        String function = call.function();
        Operator operator = OPERATORS.get(function);
        if (operator != null) {
            return binary(node, operator, call.args().get(0), call.args().get(1), known);
        }
        switch (function) {
            case "!_" -> {
                return new Not(operand(call.args().get(0), known));
            }
            case "-_" -> {
                Expression of = operand(call.args().get(0), known);
                return new Expression.Negation(
                        of, of.type() == Scalar.DECIMAL ? Scalar.DECIMAL : Scalar.LONG);
            }
            case "_?_:_" -> {
                return conditional(call.args(), known);
            }
            case "@in" -> {
                Expression item = operand(call.args().get(0), known);
                Expression list = operand(call.args().get(1), known);
                if (item.type() == Scalar.DECIMAL) {
                    throw unsupported(node, "`in` for decimals");
                }
                return new Expression.In(item, list);
            }
            case "size" -> {
                CelExpr of = call.target().orElseGet(() -> call.args().get(0));
                return new Expression.Size(operand(of, known));
            }
            case CelEnvironment.HAS -> {
                return has(read(call.args().get(0), known), node);
            }
            case CelEnvironment.TO_DECIMAL -> {
                CelExpr number = call.args().get(0);
                if (isDouble(number) && !isLiteral(number)) {
                    throw unsupported(node, "a number with a point that is no literal");
                }
                Expression of = operand(number, known);
                return of instanceof Literal literal
                        ? new Literal(Scalar.DECIMAL, new BigDecimal(literal.value().toString()))
                        : new Expression.ToDecimal(of);
            }
            case CelEnvironment.TO_DURATION -> {
                return duration(node, call.args().get(0));
            }
            case "sum" -> {
                Expression list = operand(call.target().orElseThrow(), known);
                boolean whole =
                        list.type() instanceof ListType type
                                && ExpressionCompiler.isWhole(type.item().type());
                return new Expression.Sum(list, whole ? Scalar.LONG : Scalar.DECIMAL);
            }
            default -> {
                for (TextTest test : TextTest.values()) {
                    if (test.function().equals(function)) {
                        return new Expression.TestOfText(
                                test,
                                operand(call.target().orElseThrow(), known),
                                operand(call.args().get(0), known));
                    }
                }
                throw unsupported(node, what(function));
            }
        }
    }

    private Expression duration(CelExpr node, CelExpr text) throws Unreadable {
        if (!isLiteral(text)) {
            throw unsupported(node, "a duration that is no literal");
        }
        String written = text.constant().stringValue();
        Optional<Duration> duration = Durations.parse(written);
        if (duration.isEmpty()) {
            findings.add(
                    ExpressionRules.EXPRESSION_TYPE.at(
                            ExpressionCompiler.at(spec, start(node)),
                            quoted(written) + " is no duration",
                            "as in `duration('36h')` or `duration('1h30m')`; up to 10,000 years"));
            throw new Unreadable();
        }
        return new Literal(Scalar.DURATION, duration.get());
    }

    private static String what(String function) {
        return switch (function) {
            case "_/_" -> "division";
            case "_%_" -> "the remainder of a division";
            case "_[_]" -> "an item of a list by its place";
            default -> "the function " + quoted(function);
        };
    }

    private Expression binary(
            CelExpr node, Operator operator, CelExpr left, CelExpr right, Known known)
            throws Unreadable {
        Expression first = operand(left, known);
        Known then =
                switch (operator) {
                    case AND -> known.with(presentIf(first, true));
                    case OR -> known.with(presentIf(first, false));
                    default -> known;
                };
        Expression second = operand(right, then);
        boolean doubles = isDouble(left) || isDouble(right);
        boolean decimals = isDecimal(left) || isDecimal(right);
        if (doubles && (!decimals || !(isLiteral(left) || isLiteral(right)))) {
            throw unsupported(node, "a number with a point that stands beside no decimal");
        }
        Type type = Scalar.BOOLEAN;
        if (operator.isArithmetic()) {
            if (first.type() == Scalar.DECIMAL || second.type() == Scalar.DECIMAL) {
                type = Scalar.DECIMAL;
            } else if (Durations.isTime(first.type()) && Durations.isTime(second.type())) {
                type = Durations.type(first.type(), second.type());
            } else if (ExpressionCompiler.isWhole(first.type())) {
                type = Scalar.LONG;
            } else if (ExpressionCompiler.isText(first.type())) {
                type = Scalar.TEXT;
            } else {
                throw unsupported(
                        node,
                        quoted(operator.sign())
                                + " for "
                                + quoted(first.type().word())
                                + " and "
                                + quoted(second.type().word()));
            }
        } else if (operator.isOrder()
                && (first.type() == Scalar.BOOLEAN || ExpressionCompiler.isText(first.type()))) {
            throw unsupported(node, "the order of " + quoted(first.type().word()) + "s");
        }
        return new Binary(operator, first, second, type);
    }

    private boolean isDouble(CelExpr node) {
        return tree.getTypeOrThrow(node.id()).equals(SimpleType.DOUBLE);
    }

    private boolean isDecimal(CelExpr node) {
        return tree.getTypeOrThrow(node.id()).equals(CelEnvironment.DECIMAL);
    }

    private static boolean isLiteral(CelExpr node) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
    }

    private Expression conditional(List<CelExpr> parts, Known known) throws Unreadable {
        Expression condition = operand(parts.get(0), known);
        Expression then = operand(parts.get(1), known.with(presentIf(condition, true)));
        Expression otherwise = operand(parts.get(2), known.with(presentIf(condition, false)));
        return new Expression.Conditional(
                condition, then, otherwise, wider(then.type(), otherwise.type()));
    }

    /** The type that has the values of two types that CEL takes for one. */
    private static Type wider(Type one, Type other) {
        if (one instanceof ListType list && other instanceof ListType otherList) {
            Type item = wider(list.item().type(), otherList.item().type());
            return item.equals(list.item().type()) ? one : other;
        }
        return ExpressionCompiler.isWhole(one) && !one.equals(other) ? Scalar.LONG : one;
    }

    private Expression list(CelExpr node, Known known) throws Unreadable {
        List<Expression> items = new ArrayList<>();
        for (CelExpr item : node.list().elements()) {
            items.add(operand(item, known));
        }
        if (items.isEmpty() || !node.list().optionalIndices().isEmpty()) {
            throw unsupported(node, "a list of nothing");
        }
        return new Expression.ListOf(items, listOf(items));
    }

    private ListType listOf(List<Expression> items) {
        Type type =
                items.stream().map(Expression::type).reduce(ExpressionReader::wider).orElseThrow();
        OptionalInt scale =
                type == Scalar.DECIMAL
                        ? items.stream().mapToInt(Decimals::scale).max()
                        : OptionalInt.empty();
        Limits limits =
                new Limits(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        scale,
                        List.of(),
                        Optional.empty());
        return new ListType(
                new FieldModel("item", type, false, limits, spec.span()),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private Expression value(CelExpr node, CelStruct struct, Known known) throws Unreadable {
        ValueType type = values.get(struct.messageName());
        if (type == null) {
            throw unsupported(node, "a new " + quoted(struct.messageName()));
        }
        Map<String, Expression> said = new HashMap<>();
        for (CelStruct.Entry entry : struct.entries()) {
            said.put(entry.fieldKey(), operand(entry.value(), known));
        }
        List<Optional<Expression>> fields = new ArrayList<>();
        for (FieldModel field : type.fields()) {
            Expression value = said.get(field.name());
            if (value == null && !field.mayBeLeftOut()) {
                findings.add(
                        ExpressionRules.EXPRESSION_TYPE.at(
                                ExpressionCompiler.at(spec, start(node)),
                                "the new "
                                        + quoted(type.name())
                                        + " has no "
                                        + quoted(field.name()),
                                "say all of its fields but the optional ones and those with a default"));
                throw new Unreadable();
            }
            fields.add(Optional.ofNullable(value).or(() -> Defaults.of(field)));
        }
        return new Expression.NewValue(type, fields);
    }

    private Expression macro(CelExpr node, CelComprehension loop, Known known) throws Unreadable {
        CelExpr call = tree.getSource().getMacroCalls().get(node.id());
        if (call == null) {
            throw unsupported(node, "this macro");
        }
        Expression list = operand(loop.iterRange(), known);
        if (!(list.type() instanceof ListType type)) {
            throw unsupported(node, quoted(call.call().function()) + " of what is no list");
        }
        String item = loop.iterVar();
        Known inside = known.with(item, type.item());
        List<CelExpr> step =
                loop.loopStep().exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                        ? loop.loopStep().call().args()
                        : List.of();
        switch (call.call().function()) {
            case "all", "exists" -> {
                return new Expression.Quantified(
                        call.call().function().equals("all"),
                        list,
                        item,
                        operand(step.get(1), inside));
            }
            case "filter" -> {
                return new Expression.Filtered(list, item, operand(step.get(0), inside));
            }
            case "map" -> {
                if (call.call().args().size() != 2) {
                    throw unsupported(node, "`map` with a condition");
                }
                Expression value = operand(step.get(1).list().elements().get(0), inside);
                if (value.type() instanceof ListType) {
                    throw unsupported(node, "a list of lists");
                }
                return new Expression.Mapped(list, item, value, listOf(List.of(value)));
            }
            default -> throw unsupported(node, "the macro " + quoted(call.call().function()));
        }
    }

    /** The optional fields that are surely there where an expression has come out in one way. */
    private static Set<String> presentIf(Expression expression, boolean outcome) {
        if (expression instanceof Has has) {
            return outcome ? Set.of(path(has.field())) : Set.of();
        }
        if (expression instanceof Not not) {
            return presentIf(not.of(), !outcome);
        }
        if (expression instanceof Binary binary
                && binary.operator() == (outcome ? Operator.AND : Operator.OR)) {
            Set<String> both = new HashSet<>(presentIf(binary.left(), outcome));
            both.addAll(presentIf(binary.right(), outcome));
            return both;
        }
        return Set.of();
    }

    /** How an expression names a field. */
    private static String path(Expression expression) {
        if (expression instanceof Read read) {
            return switch (read.root()) {
                case STATE -> read.field().name();
                case COMMAND -> "command." + read.field().name();
                case EVENT -> "event." + read.field().name();
            };
        }
        if (expression instanceof Member member) {
            return path(member.of()) + "." + member.field().name();
        }
        return expression instanceof Item item ? item.name() : "";
    }

    private Unreadable unsupported(CelExpr node, String what) {
        findings.add(
                ExpressionRules.EXPRESSION_UNSUPPORTED.at(
                        ExpressionCompiler.at(spec, start(node)),
                        what + " cannot be said in an expression of a spec",
                        "say it otherwise, or in the team's own class"));
        return new Unreadable();
    }

    /** Where a part begins; operators and calls are told by their sign, so look left of it. */
    private int start(CelExpr node) {
        int offset = offset(node);
        if (node.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return Math.min(offset + 1, spec.text().length());
        }
        if (node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && offset < spec.text().length()
                && spec.text().charAt(offset) == '(') {
            int begin = offset;
            while (begin > 0 && Character.isJavaIdentifierPart(spec.text().charAt(begin - 1))) {
                begin--;
            }
            return begin;
        }
        return offset;
    }

    private int offset(CelExpr node) {
        int points =
                Stream.of(node.id())
                        .map(tree.getSource().getPositionsMap()::get)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElse(0);
        String text = spec.text();
        return text.offsetByCodePoints(0, Math.min(points, text.codePointCount(0, text.length())));
    }
}
