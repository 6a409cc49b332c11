package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.QueryModel.Listing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bounded context: one deployable service.
 *
 * @param types the enums it declares, inferred ones included
 * @param values the value objects and entities it declares; each behind those that it holds
 * @param aggregates in the order written
 * @param readModels in the order written, then the inferred ones in the order of their aggregates
 * @param drops what goes from its database, in the order written
 * @param queries in the order written, then the inferred ones in the order of their aggregates
 * @param scenarios in the order written
 */
public record ContextModel(
        String name,
        Optional<String> subdomain,
        Optional<String> description,
        List<Type.EnumType> types,
        List<Type.ValueType> values,
        List<AggregateModel> aggregates,
        List<ReadModel> readModels,
        List<Drop> drops,
        List<QueryModel> queries,
        List<ScenarioModel> scenarios,
        SourceSpan origin) {

    /** Takes copies of the lists. */
    public ContextModel {
        types = List.copyOf(types);
        values = List.copyOf(values);
        aggregates = List.copyOf(aggregates);
        readModels = List.copyOf(readModels);
        drops = List.copyOf(drops);
        queries = List.copyOf(queries);
        scenarios = List.copyOf(scenarios);
    }

    /** The types of all identities: those of aggregates, then those of entities. */
    public List<Type.IdType> identities() {
        return Stream.concat(
                        aggregates.stream().map(AggregateModel::id),
                        entities().stream().map(value -> value.entity().orElseThrow().id()))
                .toList();
    }

    /** Whether it has aggregates that are kept as events. */
    public boolean keepsEvents() {
        return aggregates.stream().anyMatch(AggregateModel::isKeptAsEvents);
    }

    /** Whether it lists anything sorted by something else than its key. */
    public boolean sortsByValues() {
        return queries.stream()
                .anyMatch(
                        query ->
                                query instanceof Listing listing
                                        && !listing.sort()
                                                .equals(readModel(listing.readModel()).key()));
    }

    /** Whether something in it holds JSON documents. */
    public boolean holdsDocuments() {
        Stream<FieldModel> ofAggregates =
                aggregates.stream()
                        .flatMap(
                                aggregate ->
                                        Stream.of(
                                                        aggregate.fields().stream(),
                                                        aggregate.commands().stream()
                                                                .flatMap(
                                                                        command ->
                                                                                command
                                                                                        .fields()
                                                                                        .stream()),
                                                        aggregate.events().stream()
                                                                .flatMap(ContextModel::fields))
                                                .flatMap(fields -> fields));
        Stream<FieldModel> others =
                Stream.concat(
                        values.stream().flatMap(value -> value.fields().stream()),
                        readModels.stream().flatMap(readModel -> readModel.fields().stream()));
        return Stream.concat(ofAggregates, others)
                .map(FieldModel::type)
                .map(type -> type instanceof Type.ListType list ? list.item().type() : type)
                .anyMatch(type -> type == Type.Scalar.JSON);
    }

    /** The fields of an event, in its earlier forms too. */
    private static Stream<FieldModel> fields(EventModel event) {
        return Stream.concat(
                event.fields().stream(),
                event.earlier().stream().flatMap(form -> form.fields().stream()));
    }

    /** The entities inside aggregates. */
    public List<Type.ValueType> entities() {
        return values.stream().filter(value -> value.entity().isPresent()).toList();
    }

    /** The entities inside an aggregate. */
    public List<Type.ValueType> entitiesOf(AggregateModel aggregate) {
        return entities().stream()
                .filter(
                        value ->
                                value.entity()
                                        .filter(own -> own.aggregate().equals(aggregate.name()))
                                        .isPresent())
                .toList();
    }

    /**
     * The aggregate of that name.
     *
     * @throws IllegalArgumentException if there is none, which a linked model rules out for its own
     *     references
     */
    public AggregateModel aggregate(String aggregateName) {
        return aggregates.stream()
                .filter(aggregate -> aggregate.name().equals(aggregateName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no aggregate " + aggregateName));
    }

    /**
     * The read model of that name.
     *
     * @throws IllegalArgumentException if there is none, which a linked model rules out for its own
     *     references
     */
    public ReadModel readModel(String readModelName) {
        return readModels.stream()
                .filter(readModel -> readModel.name().equals(readModelName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no read model " + readModelName));
    }

    /** The commands that may be rejected with that name. */
    public List<CommandModel> rejectedWith(String rejection) {
        return aggregates.stream()
                .flatMap(aggregate -> aggregate.commands().stream())
                .filter(command -> command.rejections().contains(rejection))
                .toList();
    }

    /**
     * The rejections that the spec has a name for, each once, in the order of the commands; those
     * of invariants last.
     */
    public List<String> rejections() {
        Stream<String> ofCommands =
                aggregates.stream()
                        .flatMap(aggregate -> aggregate.commands().stream())
                        .flatMap(command -> command.rejections().stream());
        Stream<String> ofInvariants =
                aggregates.stream()
                        .flatMap(aggregate -> aggregate.invariants().stream())
                        .map(Guard::rejection);
        return Stream.concat(ofCommands, ofInvariants).distinct().toList();
    }
}
