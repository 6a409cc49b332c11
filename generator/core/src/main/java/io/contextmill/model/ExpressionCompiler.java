package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import io.contextmill.spec.ExpressionSpec;
import io.contextmill.spec.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses and type-checks expressions by Google's CEL library, and makes {@linkplain Expression
 * expressions of our own} of them. What is wrong is reported where it stands.
 */
final class ExpressionCompiler {
    private static final Pattern UNDECLARED =
            Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern UNDEFINED = Pattern.compile("undefined field '([^']*)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile(
                    "found no matching overload for '([^']*)' applied to '(.*?)' \\(cand.*",
                    Pattern.DOTALL);
    private static final Pattern UNEXPECTED =
            Pattern.compile(
                    "(?:extraneous|mismatched) input '(.*?)' expecting.*|no viable alternative at input '(.*)'",
                    Pattern.DOTALL);
    private static final Pattern TOKEN =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|[0-9.]+|&&|\\|\\||[=!<>]=|\\S");
    private static final Pattern EMPTY_LIST = Pattern.compile("\\s*\\[\\s*]\\s*");
    private static final int LONGEST = 2000;

    private final CelEnvironment environment;
    private final Hints hints;
    private final List<Diagnostic> findings;
    private Optional<ExpressionScope> last = Optional.empty();
    private Optional<CelCompiler> compiler = Optional.empty();

    ExpressionCompiler(
            List<EnumType> enums, List<ValueType> values, Hints hints, List<Diagnostic> findings) {
        this.environment = new CelEnvironment(enums, values);
        this.hints = hints;
        this.findings = findings;
    }

    /** Something that holds or does not; absent after a finding. */
    Optional<Expression> condition(ExpressionSpec spec, ExpressionScope scope) {
        return checked(spec, scope, false)
                .filter(
                        expression ->
                                expression.type() == Scalar.BOOLEAN
                                        || mismatch(
                                                spec,
                                                "a condition is a `boolean`, not "
                                                        + quoted(expression.type().word()),
                                                "compare it with something, as in `quantity >= 1`"));
    }

    /** A value that a field can hold; absent after a finding. */
    Optional<Expression> value(ExpressionSpec spec, ExpressionScope scope, FieldModel target) {
        if (target.type() instanceof ListType list && EMPTY_LIST.matcher(spec.text()).matches()) {
            return empty(spec, target, list);
        }
        return checked(spec, scope, target.optional())
                .filter(expression -> fits(spec, expression, target));
    }

    /** A list of nothing says by itself not of which type its items are. */
    private Optional<Expression> empty(ExpressionSpec spec, FieldModel target, ListType list) {
        int least = list.min().orElse(0);
        return least == 0
                        || mismatch(
                                spec,
                                quoted(target.name()) + " has at least " + least + " items",
                                "write so many of them, or let the field hold none")
                ? Optional.of(new Expression.ListOf(List.of(), list))
                : Optional.empty();
    }

    private boolean fits(ExpressionSpec spec, Expression expression, FieldModel target) {
        Type type = expression.type();
        boolean number = isWhole(type) || type == Scalar.DECIMAL;
        if (expression.mayBeAbsent() && !FieldFit.isSame(type, target.type())) {
            return mismatch(
                    spec,
                    quoted(target.name())
                            + " is "
                            + quoted(target.type().word())
                            + ", and this is "
                            + quoted(type.word())
                            + ", which may be missing",
                    sameType(target, type));
        }
        boolean fits =
                target.type() == Scalar.DECIMAL
                        ? number
                        : isWhole(target.type())
                                ? isWhole(type)
                                : isText(target.type())
                                        ? isText(type)
                                        : FieldFit.isSame(type, target.type());
        if (!fits) {
            return mismatch(
                    spec,
                    quoted(target.name())
                            + " is "
                            + quoted(target.type().word())
                            + ", and this is "
                            + quoted(type.word()),
                    sameType(target, type));
        }
        int scale = target.limits().scale().orElse(0);
        if (type == Scalar.DECIMAL && Decimals.scale(expression) > scale) {
            return mismatch(
                    spec,
                    "this may have "
                            + Decimals.scale(expression)
                            + " digits behind the point, and "
                            + quoted(target.name())
                            + " has "
                            + scale,
                    "give "
                            + quoted(target.name())
                            + " as many, as in `decimal("
                            + (target.limits().precision().orElse(0)
                                    + Decimals.scale(expression)
                                    - scale)
                            + ","
                            + Decimals.scale(expression)
                            + ")`");
        }
        return true;
    }

    private static String sameType(FieldModel target, Type type) {
        if (isWhole(target.type()) && type == Scalar.DECIMAL) {
            return "a decimal never becomes a whole number: make "
                    + quoted(target.name())
                    + " a `decimal`";
        }
        return "write something that is "
                + quoted(target.type().word())
                + ", or give "
                + quoted(target.name())
                + " the type "
                + quoted(type.word());
    }

