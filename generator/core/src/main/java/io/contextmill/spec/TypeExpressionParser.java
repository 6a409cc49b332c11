package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.source.Findings;
import io.contextmill.source.Node.Scalar;
import io.contextmill.spec.TypeExpression.Bound;
import io.contextmill.spec.TypeExpression.Range;
import io.contextmill.words.TypeSynonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Parses the type of a field:
 *
 * <pre>
 * type     = name [ "(" range { "," range } ")" ] [ "[" [ range ] "]" ] [ "?" ] { bound } [ pattern | default ]
 * range    = number | [ number ] ".." [ number ]
 * bound    = ( "&gt;=" | "&gt;" | "&lt;=" | "&lt;" ) [ "-" ] digits [ "." digits ]
 * pattern  = "~" regular expression, to the end
 * default  = "=" literal, to the end
 * </pre>
 *
 * <p>Blanks may stand between the parts. What follows a mistake is not looked at.
 */
final class TypeExpressionParser {
    private static final int LONGEST = 500;
    private static final int MOST_DIGITS = 9;
    private static final String END = "the end";

    private static final Pattern FOREIGN =
            Pattern.compile(
                    "\\s*(?:\\[\\s*(?<inBrackets>[A-Za-z]\\w*)\\s*]"
                            + "|(?:list|array|arraylist|set|collection|seq|sequence|(?<optional>optional|option|maybe|nullable))"
                            + "(?:\\s*[<\\[]\\s*(?<inAngles>[A-Za-z]\\w*)\\s*[>\\]]|\\s+of\\s+(?<behindOf>[A-Za-z]\\w*)))\\s*",
                    Pattern.CASE_INSENSITIVE);

    private final Scalar source;
    private final String text;
    private final Findings findings;
    private int at;

    private TypeExpressionParser(Scalar source, Findings findings) {
        this.source = source;
        this.text = source.value();
        this.findings = findings;
    }

    /**
     * The type that the scalar says; after a mistake, what was understood before it. Absent if not
     * even a name was found.
     */
    static Optional<TypeExpression> parse(Scalar source, Findings findings) {
        return new TypeExpressionParser(source, findings).type();
    }

    private Optional<TypeExpression> type() {
        Draft draft = new Draft();
        try {
            type(draft);
        } catch (Mistake mistake) {
            findings.add(SpecRules.TYPE_SYNTAX.at(mistake.span, mistake.message, mistake.hint));
        }
        return draft.name.map(
                name ->
                        new TypeExpression(
                                source.span(),
                                name,
                                draft.size,
                                draft.list,
                                draft.optional,
                                draft.bounds,
                                draft.pattern,
                                draft.defaultValue));
    }

    /** What has been understood so far. */
    private static final class Draft {
        private Optional<Text> name = Optional.empty();
        private List<Range> size = List.of();
        private Optional<Range> list = Optional.empty();
        private boolean optional;
        private final List<Bound> bounds = new ArrayList<>();
        private Optional<Text> pattern = Optional.empty();
        private Optional<Text> defaultValue = Optional.empty();
    }

    private void type(Draft draft) throws Mistake {
        if (text.length() > LONGEST) {
            throw new Mistake(
                    source.span(),
                    "a type is not longer than " + LONGEST + " characters",
                    "shorten it");
        }
        skipBlanks();
        refuseForeign(draft);
        draft.name = Optional.of(name());
        if (accept('(')) {
            draft.size = sizes();
        }
        if (peek() == '[') {
            draft.list = Optional.of(list());
        }
        draft.optional = accept('?');
        while (peek() == '>' || peek() == '<') {
            draft.bounds.add(bound());
        }
        if (accept('~')) {
            draft.pattern = Optional.of(pattern());
        } else if (accept('=')) {
            draft.defaultValue = Optional.of(defaultValue());
        }
        if (at < text.length()) {
            throw unexpected();
        }
    }

