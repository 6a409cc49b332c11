package io.contextmill.source;

import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceSpan;
import java.util.List;

/**
 * A YAML document as it was written: nothing typed, nothing resolved, every node with its place.
 */
public sealed interface Node {
    /** Where the node stands. */
    SourceSpan span();

    /** The field's word for what it is: "a text", "a list", "a map". */
    String kind();

    /**
     * A scalar.
     *
     * @param value its text, with quotes and escapes undone; {@code no}, {@code 010} and {@code
     *     1:30} are just text
     * @param plain whether it was written without quotes
     */
    record Scalar(String value, boolean plain, SourceSpan span) implements Node {
        @Override
        public String kind() {
            return isNothing() ? "nothing" : "a text";
        }

        /**
         * Whether nothing was written where a value can stand, as behind the colon of {@code
         * fields:}.
         */
        public boolean isNothing() {
            return plain && value.isEmpty();
        }

        /**
         * Where a part of the text stands. It is the whole scalar where that cannot be told,
         * because the text was written with escapes or over several lines.
         *
         * @param from the offset of the part's first character in {@link #value}
         * @param to the offset behind its last character
         */
        public SourceSpan part(int from, int to) {
            Position start = span.start();
            Position end = span.end();
            int quote = plain ? 0 : 1;
            int written = end.column() - start.column() - 2 * quote;
            if (start.line() != end.line() || written != value.codePointCount(0, value.length())) {
                return span;
            }
            int first = start.column() + quote + value.codePointCount(0, from);
            int last = first + value.codePointCount(from, to);
            return new SourceSpan(
                    span.file(),
                    new Position(start.line(), first),
                    new Position(start.line(), last));
        }
    }

    /** A list. */
    record Sequence(List<Node> items, SourceSpan span) implements Node {
        /** Takes a copy of the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A map; keys are scalars, each occurs once, in the order written. */
    record Mapping(List<Entry> entries, SourceSpan span) implements Node {
        /** Takes a copy of the entries. */
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a map";
        }
    }

    /** One key of a map with its value. */
    record Entry(Scalar key, Node value) {}
}