    static boolean isWhole(Type type) {
        return type == Scalar.INT || type == Scalar.LONG;
    }

    static boolean isText(Type type) {
        return type == Scalar.STRING || type == Scalar.TEXT;
    }

    private boolean mismatch(ExpressionSpec spec, String message, String hint) {
        findings.add(ExpressionRules.EXPRESSION_TYPE.at(spec.span(), message, hint));
        return false;
    }

    private Optional<Expression> checked(
            ExpressionSpec spec, ExpressionScope scope, boolean mayBeAbsent) {
        if (spec.text().length() > LONGEST) {
            findings.add(
                    ExpressionRules.EXPRESSION_SYNTAX.at(
                            spec.span(),
                            "an expression is not longer than " + LONGEST + " characters",
                            "say it in the team's own class"));
            return Optional.empty();
        }
        CelCompiler known = compiler(scope);
        CelValidationResult parsed = known.parse(spec.text());
        if (parsed.hasError()) {
            findings.add(syntax(spec, parsed.getErrors().get(0)));
            return Optional.empty();
        }
        try {
            CelValidationResult result = known.check(parsed.getAst());
            if (result.hasError()) {
                report(spec, result, issue -> type(spec, scope, issue));
                return Optional.empty();
            }
            CelAbstractSyntaxTree tree = result.getAst();
            return new ExpressionReader(spec, scope, environment, tree, findings).read(mayBeAbsent);
        } catch (CelValidationException e) {
            throw new IllegalStateException("no error was reported", e);
        }
    }

    private CelCompiler compiler(ExpressionScope scope) {
        if (last.filter(scope::equals).isEmpty()) {
            last = Optional.of(scope);
            compiler = Optional.of(environment.compiler(scope));
        }
        return compiler.orElseThrow();
    }

    private void report(
            ExpressionSpec spec,
            CelValidationResult result,
            Function<CelIssue, Diagnostic> finding) {
        List<Diagnostic> reported = new ArrayList<>();
        for (CelIssue issue : result.getErrors()) {
            if (issue.getMessage().startsWith("Message type resolution failure")) {
                // That there is no such type is reported as well.
                continue;
            }
            Diagnostic diagnostic = finding.apply(issue);
            // One mistake leads to others in its place; an unknown macro to unknown names.
            if (reported.stream().noneMatch(other -> other.span().equals(diagnostic.span()))) {
                reported.add(diagnostic);
            }
            if (isFunction(spec, issue)) {
                break;
            }
        }
        findings.addAll(reported);
    }

    private static boolean isFunction(ExpressionSpec spec, CelIssue issue) {
        return UNDECLARED.matcher(issue.getMessage()).matches()
                && spec.text().startsWith("(", offset(spec, issue));
    }

    private Diagnostic syntax(ExpressionSpec spec, CelIssue issue) {
        String message = issue.getMessage();
        Matcher unexpected = UNEXPECTED.matcher(message);
        String text = message;
        if (message.contains("'<EOF>'") && message.startsWith("mismatched")) {
            text = "the expression ends too early";
        } else if (unexpected.matches()) {
            String token = unexpected.group(1) == null ? unexpected.group(2) : unexpected.group(1);
            text = quoted(token) + " is not expected here";
        } else if (message.startsWith("token recognition error at: '")) {
            text =
                    quoted(message.substring(message.indexOf('\'') + 1, message.length() - 1))
                            + " is no part of an expression";
        } else if (message.startsWith("missing '")) {
            text = quoted(message.substring(9, message.indexOf('\'', 9))) + " is missing";
        } else if (message.startsWith("reserved identifier: ")) {
            text =
                    quoted(message.substring("reserved identifier: ".length()))
                            + " is a word of CEL, and no name";
        }
        return ExpressionRules.EXPRESSION_SYNTAX.at(
                at(spec, offset(spec, issue)),
                text,
                "an expression is written in CEL, as in `quantity >= 1 && has(note)`");
    }

