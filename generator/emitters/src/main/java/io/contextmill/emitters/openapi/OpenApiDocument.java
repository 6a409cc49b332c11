package io.contextmill.emitters.openapi;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.model.CommandModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.Names;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of a context. */
final class OpenApiDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ContextTypes types;
    private final Operations operations;
    private final Components components;

    OpenApiDocument(ContextTypes types) {
        SchemaNames names = new SchemaNames(types.context());
        this.types = types;
        this.operations = new Operations(types, names);
        this.components = new Components(types, names);
    }

    ObjectNode content() {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info").put("title", types.context().name());
        Operations.text(types.context().description())
                .ifPresent(text -> info.put("description", text));
        info.put("version", "1");
        document.putArray("servers").addObject().put("url", "/");
        document.set("tags", tags());
        document.set("paths", paths());
        document.set("components", components.all());
        return document;
    }

    private ArrayNode tags() {
        ArrayNode tags = JSON.arrayNode();
        for (AggregateTypes aggregate : types.aggregates()) {
            ObjectNode tag = tags.addObject().put("name", aggregate.name());
            Operations.text(aggregate.model().description())
                    .ifPresent(text -> tag.put("description", text));
        }
        return tags;
    }

    /** All paths; fixed ones stand before templates that they would match as well. */
    private ObjectNode paths() {
        ObjectNode paths = JSON.objectNode();
        for (AggregateTypes aggregate : types.aggregates()) {
            List<Operation> all = operations(aggregate).toList();
            all.stream()
                    .filter(operation -> !operation.isTemplate())
                    .forEach(operation -> operation.addTo(paths));
            all.stream().filter(Operation::isTemplate).forEach(operation -> operation.addTo(paths));
        }
        return paths;
    }

    private record Operation(String path, String method, ObjectNode content) {
        boolean isTemplate() {
            return path.contains("{");
        }

        void addTo(ObjectNode paths) {
            ObjectNode item =
                    paths.get(path) instanceof ObjectNode known ? known : paths.putObject(path);
            item.set(method, content);
        }
    }

    /** Queries first: those that list, those for one, then commands. */
    private Stream<Operation> operations(AggregateTypes aggregate) {
        List<QueryModel> queries =
                types.context().queries().stream()
                        .filter(
                                query ->
                                        types.readModelOf(query)
                                                .model()
                                                .aggregate()
                                                .equals(aggregate.name()))
                        .toList();
        Stream<Operation> lists =
                queries.stream().filter(Listing.class::isInstance).map(this::operation);
        Stream<Operation> single =
                queries.stream().filter(query -> !(query instanceof Listing)).map(this::operation);
        Stream<Operation> commands = aggregate.model().commands().stream().map(this::operation);
        return Stream.of(lists, single, commands).flatMap(part -> part);
    }

    private Operation operation(QueryModel query) {
        return new Operation(names().path(query), "get", operations.of(query));
    }

    private Operation operation(CommandModel command) {
        return new Operation(names().path(command), "post", operations.of(command));
    }

    private Names names() {
        return types.names();
    }
}
