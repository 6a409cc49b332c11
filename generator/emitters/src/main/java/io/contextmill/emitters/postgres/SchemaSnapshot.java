package io.contextmill.emitters.postgres;

import io.contextmill.emitters.json.JsonText;
import io.contextmill.emitters.postgres.Schema.ColumnOf;
import io.contextmill.emitters.postgres.Schema.IndexOf;
import io.contextmill.emitters.postgres.Schema.Part;
import io.contextmill.emitters.postgres.Schema.Platform;
import io.contextmill.emitters.postgres.Schema.TableOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the migrations of a context have made of its database, as it is committed beside them: what
 * the next migration begins with.
 *
 * @param version of the last migration; at least 1
 * @param schema what is in the database, also of what the spec does not ask for any more
 * @param kept the tables, and the columns as {@code table.column}, that it does not ask for
 * @param names the names that rows have in them; absent where a generator wrote it that did not yet
 *     write them down
 */
record SchemaSnapshot(int version, Schema schema, Set<String> kept, Optional<StoredNames> names) {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNIQUE = " unique";
    private static final String REQUIRED = " not null";

    /** Takes a copy, sorted. */
    SchemaSnapshot {
        kept = Collections.unmodifiableSortedSet(new TreeSet<>(kept));
    }

    /** As it is committed. */
    String text() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put(
                "about",
                "What the migrations have made of the database; the next one begins with it. Written by"
                        + " Contextmill; commit it.");
        document.put("format", FORMAT);
        document.put("version", version);
        ArrayNode parts = document.putArray("parts");
        for (Part part : schema.parts()) {
            write(part, parts.addObject());
        }
        if (!kept.isEmpty()) {
            put(kept, document.putArray("kept"));
        }
        if (names.isPresent()) {
            ObjectNode events = document.putObject("events");
            names.get().events().forEach((name, types) -> put(types, events.putArray(name)));
        }
        return JsonText.of(document);
    }

    private static void write(Part part, ObjectNode to) {
        if (part instanceof TableOf table) {
            to.put("table", table.name());
            ObjectNode columns = to.putObject("columns");
            for (ColumnOf column : table.columns()) {
                columns.put(
                        column.name(),
                        column.type()
                                + (column.optional() ? "" : REQUIRED)
                                + (column.unique() ? UNIQUE : ""));
            }
            put(table.key(), to.putArray("key"));
        } else if (part instanceof IndexOf index) {
            to.put("index", index.name());
            to.put("on", index.table());
            put(index.columns(), to.putArray("columns"));
        } else if (part instanceof Platform platform) {
            to.put("platform", platform.name());
        }
    }

    private static void put(Collection<String> texts, ArrayNode to) {
        texts.forEach(to::add);
    }

    /** What such a text says; nothing where it is not one of ours. */
    static Optional<SchemaSnapshot> parse(String text) {
        try {
            JsonNode document = JSON.readTree(text);
            if (document.path("format").asInt(0) != FORMAT) {
                return Optional.empty();
            }
            List<Part> parts = new ArrayList<>();
            document.path("parts").forEach(part -> parts.add(read(part)));
            return Optional.of(
                    new SchemaSnapshot(
                            document.path("version").asInt(1),
                            new Schema(parts),
                            Set.copyOf(texts(document.path("kept"))),
                            document.has("events")
                                    ? Optional.of(names(document.path("events")))
                                    : Optional.empty()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static StoredNames names(JsonNode events) {
        SortedMap<String, List<String>> names = new TreeMap<>();
        events.properties().forEach(each -> names.put(each.getKey(), texts(each.getValue())));
        return new StoredNames(names);
    }

    private static Part read(JsonNode part) {
        if (part.has("table")) {
            List<ColumnOf> columns =
                    part.path("columns").properties().stream()
                            .map(column -> column(column.getKey(), column.getValue().asString()))
                            .toList();
            return new TableOf(part.path("table").asString(), columns, texts(part.path("key")));
        }
        return part.has("index")
                ? new IndexOf(
                        part.path("index").asString(),
                        part.path("on").asString(),
                        texts(part.path("columns")))
                : new Platform(part.path("platform").asString(), "");
    }

    private static ColumnOf column(String name, String definition) {
        boolean unique = definition.endsWith(UNIQUE);
        String rest = without(definition, UNIQUE);
        return new ColumnOf(
                name, without(rest, REQUIRED), !rest.endsWith(REQUIRED), unique, Optional.empty());
    }

    private static String without(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }
}
