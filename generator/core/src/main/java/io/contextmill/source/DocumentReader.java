package io.contextmill.source;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.Quoted;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.source.Node.Entry;
import io.contextmill.source.Node.Mapping;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** One reading of one text: follows the parser's events and builds nodes from them. */
final class DocumentReader {
    private final SourceFile file;
    private final Limits limits;
    private final StreamReader characters;
    private final Parser parser;
    private final Findings findings = new Findings();
    private final YamlMarks marks;

    private int nodes;
    private boolean incomplete;
    private @Nullable ScalarEvent lastScalar;

    DocumentReader(SourceFile file, Limits limits) {
        this.file = file;
        this.limits = limits;
        this.marks = new YamlMarks(file);
        LoaderOptions options = new LoaderOptions();
        // The size is limited where bytes are read.
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.characters = new StreamReader(file.text());
        this.parser = new ParserImpl(characters, options);
    }

    Validated<Node> read() {
        try {
            Optional<Node> document = document();
            return document.isEmpty() || incomplete
                    ? findings.withoutValue()
                    : findings.with(document.get());
        } catch (TooMuch e) {
            e.finding.ifPresent(findings::add);
        } catch (MarkedYAMLException e) {
            findings.add(new SyntaxProblem(file, marks, lastScalar).describe(e));
        } catch (YAMLException e) {
            // One of the scanner's own checks, such as a key of which the first half stands on the
            // line before.
            findings.add(
                    new SyntaxProblem(file, marks, lastScalar)
                            .unexplained(marks.position(characters.getMark())));
        } catch (NumberFormatException e) {
            // The scanner does not guard against an escape such as "\U99999999", whose number is no
            // code point.
            findings.add(
                    new SyntaxProblem(file, marks, lastScalar)
                            .impossibleEscape(marks.position(characters.getMark())));
        }
        return findings.withoutValue();
    }

    private Optional<Node> document() {
        parser.getEvent(); // the stream begins
        Event documentStart = parser.getEvent();
        if (documentStart instanceof StreamEndEvent) {
            findings.add(nothingThere());
            return Optional.empty();
        }
        Node root = node(parser.getEvent(), 1);
        Event event = parser.getEvent();
        while (event instanceof DocumentEndEvent) {
            event = parser.getEvent();
        }
        if (!(event instanceof StreamEndEvent)) {
            findings.add(
                    ReaderRules.SEVERAL_DOCUMENTS.at(
                            marks.span(event),
                            "a second document begins here",
                            "put each bounded context into a file of its own"));
        }
        if (root instanceof Scalar scalar && scalar.isNothing()) {
            findings.add(nothingThere());
            return Optional.empty();
        }
        return Optional.ofNullable(root);
    }

    private Diagnostic nothingThere() {
        return ReaderRules.EMPTY_DOCUMENT.at(
                file.start(), "there is nothing in this file", "begin with `context:` and a name");
    }

    /** The node that begins with the event; null for one that had to be left out. */
    private @Nullable Node node(Event event, int depth) {
        if (findings.isFull()) {
            throw new TooMuch();
        }
        if (event instanceof AliasEvent) {
            findings.add(
                    ReaderRules.ALIAS.at(
                            marks.span(event),
                            "an alias cannot be used here",
                            "write the value out; a text that begins with `*` needs quotes"));
            incomplete = true;
            return null;
        }
        count(event);
        properties((NodeEvent) event);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (depth > limits.depth()) {
            throw new TooMuch(
                    ReaderRules.TOO_DEEP.at(
                            marks.span(event),
                            "lists and maps stand more than "
                                    + limits.depth()
                                    + " deep inside each other"));
        }
        return event instanceof MappingStartEvent start
                ? mapping(start, depth)
                : sequence((CollectionStartEvent) event, depth);
    }

    private void count(Event event) {
        nodes++;
        if (nodes > limits.nodes()) {
            throw new TooMuch(
                    ReaderRules.TOO_MANY_NODES.at(
                            marks.span(event),
                            "there are more than "
                                    + limits.nodes()
                                    + " texts, lists and maps in this file",
                            "describe one bounded context in each file"));
        }
    }

