package io.contextmill.source;

import static io.contextmill.diagnostic.RuleDescription.error;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/** The rules of reading: what is wrong with a file before its content matters. */
public final class ReaderRules {
    static final RuleDescription UNREADABLE =
            error(
                    "source.unreadable",
                    "A file cannot be read.",
                    """
            The file does not exist, is a folder, or may not be read by the user who runs the generator. Nothing is
            generated from the other files either, since a context that is missing would look like one that was deleted.
            """,
                    """
            contextmill validate contexts/oder.yaml
            """,
                    """
            contextmill validate contexts/order.yaml
            """);

    static final RuleDescription ENCODING =
            error(
                    "source.encoding",
                    "A file is not UTF-8.",
                    """
            Specs are UTF-8, with or without a byte order mark; UTF-16 is understood too. A byte that is not part of
            either is most often a letter from an old 8-bit encoding. Guessing which one would put wrong letters into
            generated documentation. Save the file as UTF-8.
            """,
                    """
            context: Order
            description: caf\\xE9, one byte of Latin-1
            """,
                    """
            context: Order
            description: café, in UTF-8
            """);

    static final RuleDescription TOO_LARGE =
            error(
                    "source.too-large",
                    "A file is larger than 4 MiB.",
                    """
            A hundred large contexts fit into 4 MiB. A file beyond that is hardly a spec, and reading it would take time
            and memory from whoever runs the generator. Describe one bounded context in each file.
            """,
                    """
            context: Order
            # ... and four million more characters
            """,
                    """
            context: Order
            """);

    static final RuleDescription LINE_TOO_LONG =
            error(
                    "source.line-too-long",
                    "A line is longer than 100000 characters.",
                    """
            Nobody reads such a line, and the time that a YAML parser takes grows with the square of its longest words. Write one
            thing on a line; a program that writes specs can write JSON with line ends.
            """,
                    """
            context: Order
            # ... and a hundred thousand more characters in this line
            """,
                    """
            context: Order
            # a comment
            """);

    static final RuleDescription FORBIDDEN_CHARACTER =
            error(
                    "source.forbidden-character",
                    "A text holds a character that is not what it seems.",
                    """
            Control characters, characters that reorder the text around them, unusual line ends and byte order marks in the
            middle of a text are invisible or show a text otherwise than a program reads it: a reviewer would approve
            something else than what is generated. Delete the character.
            """,
                    """
            context: Order
            description: "made visible by its escape: \\u202E"
            """,
                    """
            context: Order
            description: "made visible by its escape:"
            """);

    static final RuleDescription TOO_MANY_FINDINGS =
            error(
                    "source.too-many-findings",
                    "A file has more findings than are shown.",
                    """
            One step of reading shows at most 200 findings for a file. They usually have one cause, such as a list that was
            indented wrongly. Mend what is shown and look again.
            """,
                    """
            context: Order
            commands:
              CreateOrder: {emit: OrderCreated}
              # ... and two hundred more of the kind
            """,
                    """
            context: Order
            commands:
              CreateOrder: {emits: OrderCreated}
              # ... and two hundred more of the kind
            """);

    static final RuleDescription SYNTAX =
            error(
                    "yaml.syntax",
                    "A file is not YAML.",
                    """
            The text breaks off, closes what is not open, or has a character where YAML gives it another meaning. The most
            frequent case: inside `{…}` and `[…]` a text with `?`, `[` or `,` needs quotes.
            """,
                    """
            context: Order
            events:
              OrderShipped: {fields: {carrier: string?}}
            """,
                    """
            context: Order
            events:
              OrderShipped: {fields: {carrier: "string?"}}
            """);

    static final RuleDescription EMPTY_DOCUMENT =
            error(
                    "yaml.empty-document",
                    "A file holds nothing.",
                    """
            The file is empty or has comments only. A spec begins with the name of its bounded context.
            """,
                    """
            # context: Order
            """,
                    """
            context: Order
            """);

    static final RuleDescription SEVERAL_DOCUMENTS =
            error(
                    "yaml.several-documents",
                    "A file holds more than one document.",
                    """
            `---` begins another document. A file describes one bounded context, so that its path says where a context is
            found. Put each into a file of its own.
            """,
                    """
            context: Order
            ---
            context: Payment
            """,
                    """
            context: Order
            """);