    private Diagnostic type(ExpressionSpec spec, ExpressionScope scope, CelIssue issue) {
        String message = issue.getMessage();
        int offset = offset(spec, issue);
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            String name = undeclared.group(1);
            if (name.equals(Moments.NOW) && scope.now().isEmpty()) {
                return ExpressionRules.EXPRESSION_UNKNOWN_NAME.at(
                        span(spec, offset, name),
                        "there is no `now` here: this holds, or comes out, the same at any time",
                        scope.event().isPresent()
                                ? "let the event carry the moment, as in `with: {at: \"now\"}` where it is emitted"
                                : "ask for it in a guard, or let an event keep it in a field");
            }
            return memberOf(scope, name)
                    .map(holder -> unqualified(spec, offset, name, holder))
                    .orElseGet(() -> unknown(spec, offset, name, names(scope)));
        }
        Matcher undefined = UNDEFINED.matcher(message);
        if (undefined.matches()) {
            return unknown(spec, offset, undefined.group(1), fields(scope));
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            String applied = overload.group(2);
            String types = applied.replaceFirst("^\\(", "").replaceFirst("\\)$", "");
            return ExpressionRules.EXPRESSION_TYPE.at(
                    at(spec, offset),
                    quoted(operator(overload.group(1)))
                            + " cannot be applied to "
                            + quoted(spoken(types)),
                    quoted(operator(overload.group(1)))
                            + " takes "
                            + operands(operator(overload.group(1))));
        }
        return message.endsWith("does not support field selection")
                ? ExpressionRules.EXPRESSION_TYPE.at(
                        at(spec, offset),
                        spoken(message),
                        "only value objects, `command` and `event` have fields")
                : ExpressionRules.EXPRESSION_TYPE.at(at(spec, offset), spoken(message));
    }

    /** What has a field of that name, where only its qualified name is known. */
    private static Optional<String> memberOf(ExpressionScope scope, String name) {
        return scope.event().filter(event -> event.names().contains(name)).isPresent()
                ? Optional.of("event")
                : scope.command()
                        .filter(command -> command.names().contains(name))
                        .map(command -> "command");
    }

    private static Diagnostic unqualified(
            ExpressionSpec spec, int offset, String name, String holder) {
        return ExpressionRules.EXPRESSION_UNKNOWN_NAME.at(
                span(spec, offset, name),
                "there is no " + quoted(name) + " here",
                "did you mean " + quoted(holder + "." + name) + "?");
    }

    private static SourceSpan span(ExpressionSpec spec, int offset, String name) {
        int start = offset;
        if (!spec.text().startsWith(name, start)) {
            start =
                    spec.text().startsWith(name, offset + 1)
                            ? offset + 1
                            : Math.max(0, spec.text().lastIndexOf(name, offset));
        }
        return spec.part(start, Math.min(spec.text().length(), start + name.length()));
    }

    private Diagnostic unknown(ExpressionSpec spec, int offset, String name, List<String> known) {
        SourceSpan span = span(spec, offset, name);
        RuleDescription rule = ExpressionRules.EXPRESSION_UNKNOWN_NAME;
        return hints.unknown(
                rule,
                new Text(name, span),
                "there is no " + quoted(name) + " here",
                known,
                "there is ");
    }

    private List<String> names(ExpressionScope scope) {
        List<String> names = new ArrayList<>();
        scope.state().ifPresent(fields -> fields.forEach(field -> names.add(field.name())));
        scope.command().ifPresent(command -> names.add("command"));
        scope.event().ifPresent(event -> names.add("event"));
        scope.now().ifPresent(now -> names.add(Moments.NOW));
        environment.byName().keySet().stream()
                .filter(name -> name.indexOf('.') < 0)
                .sorted()
                .forEach(names::add);
        return names;
    }

    private List<String> fields(ExpressionScope scope) {
        List<String> names = new ArrayList<>();
        scope.command().ifPresent(command -> names.addAll(command.names()));
        scope.event().ifPresent(event -> names.addAll(event.names()));
        environment.memberNames().forEach(names::add);
        return names.stream().distinct().toList();
    }

    private static String operator(String function) {
        return switch (function) {
            case "_?_:_" -> "? :";
            case "_[_]" -> "[ ]";
            case "@in" -> "in";
            default -> function.replace("_", "").replace("@", "");
        };
    }

    /** What an operator or a function takes. */
    private static String operands(String operator) {
        return switch (operator) {
            case "+" -> "two numbers, two texts, two durations, or an instant and a duration";
            case "-" ->
                    "two numbers, two instants, two durations, or an instant and a duration, in that order";
            case "*" -> "two numbers";
            case "<", "<=", ">", ">=" -> "two numbers, dates, times, instants or durations";
            case "==", "!=" ->
                    "two values of one type, or two numbers; a value of an enum has no quotes,"
                            + " a typed scalar is `Code{value: 'X'}`";
            case "&&", "||", "!" -> "conditions, as in `quantity >= 1`";
            case "? :" -> "a condition and two values of one type";
            case "in" -> "a value and a list of such values";
            case "size" -> "a text or a list";
            case "startsWith", "endsWith", "contains" -> "two texts";
            default -> "other types";
        };
    }

    private static String spoken(String text) {
        return text.replace("google.protobuf.Timestamp", "instant")
                .replace("google.protobuf.Duration", "duration");
    }

    /** CEL counts code points, and lines from 1. */
    private static int offset(ExpressionSpec spec, CelIssue issue) {
        String text = spec.text();
        int start = 0;
        for (int line = 1; line < issue.getSourceLocation().getLine(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        int rest = text.codePointCount(start, text.length());
        return text.offsetByCodePoints(start, Math.min(column, rest));
    }

    /** The token that begins at an offset. */
    static SourceSpan at(ExpressionSpec spec, int offset) {
        Matcher token = TOKEN.matcher(spec.text());
        return token.find(offset) && token.start() == offset
                ? spec.part(offset, token.end())
                : offset >= spec.text().length() ? spec.span() : spec.part(offset, offset + 1);
    }
}