    private void properties(NodeEvent event) {
        boolean tagged =
                event instanceof ScalarEvent scalar
                        ? scalar.getTag() != null
                        : event instanceof CollectionStartEvent start && start.getTag() != null;
        if (tagged) {
            findings.add(
                    ReaderRules.EXPLICIT_TAG.at(
                            marks.property(event, '!'),
                            "a tag cannot be used here",
                            "delete it; a text that begins with `!` needs quotes"));
        }
        if (event.getAnchor() != null) {
            findings.add(
                    ReaderRules.ANCHOR.at(
                            marks.property(event, '&'),
                            "an anchor cannot be used here",
                            "delete it; a text that begins with `&` needs quotes"));
        }
    }

    private Scalar scalar(ScalarEvent event) {
        lastScalar = event;
        Scalar scalar = new Scalar(event.getValue(), event.isPlain(), marks.span(event));
        if (event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
            ForbiddenCharacters.find(scalar.value(), scalar.span()).ifPresent(findings::add);
        }
        return scalar;
    }

    private Sequence sequence(CollectionStartEvent start, int depth) {
        List<Node> items = new ArrayList<>();
        Event event = parser.getEvent();
        while (!(event instanceof CollectionEndEvent)) {
            Node item = node(event, depth + 1);
            if (item != null) {
                items.add(item);
            }
            event = parser.getEvent();
        }
        SourceSpan last = items.isEmpty() ? marks.span(start) : items.get(items.size() - 1).span();
        return new Sequence(items, collection(start, event, last));
    }

    private Mapping mapping(MappingStartEvent start, int depth) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Scalar> keys = new HashMap<>();
        SourceSpan last = marks.span(start);
        Event event = parser.getEvent();
        while (!(event instanceof CollectionEndEvent)) {
            Node key = node(event, depth + 1);
            Node value = node(parser.getEvent(), depth + 1);
            if (key instanceof Scalar name && isAccepted(name, keys) && value != null) {
                entries.add(new Entry(name, value));
                last = value.span();
            } else if (key instanceof Sequence || key instanceof Mapping) {
                findings.add(
                        ReaderRules.COMPLEX_KEY.at(
                                key.span(),
                                "a key is a text, not " + key.kind(),
                                "a text with `{` or `[` needs quotes"));
                incomplete = true;
            }
            event = parser.getEvent();
        }
        return new Mapping(entries, collection(start, event, last));
    }

    private boolean isAccepted(Scalar key, Map<String, Scalar> keys) {
        if (key.plain() && key.value().equals("<<")) {
            findings.add(
                    ReaderRules.MERGE_KEY.at(
                            key.span(),
                            "`<<` would merge another map into this one",
                            "write the keys out"));
            incomplete = true;
            return false;
        }
        Scalar first = keys.putIfAbsent(key.value(), key);
        if (first != null) {
            String quoted = Quoted.quoted(key.value());
            findings.add(
                    ReaderRules.DUPLICATE_KEY
                            .at(
                                    key.span(),
                                    "the key " + quoted + " occurs twice in this map",
                                    "keep one of them")
                            .relatedTo(first.span(), "the first " + quoted));
        }
        return first == null;
    }

    /**
     * A block collection ends where its last node does; the parser's own mark is at the next token,
     * lines below.
     */
    private SourceSpan collection(CollectionStartEvent start, Event end, SourceSpan last) {
        Position from = marks.start(start);
        Position to = start.isFlow() ? marks.end(end) : last.end();
        return new SourceSpan(file, from, to.compareTo(from) < 0 ? from : to);
    }

    /** Ends a reading that has become too expensive, or finds more than is shown. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Diagnostic> finding;

        TooMuch() {
            super("too many findings", null, false, false);
            this.finding = Optional.empty();
        }

        TooMuch(Diagnostic finding) {
            super(finding.message(), null, false, false);
            this.finding = Optional.of(finding);
        }
    }
}