    static final RuleDescription DUPLICATE_KEY =
            error(
                    "yaml.duplicate-key",
                    "A key occurs twice in one map.",
                    """
            Most YAML readers silently keep the last of two equal keys, and whoever wrote the first wonders why it has no
            effect. Keep one of them.
            """,
                    """
            context: Order
            commands:
              CreateOrder: {creates: always}
              CreateOrder: {emits: OrderCreated}
            """,
                    """
            context: Order
            commands:
              CreateOrder: {creates: always, emits: OrderCreated}
            """);

    static final RuleDescription EXPLICIT_TAG =
            error(
                    "yaml.explicit-tag",
                    "A value has a tag.",
                    """
            A tag such as `!!int` tells a YAML reader which type a value has. In a spec the place of a value says that
            already, and all values are written as texts. Delete the tag, or put quotes around a text that begins with `!`.
            """,
                    """
            context: !!str Order
            """,
                    """
            context: Order
            """);

    static final RuleDescription ANCHOR =
            error(
                    "yaml.anchor",
                    "A value has an anchor.",
                    """
            Anchors let one part of a document stand for another. A few hundred bytes of them can grow to millions of nodes,
            and a place in a spec would no longer be one thing. Delete the anchor, or put quotes around a text that begins
            with `&`.
            """,
                    """
            context: &name Order
            """,
                    """
            context: Order
            """);

    static final RuleDescription ALIAS =
            error(
                    "yaml.alias",
                    "A value is an alias.",
                    """
            An alias stands for another part of the document. A few hundred bytes of them can grow to millions of nodes, and
            a place in a spec would no longer be one thing. Write the value out; a type with a name says what fields have
            in common.
            """,
                    """
            context: Order
            description: *purpose
            """,
                    """
            context: Order
            description: "*purpose"
            """);

    static final RuleDescription MERGE_KEY =
            error(
                    "yaml.merge-key",
                    "A map merges another.",
                    """
            `<<` copies the keys of another map into this one. Which of two equal keys wins is left to the reader, and YAML
            1.2 has dropped it. Write the keys out.
            """,
                    """
            context: Order
            events:
              OrderShipped:
                <<: {to: SHIPPED}
            """,
                    """
            context: Order
            events:
              OrderShipped:
                to: SHIPPED
            """);

    static final RuleDescription COMPLEX_KEY =
            error(
                    "yaml.complex-key",
                    "A key is a list or a map.",
                    """
            YAML allows lists and maps as keys; in a spec a key is a name. It is often a text that begins with `{` or `[`, which
            needs quotes.
            """,
                    """
            context: Order
            events:
              {OrderCreated}: {to: CREATED}
            """,
                    """
            context: Order
            events:
              OrderCreated: {to: CREATED}
            """);

    static final RuleDescription TOO_DEEP =
            error(
                    "yaml.too-deep",
                    "Lists and maps stand more than 64 deep inside each other.",
                    """
            The language needs fewer than ten levels. More are a mistake in a program that writes specs, or an attempt to
            exhaust the generator's memory.
            """,
                    """
            context: Order
            events: \
            """
                            + "[".repeat(70)
                            + "]".repeat(70)
                            + "\n",
                    """
            context: Order
            events: []
            """);

    static final RuleDescription TOO_MANY_NODES =
            error(
                    "yaml.too-many-nodes",
                    "A file holds more than 250000 texts, lists and maps.",
                    """
            A large context has some thousands. More would take time and memory from whoever runs the generator. Describe one
            bounded context in each file.
            """,
                    """
            context: Order
            # ... and a quarter of a million names
            """,
                    """
            context: Order
            """);

    private ReaderRules() {}

    /** All rules of this package. */
    public static List<RuleDescription> all() {
        return List.of(
                UNREADABLE,
                ENCODING,
                TOO_LARGE,
                LINE_TOO_LONG,
                FORBIDDEN_CHARACTER,
                TOO_MANY_FINDINGS,
                SYNTAX,
                EMPTY_DOCUMENT,
                SEVERAL_DOCUMENTS,
                DUPLICATE_KEY,
                EXPLICIT_TAG,
                ANCHOR,
                ALIAS,
                MERGE_KEY,
                COMPLEX_KEY,
                TOO_DEEP,
                TOO_MANY_NODES);
    }
}