    /** Lists and optionals as other languages write them. */
    private void refuseForeign(Draft draft) throws Mistake {
        Matcher matcher = FOREIGN.matcher(text);
        if (!matcher.matches()) {
            return;
        }
        String item =
                Stream.of("inBrackets", "inAngles", "behindOf")
                        .map(matcher::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        String ours = TypeSynonyms.ours(item).orElse(item);
        boolean optional = matcher.group("optional") != null;
        // The rest of the spec is read as if it were written so.
        draft.name = Optional.of(new Text(ours, source.span()));
        draft.optional = optional;
        if (!optional) {
            draft.list = Optional.of(new Range(source.span(), Optional.empty(), Optional.empty()));
        }
        throw new Mistake(
                source.span(),
                (optional ? "an optional value" : "a list")
                        + " is not written as "
                        + quoted(text.strip()),
                "write `\"" + ours + (optional ? "?" : "[]") + "\"`");
    }

    private Text name() throws Mistake {
        int start = at;
        while (at < text.length() && (isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.isEmpty()
                || !isLetter(name.charAt(0))
                || name.endsWith(".")
                || name.contains("..")) {
            throw new Mistake(
                    source.part(start, Math.max(at, Math.min(start + 1, text.length()))),
                    name.isEmpty() && start == text.length()
                            ? "a type is missing"
                            : "a type begins with a name, not with "
                                    + quoted(name.isEmpty() ? here() : name),
                    "as in `string(20)`, `int` or the name of a type");
        }
        Text result = new Text(name, source.part(start, at));
        skipBlanks();
        return result;
    }

    private List<Range> sizes() throws Mistake {
        List<Range> sizes = new ArrayList<>();
        do {
            sizes.add(range(")"));
        } while (accept(','));
        if (!accept(')')) {
            String hint =
                    at == text.length() && source.plain()
                            ? "inside `{…}` a type with a comma needs quotes, as in `\"decimal(12,2)\"`"
                            : "add `)`";
            throw new Mistake(here(at), "`)` is expected, not " + found(), hint);
        }
        return sizes;
    }

    private Range list() throws Mistake {
        int open = at;
        accept('[');
        SourceSpan inside = source.part(at, at);
        if (accept(']')) {
            return new Range(inside, Optional.empty(), Optional.empty());
        }
        Range range = range("]");
        if (!text.substring(open, at).contains("..")) {
            throw new Mistake(
                    range.span(),
                    "the length of a list is a range, not "
                            + quoted(text.substring(open + 1, at).strip()),
                    "write `[1..50]`, `[1..]` or `[]`");
        }
        if (!accept(']')) {
            throw new Mistake(here(at), "`]` is expected, not " + found(), "add `]`");
        }
        return range;
    }

    private Range range(String close) throws Mistake {
        int start = at;
        Optional<Text> first = number();
        int end = at;
        skipBlanks();
        if (!text.startsWith("..", at)) {
            if (first.isEmpty()) {
                throw new Mistake(
                        here(at),
                        "a number is expected, not " + found(),
                        "write a number, or a range such as `2..250`");
            }
            return new Range(source.part(start, end), Optional.empty(), first);
        }
        at += 2;
        end = at;
        skipBlanks();
        Optional<Text> second = number();
        if (second.isPresent()) {
            end = at;
        }
        skipBlanks();
        SourceSpan span = source.part(start, end);
        if (first.isEmpty() && second.isEmpty()) {
            throw new Mistake(
                    span,
                    "the range has neither a least nor a most",
                    "write one of them before `" + close + "`");
        }
        if (first.isPresent()
                && second.isPresent()
                && Integer.parseInt(first.get().value()) > Integer.parseInt(second.get().value())) {
            throw new Mistake(
                    span,
                    "the range ends before it begins",
                    "write `" + second.get() + ".." + first.get() + "`");
        }
        return new Range(span, first, second);
    }

    private Optional<Text> number() throws Mistake {
        int start = at;
        digits();
        if (at == start) {
            return Optional.empty();
        }
        if (at - start > MOST_DIGITS) {
            throw new Mistake(
                    source.part(start, at),
                    "the number has more than " + MOST_DIGITS + " digits",
                    "write a smaller one");
        }
        return Optional.of(new Text(text.substring(start, at), source.part(start, at)));
    }

    private Bound bound() throws Mistake {
        int start = at;
        at++;
        if (peek() == '=') {
            at++;
        }
        Text operator = new Text(text.substring(start, at), source.part(start, at));
        skipBlanks();
        int from = at;
        if (peek() == '-') {
            at++;
        }
        int whole = at;
        digits();
        boolean missing = at == whole;
        if (!missing && peek() == '.') {
            int point = at;
            at++;
            digits();
            missing = at == point + 1;
        }
        if (missing) {
            throw new Mistake(
                    here(at),
                    "a number is expected behind " + quoted(operator.value()) + ", not " + found(),
                    "as in `>= 0` or `< 99.5`");
        }
        Text value = new Text(text.substring(from, at), source.part(from, at));
        skipBlanks();
        return new Bound(operator, value);
    }

    private Text pattern() throws Mistake {
        Text pattern = rest("a regular expression", "as in `~ [A-Z]{3}`");
        try {
            Pattern.compile(pattern.value());
        } catch (PatternSyntaxException e) {
            int offset =
                    text.length() - text.substring(text.indexOf('~') + 1).stripLeading().length();
            int place = Math.min(text.length(), offset + Math.max(0, e.getIndex()));
            throw new Mistake(
                    here(place),
                    "the regular expression is wrong here",
                    "a character with a meaning needs `\\` before it");
        }
        return pattern;
    }

    private Text defaultValue() throws Mistake {
        return rest("a value", "as in `= PENDING`");
    }

    private Text rest(String what, String hint) throws Mistake {
        int start = at;
        at = text.length();
        String rest = text.substring(start).stripTrailing();
        if (rest.isEmpty()) {
            throw new Mistake(here(at), what + " is expected, not " + END, hint);
        }
        return new Text(rest, source.part(start, start + rest.length()));
    }

    private Mistake unexpected() {
        char c = text.charAt(at);
        String hint =
                switch (c) {
                    case '(' -> "the size stands directly behind the name, as in `string(20)?`";
                    case '[' ->
                            "a list is written before `?`, as in `int[1..5]?`; there is no list of optionals";
                    case '?' ->
                            "`?` stands behind the size and the list, before bounds, pattern and default";
                    case '<', '>' -> "bounds stand before the pattern and the default";
                    default ->
                            "the order is name, size, list, `?`, then bounds, pattern or default";
                };
        return new Mistake(here(at), quoted(here()) + " cannot stand here", hint);
    }

    private void digits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    private boolean accept(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        skipBlanks();
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The character that comes next; NUL, which no text holds, at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private String here() {
        return at < text.length() ? Character.toString(text.codePointAt(at)) : "";
    }

    private String found() {
        return at < text.length() ? quoted(here()) : END;
    }

    private SourceSpan here(int offset) {
        int end = offset < text.length() ? text.offsetByCodePoints(offset, 1) : offset;
        return source.part(offset, end);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
    }

    /** Ends the parsing of one type. */
    private static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient SourceSpan span;
        private final String message;
        private final String hint;

        Mistake(SourceSpan span, String message, String hint) {
            super(message, null, false, false);
            this.span = span;
            this.message = message;
            this.hint = hint;
        }
    }
}
