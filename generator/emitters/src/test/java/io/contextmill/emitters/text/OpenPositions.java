package io.contextmill.emitters.text;

import io.contextmill.spec.SpecSchema;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the schema of the language lets a spec say any text: values and keys that neither a list of
 * words nor a pattern keeps from being hostile. A position is called after the map and the key that
 * it stands under, as in {@code event.description}; {@code .key} behind it means the keys of a map.
 */
final class OpenPositions {
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(SpecSchema.text());
    private static final int DEEPEST = 12;

    private final Collection<String> texts;
    private final Set<String> found = new TreeSet<>();

    private OpenPositions(Collection<String> texts) {
        this.texts = texts;
    }

    /** The positions that let at least one of the texts through. */
    static Set<String> to(Collection<String> texts) {
        OpenPositions positions = new OpenPositions(texts);
        SCHEMA.get("$defs")
                .properties()
                .forEach(
                        def ->
                                def.getValue()
                                        .path("properties")
                                        .properties()
                                        .forEach(
                                                key ->
                                                        positions.search(
                                                                key.getValue(),
                                                                def.getKey() + "." + key.getKey(),
                                                                0)));
        return positions.found;
    }

    private void search(JsonNode schema, String position, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (schema.has("$ref")) {
            JsonNode def = SCHEMA.at(schema.get("$ref").asString().substring(1));
            if (!def.has("properties")) {
                search(def, position, depth + 1);
            }
        }
        for (String part : Set.of("anyOf", "oneOf", "allOf")) {
            schema.path(part).forEach(one -> search(one, position, depth + 1));
        }
        for (String part : Set.of("items", "then", "else")) {
            if (schema.has(part)) {
                search(schema.get(part), position, depth + 1);
            }
        }
        if (isText(schema) && texts.stream().anyMatch(text -> allows(schema, text))) {
            found.add(position);
        }
        if (isMap(schema)) {
            JsonNode names = schema.path("propertyNames");
            JsonNode form = names.has("$ref") ? SCHEMA.at(ref(names)) : names;
            if (texts.stream().anyMatch(text -> allows(form, text))) {
                found.add(position + ".key");
            }
            if (schema.has("additionalProperties")) {
                search(schema.get("additionalProperties"), position, depth + 1);
            } else {
                found.add(position);
            }
        }
    }

    private static String ref(JsonNode schema) {
        return schema.get("$ref").asString().substring(1);
    }

    private static boolean isText(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.asString("").equals("string")
                || type.valueStream().anyMatch(one -> one.asString().equals("string"));
    }

    /** A map whose keys are not listed. */
    private static boolean isMap(JsonNode schema) {
        return !schema.has("properties")
                && !schema.has("$ref")
                && (schema.path("type").asString("").equals("object")
                        || schema.has("additionalProperties"));
    }

    private static boolean allows(JsonNode schema, String text) {
        boolean listed = schema.has("enum") || schema.has("const");
        return !listed
                && matches(schema, text)
                && !(schema.path("not").has("pattern") && matches(schema.get("not"), text));
    }

    private static boolean matches(JsonNode schema, String text) {
        return !schema.has("pattern")
                || Pattern.compile(schema.get("pattern").asString()).matcher(text).find();
    }
}
