package io.contextmill.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What other languages call the types of the spec language. */
public final class TypeSynonyms {
    private static final Map<String, String> OURS = new HashMap<>();

    static {
        called("string", List.of("str", "varchar", "nvarchar", "char", "charsequence"));
        called("text", List.of("clob", "longtext", "mediumtext"));
        called("int", List.of("integer", "int4", "int32", "short", "smallint", "number"));
        called("long", List.of("int8", "int64", "bigint", "biginteger"));
        called("decimal", List.of("bigdecimal", "numeric", "double", "float", "real"));
        called("boolean", List.of("bool", "bit"));
        called("uuid", List.of("guid", "uniqueidentifier"));
        called("date", List.of("localdate", "dateonly"));
        called("time", List.of("localtime", "timeonly"));
        called(
                "instant",
                List.of(
                        "datetime",
                        "timestamp",
                        "timestamptz",
                        "localdatetime",
                        "zoneddatetime",
                        "offsetdatetime",
                        "datetimeoffset"));
        called("duration", List.of("interval", "timespan"));
    }

    private TypeSynonyms() {}

    private static void called(String ours, List<String> theirs) {
        OURS.put(ours, ours);
        theirs.forEach(word -> OURS.put(word, ours));
    }

    /** The word of the spec language for a type that is called so elsewhere, in any case. */
    public static Optional<String> ours(String word) {
        return Optional.ofNullable(OURS.get(word.toLowerCase(Locale.ROOT)));
    }
}
