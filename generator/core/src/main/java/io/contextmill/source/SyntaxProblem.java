package io.contextmill.source;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.Quoted;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Says in people's terms what the parser stumbled over. */
final class SyntaxProblem {
    private static final String QUOTE = "put quotes around the text: ";

    private final SourceFile file;
    private final YamlMarks marks;
    private final @Nullable ScalarEvent before;

    /**
     * @param before the last text that was read before the problem, where there is one
     */
    SyntaxProblem(SourceFile file, YamlMarks marks, @Nullable ScalarEvent before) {
        this.file = file;
        this.marks = marks;
        this.before = before;
    }

    /** The finding for an exception of the parser. */
    Diagnostic describe(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        Position at =
                e.getProblemMark() == null ? Position.START : marks.position(e.getProblemMark());
        Position begin = e.getContextMark() == null ? at : marks.position(e.getContextMark());

        if (problem.startsWith("found undefined tag handle")
                || context.equals("while scanning a tag")) {
            return ReaderRules.EXPLICIT_TAG.at(
                    word(begin),
                    "a tag cannot be used here",
                    "delete it; a text that begins with `!` needs quotes");
        }
        if (problem.startsWith("expected ',' or")) {
            return flowCollection(problem.contains("'}'"), at, begin);
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return colon(at);
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return at(
                    at,
                    "a list item cannot begin here",
                    "put `- ` on a line of its own below the key");
        }
        if (problem.startsWith("mapping keys are not allowed")) {
            return at(at, "a `?` cannot stand here", QUOTE + example(at));
        }
        if (problem.startsWith("found character")) {
            return cannotBegin(at);
        }
        if (problem.startsWith("could not find expected ':'")) {
            return notAKey(begin);
        }
        if (problem.startsWith("expected <block end>")) {
            return endOfBlock(problem, context, at);
        }
        if (problem.startsWith("expected the node content")) {
            return noValue(at);
        }
        if (problem.startsWith("expected '<document start>'")) {
            return at(
                    at,
                    "the document has ended before this",
                    "check the indentation, and quotes that end too early");
        }
        return scanning(problem, context, at, begin);
    }

    /**
     * The finding where the parser gives no reason that people could use.
     *
     * @param at the place it had come to
     */
    Diagnostic unexplained(Position at) {
        return at(
                at,
                "this cannot stand here",
                "check the indentation, and quotes that end too early or too late");
    }

    /**
     * The finding for an escape with a number that no character has.
     *
     * @param at the place of its number
     */
    Diagnostic impossibleEscape(Position at) {
        return at(at, "there is no character with this number", "write the character itself");
    }

    private Diagnostic scanning(String problem, String context, Position at, Position begin) {
        if (problem.startsWith("found unexpected end of stream")) {
            return at(
                    begin,
                    "the quote that begins here is never closed",
                    "add a " + quoted(begin) + " behind the text");
        }
        if (problem.startsWith("found unexpected document separator")) {
            return at(
                    begin,
                    "the quote that begins here is not closed before the document ends",
                    "close it");
        }
        if (problem.startsWith("found unknown escape character")
                || problem.startsWith("expected escape sequence")) {
            return at(
                    at,
                    "this is no escape that double quotes know",
                    "write `\\\\` for a backslash, or put the text in single quotes");
        }
        return switch (context) {
            case "while scanning a block scalar" ->
                    at(
                            begin,
                            "a text cannot begin with "
                                    + quoted(begin)
                                    + ", which announces a block of lines",
                            QUOTE + example(begin));
            case "while scanning an alias", "while scanning an anchor" ->
                    at(begin, "a text cannot begin with " + quoted(begin), QUOTE + example(begin));
            default ->
                    problem.contains("YAML document") || context.contains("directive")
                            ? at(
                                    begin,
                                    "this directive cannot be used here",
                                    "delete the line that begins with `%`")
                            : at(
                                    at,
                                    "this is not YAML: " + problem,
                                    "quotes around the text may help");
        };
    }

    private Diagnostic flowCollection(boolean map, Position at, Position begin) {
        String close = map ? "`}`" : "`]`";
        if (isEndOfFile(at)) {
            return at(begin, (map ? "`{`" : "`[`") + " is never closed", "add " + close);
        }
        String found = characterAt(at);
        Optional<Position> text = plainTextEndingAt(at);
        if (text.isPresent() && (found.equals("?") || found.equals("["))) {
            return at(
                    at,
                    "a "
                            + Quoted.quoted(found)
                            + " inside "
                            + (map ? "`{…}`" : "`[…]`")
                            + " needs quotes around its text",
                    "write " + flowText(text.get()));
        }
        return at(
                        at,
                        "expected `,` or " + close + " before " + quoted(at),
                        "add it, or put quotes around a text")
                .relatedTo(one(begin), map ? "the map begins here" : "the list begins here");
    }

