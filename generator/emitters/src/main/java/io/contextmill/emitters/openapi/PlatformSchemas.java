package io.contextmill.emitters.openapi;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of what every service answers: receipts and problem documents. */
final class PlatformSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlatformSchemas() {}

    static ObjectNode receipt() {
        ObjectNode schema =
                JSON.objectNode().put("type", "object").put("additionalProperties", false);
        schema.putArray("required").add("id").add("version");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("id")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "The aggregate that the command went to.");
        properties
                .putObject("version")
                .put("type", "integer")
                .put("format", "int64")
                .put("minimum", 1)
                .put("description", "The version that the aggregate has since.");
        return schema;
    }

    static ObjectNode problem() {
        ObjectNode schema =
                JSON.objectNode()
                        .put("type", "object")
                        .put("description", "A problem document (RFC 9457).");
        schema.putArray("required").add("status").add("name");
        ObjectNode properties = schema.putObject("properties");
        properties.set("type", reference());
        properties.set("title", text());
        properties.putObject("status").put("type", "integer");
        properties.set("detail", text());
        properties.set("instance", reference());
        properties.set(
                "name",
                text().put(
                                "description",
                                "The name of the rejection: what callers tell problems apart by."));
        properties.putObject("errors").put("type", "array").set("items", error());
        return schema;
    }

    private static ObjectNode error() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.putArray("required").add("detail");
        ObjectNode properties = schema.putObject("properties");
        properties.set(
                "pointer",
                text().put("format", "json-pointer").put("description", "Where in the body."));
        properties.set(
                "parameter",
                text().put("description", "Which parameter of the path or the query."));
        properties.set("detail", text());
        return schema;
    }

    private static ObjectNode reference() {
        return text().put("format", "uri-reference");
    }

    private static ObjectNode text() {
        return JSON.objectNode().put("type", "string");
    }
}
