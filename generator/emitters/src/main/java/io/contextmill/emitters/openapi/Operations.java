package io.contextmill.emitters.openapi;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.Names;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Commands and queries as operations. */
final class Operations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String INVALID_REQUEST = "InvalidRequest";

    private final ContextTypes types;
    private final SchemaNames schemas;
    private final FieldSchemas fields;

    Operations(ContextTypes types, SchemaNames schemas) {
        this.types = types;
        this.schemas = schemas;
        this.fields = new FieldSchemas(schemas::of);
    }

    ObjectNode of(CommandModel command) {
        AggregateTypes aggregate = types.aggregate(command.aggregate());
        boolean creating = command.creation() == Creation.ALWAYS;
        ObjectNode operation =
                operation(
                        command.name(),
                        Phrases.sentence(
                                command.description(),
                                Phrases.activity(command.name(), command.aggregate())),
                        aggregate);
        ArrayNode parameters = operation.putArray("parameters");
        if (!creating) {
            reference(parameters, Names.identityName(aggregate.model()));
        }
        reference(parameters, "IdempotencyKey");
        if (!creating) {
            reference(parameters, "IfMatch");
        }
        if (Endpoints.hasBody(command)) {
            ObjectNode body = operation.putObject("requestBody");
            if (!Endpoints.mayLeaveOutBody(aggregate, command)) {
                body.put("required", true);
            }
            body.putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/" + schemas.of(command));
        }
        answers(command, aggregate).addTo(operation);
        return operation;
    }

    ObjectNode of(QueryModel query) {
        return query instanceof Listing listing ? listing(listing) : byKey((ByKey) query);
    }

    private Responses answers(CommandModel command, AggregateTypes aggregate) {
        Responses responses =
                command.creation() == Creation.ALWAYS
                        ? Responses.of(
                                        201,
                                        "Created: the aggregate and its first version.",
                                        SchemaNames.RECEIPT)
                                .withEntityTag()
                                .withLocation()
                                .rejecting(409, aggregate.alreadyExists().simpleName())
                        : Responses.of(
                                        200,
                                        "Accepted: the aggregate and its new version.",
                                        SchemaNames.RECEIPT)
                                .withEntityTag()
                                .rejecting(400, "MalformedPrecondition")
                                .rejecting(404, aggregate.notFound().simpleName())
                                .rejecting(409, "OptimisticLockConflict")
                                .rejecting(412, "OptimisticLockConflict");
        responses
                .rejecting(400, INVALID_REQUEST)
                .rejecting(400, "MalformedIdempotencyKey")
                .rejecting(422, "IdempotencyKeyReused");
        if (command.creation() == Creation.IF_ABSENT) {
            responses.rejecting(409, aggregate.alreadyExists().simpleName());
        }
        for (FieldModel field : aggregate.uniqueIn(command)) {
            responses.rejecting(409, aggregate.taken(field).simpleName());
        }
        if (aggregate.isMortal()) {
            responses.rejecting(410, aggregate.noLongerExists().simpleName());
        }
        if (!command.from().isEmpty()) {
            responses.rejecting(409, types.illegalState(command).simpleName());
        }
        command.guards()
                .forEach(
                        guard ->
                                responses.rejecting(
                                        409, types.rejection(guard.rejection()).simpleName()));
        aggregate
                .model()
                .invariants()
                .forEach(
                        invariant ->
                                responses.rejecting(
                                        409, types.rejection(invariant.rejection()).simpleName()));
        if (aggregate.model().mayOverflow(command)) {
            responses.rejecting(409, "ValueOutOfRange");
        }
        if (command.emission().events().isEmpty()) {
            responses.rejecting(422, "NotDecidedYet");
        }
        return responses;
    }

    private ObjectNode byKey(ByKey query) {
        ReadModelTypes readModel = types.readModelOf(query);
        AggregateTypes aggregate = readModel.aggregate();
        ObjectNode operation =
                operation(
                        query.name(),
                        Phrases.sentence(query.description(), "shows one " + aggregate.noun()),
                        aggregate);
        reference(operation.putArray("parameters"), Names.identityName(aggregate.model()));
        Responses.of(200, "Found.", schemas.of(readModel.model()))
                .withEntityTag()
                .rejecting(400, INVALID_REQUEST)
                .rejecting(404, aggregate.notFound().simpleName())
                .addTo(operation);
        return operation;
    }

    private ObjectNode listing(Listing query) {
        ReadModelTypes readModel = types.readModelOf(query);
        AggregateTypes aggregate = readModel.aggregate();
        ObjectNode operation =
                operation(
                        query.name(),
                        Phrases.sentence(
                                query.description(), "shows a page of " + aggregate.nouns()),
                        aggregate);
        ArrayNode parameters = operation.putArray("parameters");
        query.filters().forEach(filter -> parameters.add(filter(readModel, filter)));
        reference(parameters, "After");
        parameters.add(limit(query));
        Responses.of(200, "A page.", schemas.page(readModel.model()))
                .rejecting(400, INVALID_REQUEST)
                .addTo(operation);
        return operation;
    }

    private ObjectNode filter(ReadModelTypes readModel, Filter filter) {
        FieldModel field = readModel.field(filter.field());
        ObjectNode parameter =
                JSON.objectNode().put("name", Names.queryParameter(filter)).put("in", "query");
        switch (filter.match()) {
            case EQUAL -> {}
            case FROM -> parameter.put("description", "The least that is shown.");
            case TO -> parameter.put("description", "The greatest that is shown.");
            case CONTAINS ->
                    parameter.put(
                            "description", "A part of what is shown, in large or small letters.");
        }
        if (!filter.optional()) {
            parameter.put("required", true);
        }
        FieldModel required =
                new FieldModel(
                        field.name(), field.type(), false, FieldModel.Limits.NONE, field.origin());
        parameter.set("schema", fields.type(required));
        return parameter;
    }

    private static ObjectNode limit(Listing query) {
        ObjectNode parameter =
                JSON.objectNode()
                        .put("name", "limit")
                        .put("in", "query")
                        .put("description", "The most items of the page.");
        parameter
                .putObject("schema")
                .put("type", "integer")
                .put("format", "int32")
                .put("minimum", 1)
                .put("maximum", Endpoints.largestPage(query))
                .put("default", query.pageSize());
        return parameter;
    }

    private static ObjectNode operation(String name, String summary, AggregateTypes aggregate) {
        ObjectNode operation = JSON.objectNode().put("operationId", name).put("summary", summary);
        operation.putArray("tags").add(aggregate.name());
        return operation;
    }

    private static void reference(ArrayNode parameters, String name) {
        parameters.addObject().put("$ref", "#/components/parameters/" + name);
    }

    static Optional<String> text(Optional<String> description) {
        return description.filter(text -> !text.isBlank()).map(String::strip);
    }
}