    /** The text that begins here, up to what ends it inside a flow collection, in quotes. */
    private String flowText(Position start) {
        String line = rest(start);
        int open = 0;
        int end = 0;
        while (end < line.length()) {
            char c = line.charAt(end);
            if (c == '[' || c == '(' || c == '{') {
                open++;
            } else if (open > 0 && (c == ']' || c == ')' || c == '}')) {
                open--;
            } else if (open == 0 && ",]}".indexOf(c) >= 0) {
                break;
            }
            end++;
        }
        return inQuotes(line.substring(0, end).strip());
    }

    private Diagnostic colon(Position at) {
        Optional<Position> text = plainTextEndingAt(at).filter(start -> start.line() < at.line());
        if (text.isPresent()) {
            return at(
                            at,
                            "this line belongs to the text above it, so that its `:` makes no key",
                            "check the indentation, or that the line above has its own `:`")
                    .relatedTo(one(text.get()), "the text begins here");
        }
        return at(at, "a second `:` cannot stand in this line", QUOTE + "it holds `: `");
    }

    /** Where the text without quotes begins that ends at the place. */
    private Optional<Position> plainTextEndingAt(Position at) {
        return Optional.ofNullable(before)
                .filter(text -> text.isPlain() && marks.end(text).equals(at))
                .map(marks::start);
    }

    private Diagnostic cannotBegin(Position at) {
        if (characterAt(at).equals("\t")) {
            boolean indents = file.line(at.line()).stripLeading().equals(rest(at).stripLeading());
            return indents
                    ? at(at, "a tab cannot indent", "indent with spaces")
                    : at(at, "a tab cannot stand here", "use a space");
        }
        return at(at, "a text cannot begin with " + quoted(at), QUOTE + example(at));
    }

    private Diagnostic notAKey(Position begin) {
        String line = rest(begin).stripTrailing();
        Position end =
                new Position(
                        begin.line(),
                        begin.column() + Math.max(1, line.codePointCount(0, line.length())));
        return ReaderRules.SYNTAX.at(
                new SourceSpan(file, begin, end),
                "this is neither a key nor part of a value",
                "a key ends with `:`");
    }

    private Diagnostic endOfBlock(String problem, String context, Position at) {
        String found = characterAt(at);
        if (found.equals("]") || found.equals("}")) {
            return at(at, quoted(at) + " closes nothing that is open", "delete it");
        }
        if (problem.endsWith("'<scalar>'")) {
            return at(
                    at,
                    "the value has ended before this",
                    "put quotes around the whole text, or none");
        }
        if (context.contains("collection")) {
            return at(
                    at,
                    "a key cannot follow the items of a list",
                    "indent it, or begin it with `- `");
        }
        return at(
                at,
                "this line is indented unlike any line above that it could belong to",
                "check the indentation");
    }

    private Diagnostic noValue(Position at) {
        if (isEndOfFile(at)) {
            return at(at, "a value is missing at the end of the file", "add it");
        }
        return "]},".contains(characterAt(at))
                ? at(
                        at,
                        "a value is missing before " + quoted(at),
                        "add it, or delete the " + quoted(at))
                : at(at, "a text cannot begin with " + quoted(at), QUOTE + example(at));
    }

    private Diagnostic at(Position at, String message, String hint) {
        return ReaderRules.SYNTAX.at(one(at), message, hint);
    }

    /** The one character at a place, or the empty stretch at the end of a line. */
    private SourceSpan one(Position at) {
        boolean end = characterAt(at).isEmpty();
        return new SourceSpan(file, at, end ? at : new Position(at.line(), at.column() + 1));
    }

    /** The characters up to the next blank. */
    private SourceSpan word(Position at) {
        String rest = rest(at);
        int end = 0;
        while (end < rest.length() && " \t,[]{}".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        Position behind = new Position(at.line(), at.column() + rest.codePointCount(0, end));
        return new SourceSpan(file, at, behind);
    }

    private String quoted(Position at) {
        return Quoted.quoted(characterAt(at));
    }

    /** What stands at the place as a quoted text, to show how it is done. */
    private String example(Position at) {
        return flowText(at);
    }

    private static String inQuotes(String text) {
        String shown = text.length() > 40 ? "…" : text;
        return shown.indexOf('"') < 0 && shown.indexOf('\\') < 0
                ? "`\"" + shown + "\"`"
                : "`'" + shown.replace("'", "''") + "'`";
    }

    private String characterAt(Position at) {
        String rest = rest(at);
        return rest.isEmpty() ? "" : Character.toString(rest.codePointAt(0));
    }

    private String rest(Position at) {
        String line = file.line(at.line());
        int length = line.codePointCount(0, line.length());
        return line.substring(line.offsetByCodePoints(0, Math.min(at.column() - 1, length)));
    }

    private boolean isEndOfFile(Position at) {
        return rest(at).isEmpty() && at.compareTo(Place.atEndOf(file.text())) >= 0;
    }
}
