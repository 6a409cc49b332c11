package io.contextmill.emitters.openapi;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What operations refer to: schemas, parameters and headers. */
final class Components {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ContextTypes types;
    private final SchemaNames names;
    private final FieldSchemas fields;

    Components(ContextTypes types, SchemaNames names) {
        this.types = types;
        this.names = names;
        this.fields = new FieldSchemas(names::of);
    }

    ObjectNode all() {
        ObjectNode components = JSON.objectNode();
        components.set("schemas", schemas());
        components.set("parameters", parameters());
        components
                .putObject("headers")
                .set(
                        "ETag",
                        JSON.objectNode()
                                .put(
                                        "description",
                                        "The version of the aggregate. Of a row that several aggregates change it has the form \"r2\" and is no version.")
                                .set("schema", text()));
        return components;
    }

    private ObjectNode schemas() {
        ObjectNode schemas = JSON.objectNode();
        for (AggregateTypes aggregate : types.aggregates()) {
            aggregate.model().commands().stream()
                    .filter(Endpoints::hasBody)
                    .forEach(
                            command -> schemas.set(names.of(command), command(aggregate, command)));
        }
        types.context().types().forEach(type -> schemas.set(names.of(type), values(type)));
        types.context().values().forEach(value -> schemas.set(names.of(value), value(value)));
        for (ReadModelTypes readModel : types.readModels()) {
            schemas.set(names.of(readModel.model()), row(readModel));
            schemas.set(names.page(readModel.model()), page(readModel));
        }
        schemas.set(SchemaNames.RECEIPT, PlatformSchemas.receipt());
        schemas.set(SchemaNames.PROBLEM, PlatformSchemas.problem());
        return schemas;
    }

    private ObjectNode command(AggregateTypes aggregate, CommandModel command) {
        boolean creates = command.creation() == Creation.ALWAYS;
        Optional<FieldModel> identity =
                creates ? Optional.of(Endpoints.identity(aggregate)) : Optional.empty();
        List<FieldModel> all = Stream.concat(identity.stream(), command.fields().stream()).toList();
        ObjectNode schema = object(required(all));
        ObjectNode properties = schema.putObject("properties");
        identity.ifPresent(
                field ->
                        properties.set(
                                Names.json(field),
                                fields.of(field)
                                        .put("description", meaning(field, aggregate.noun()))));
        command.fields().forEach(field -> properties.set(Names.json(field), said(field)));
        return schema;
    }

    private static String meaning(FieldModel identity, String noun) {
        return "The identity that the %s is to have%s."
                .formatted(noun, identity.optional() ? "; absent to have one made" : "");
    }

    /** What a caller says of a field, with what is meant if that is nothing. */
    private ObjectNode said(FieldModel field) {
        ObjectNode schema = fields.of(field.asSaid());
        new Samples(types)
                .defaultJson(field)
                .ifPresent(json -> schema.set("default", MAPPER.readTree(json)));
        return schema;
    }

    private static ObjectNode values(Type.EnumType type) {
        ObjectNode schema = JSON.objectNode().put("type", "string");
        ArrayNode values = schema.putArray("enum");
        type.values().forEach(values::add);
        return schema;
    }

    private ObjectNode value(Type.ValueType value) {
        if (value.scalar()) {
            return fields.of(value.fields().get(0));
        }
        ObjectNode schema = object(required(value.fields()));
        ObjectNode properties = schema.putObject("properties");
        value.fields().forEach(field -> properties.set(Names.json(field), said(field)));
        return schema;
    }

    private ObjectNode row(ReadModelTypes readModel) {
        List<String> required = new ArrayList<>(List.of(readModel.model().key()));
        required.addAll(
                readModel.model().fields().stream()
                        .filter(field -> !field.optional())
                        .map(Names::json)
                        .toList());
        ObjectNode schema = object(required);
        ObjectNode properties = schema.putObject("properties");
        properties.set(readModel.model().key(), fields.of(readModel.aggregate().model().id()));
        readModel
                .model()
                .fields()
                .forEach(field -> properties.set(Names.json(field), fields.of(field)));
        return schema;
    }

    private ObjectNode page(ReadModelTypes readModel) {
        ObjectNode schema = object(List.of("items"));
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("items")
                .put("type", "array")
                .putObject("items")
                .put("$ref", "#/components/schemas/" + names.of(readModel.model()));
        ObjectNode next = properties.putObject("next");
        next.putArray("type").add("string").add("null");
        next.put(
                "description",
                "What the following page is asked for by, as it is; null behind the last one.");
        return schema;
    }

    private ObjectNode parameters() {
        ObjectNode parameters = JSON.objectNode();
        for (AggregateTypes aggregate : types.aggregates()) {
            String name = Names.identityName(aggregate.model());
            parameters
                    .putObject(name)
                    .put("name", name)
                    .put("in", "path")
                    .put("required", true)
                    .put("description", "Identifies %s.".formatted(aggregate.aNoun()))
                    .set("schema", fields.of(aggregate.model().id()));
        }
        parameters
                .putObject("IdempotencyKey")
                .put("name", "Idempotency-Key")
                .put("in", "header")
                .put("description", "Makes the request safe to repeat: it has its effect once.")
                .set("schema", text().put("minLength", 1).put("maxLength", 255));
        parameters
                .putObject("IfMatch")
                .put("name", "If-Match")
                .put("in", "header")
                .put(
                        "description",
                        "The ETag that the caller saw; the command is refused if it is no longer current.")
                .set("schema", text());
        parameters
                .putObject("After")
                .put("name", "after")
                .put("in", "query")
                .put(
                        "description",
                        "The `next` of the page before, as it is. It holds whatever becomes of the rows of that page.")
                .set("schema", text());
        return parameters;
    }

    private static List<String> required(List<FieldModel> fields) {
        return fields.stream().filter(field -> !field.mayBeLeftOut()).map(Names::json).toList();
    }

    private static ObjectNode object(List<String> required) {
        ObjectNode schema =
                JSON.objectNode().put("type", "object").put("additionalProperties", false);
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        return schema;
    }

    private static ObjectNode text() {
        return JSON.objectNode().put("type", "string");
    }
}
