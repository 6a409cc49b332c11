package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A query: a question that one read model answers. */
public sealed interface QueryModel {
    /** As declared. */
    String name();

    /** What the spec says about it. */
    Optional<String> description();

    /** The read model that answers it. */
    String readModel();

    /** Where it was declared, or what it was inferred from. */
    SourceSpan origin();

    /** Asks for the one row with a key. */
    record ByKey(String name, Optional<String> description, String readModel, SourceSpan origin)
            implements QueryModel {}

    /**
     * Asks for rows, a page at a time, in the order of one field and then of the key.
     *
     * @param filters fields whose values a caller gives
     * @param sort the field that rows are sorted by; the key where nothing else is said
     * @param descending whether the greatest comes first
     * @param pageSize the most rows of a page, where a caller asks for no other number; at least 1
     */
    record Listing(
            String name,
            Optional<String> description,
            String readModel,
            List<Filter> filters,
            String sort,
            boolean descending,
            int pageSize,
            SourceSpan origin)
            implements QueryModel {
        /** Takes a copy of the filters. */
        public Listing {
            filters = List.copyOf(filters);
        }
    }

    /**
     * A value that a caller gives, and that selects rows by a field of the read model. A range is
     * two of them.
     *
     * @param field the field
     * @param match how the field is compared with the value
     * @param optional whether a caller may leave it out, which selects all values
     */
    record Filter(String field, Match match, boolean optional) {
        /** What the value is called: as the field, with a word behind it for the end of a range. */
        public String parameter() {
            return field + match.suffix();
        }
    }

    /**
     * How a field is compared with the value that a caller gives; a missing value never matches.
     */
    enum Match {
        /** The field has that value. */
        EQUAL(""),
        /** The field has that value or a greater one: the lower end of a range. */
        FROM("From"),
        /** The field has that value or a smaller one: the upper end of a range. */
        TO("To"),
        /** The field's text has that text in it, in large or small letters. */
        CONTAINS("Contains");

        private final String suffix;

        Match(String suffix) {
            this.suffix = suffix;
        }

        private String suffix() {
            return suffix;
        }
    }
}
