package io.contextmill.emitters.openapi;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one operation answers: one thing where it succeeds, and problems by their names. */
final class Responses {
    private final String status;
    private final ObjectNode success;
    private final Map<String, SortedSet<String>> problems = new TreeMap<>();

    private Responses(String status, ObjectNode success) {
        this.status = status;
        this.success = success;
    }

    /** An operation that is answered with a schema of the components where it succeeds. */
    static Responses of(int status, String description, String schema) {
        ObjectNode success = JsonNodeFactory.instance.objectNode().put("description", description);
        content(success, "application/json", schema);
        return new Responses(String.valueOf(status), success);
    }

    /** The version of what is answered is in a header. */
    Responses withEntityTag() {
        headers().putObject("ETag").put("$ref", "#/components/headers/ETag");
        return this;
    }

    /** The place of what was made is in a header. */
    Responses withLocation() {
        ObjectNode location =
                headers().putObject("Location").put("description", "Where it is found.");
        location.putObject("schema").put("type", "string").put("format", "uri-reference");
        return this;
    }

    /** The operation may be answered with a problem of that name. */
    Responses rejecting(int problemStatus, String name) {
        problems.computeIfAbsent(
                        String.valueOf(problemStatus),
                        any -> new TreeSet<>(Comparator.naturalOrder()))
                .add(name);
        return this;
    }

    /** Adds everything to an operation. */
    void addTo(ObjectNode operation) {
        ObjectNode responses = operation.putObject("responses");
        responses.set(status, success);
        problems.forEach(
                (problemStatus, names) -> {
                    ObjectNode problem =
                            responses
                                    .putObject(problemStatus)
                                    .put("description", String.join(", ", names));
                    content(problem, "application/problem+json", "Problem");
                });
    }

    /** Headers stand before the content. */
    private ObjectNode headers() {
        if (success.get("headers") instanceof ObjectNode headers) {
            return headers;
        }
        ObjectNode content = (ObjectNode) success.remove("content");
        ObjectNode headers = success.putObject("headers");
        success.set("content", content);
        return headers;
    }

    private static void content(ObjectNode response, String mediaType, String schema) {
        response.putObject("content")
                .putObject(mediaType)
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + schema);
    }
}
