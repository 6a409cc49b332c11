package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.ReadModel.Projection;
import io.contextmill.model.Type.IdType;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.ReadModelSpec;
import io.contextmill.spec.Text;
import java.util.List;
import java.util.Optional;

/** Resolves read models, given the aggregates that they are about. */
final class ReadModelLinker {
    private final ContextSpec spec;
    private final TypeResolver types;
    private final List<AggregateModel> aggregates;
    private final ProjectionLinker projection;
    private final List<Diagnostic> findings;

    ReadModelLinker(
            ContextSpec spec,
            TypeResolver types,
            List<AggregateModel> aggregates,
            BehaviourLinker behaviour,
            Hints hints,
            List<Diagnostic> findings) {
        this.projection = new ProjectionLinker(spec, aggregates, behaviour, hints, findings);
        this.spec = spec;
        this.types = types;
        this.aggregates = aggregates;
        this.findings = findings;
    }

    List<ReadModel> readModels() {
        return spec.readModels().stream().map(this::readModel).flatMap(Optional::stream).toList();
    }

    private Optional<ReadModel> readModel(ReadModelSpec readModel) {
        List<FieldSpec> listed = readModel.fields().orElse(List.of());
        List<FieldModel> fields =
                listed.stream().map(types::resolve).flatMap(Optional::stream).toList();
        Text name = readModel.name();
        Text key = readModel.key().orElse(name);
        Optional<FieldModel> keyField =
                fields.stream().filter(field -> field.name().equals(key.value())).findFirst();
        if (keyField.isEmpty()
                && listed.stream().anyMatch(field -> field.name().value().equals(key.value()))) {
            // Its type is unknown, which has been reported.
            return Optional.empty();
        }
        if (keyField.isEmpty()
                || !(keyField.get().type() instanceof IdType id)
                || keyField.get().optional()) {
            if (!aggregates.isEmpty() && !isIdWithTakenName(readModel)) {
                findings.add(
                        ReadSideRules.READ_MODEL_WITHOUT_KEY.at(
                                key.span(),
                                "the key of "
                                        + quoted(name.value())
                                        + " is not the id of an aggregate",
                                "name the aggregate's id, as in `{key: order, fields: {order: OrderId}}`"));
            }
            return Optional.empty();
        }
        Optional<AggregateModel> found =
                aggregates.stream().filter(candidate -> candidate.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        AggregateModel aggregate = found.get();
        List<FieldModel> columns =
                fields.stream().filter(field -> !field.name().equals(key.value())).toList();
        List<Projection> projections = projection.link(readModel, aggregate, key.value(), columns);
        columns.forEach(column -> checkSource(readModel, column, columns, projections, aggregate));
        return Optional.of(
                new ReadModel(
                        name.value(),
                        readModel.description().map(Text::value),
                        aggregate.name(),
                        key.value(),
                        columns,
                        projections,
                        name.span()));
    }

    /** Whether the key is an id but for something else of that name, which has been reported. */
    private boolean isIdWithTakenName(ReadModelSpec readModel) {
        Optional<String> type = ReadModelInference.typeOfKey(readModel);
        return type.isPresent()
                && spec.types().stream()
                        .anyMatch(declared -> declared.name().value().equals(type.get()))
                && spec.aggregates().stream()
                        .anyMatch(
                                aggregate ->
                                        IdentityInference.idName(aggregate).equals(type.get()));
    }

    private void checkSource(
            ReadModelSpec readModel,
            FieldModel column,
            List<FieldModel> columns,
            List<Projection> projections,
            AggregateModel aggregate) {
        Optional<Lifecycle> lifecycle =
                aggregate.lifecycle().filter(cycle -> cycle.field().equals(column.name()));
        if (lifecycle.isPresent()) {
            if (!lifecycle.get().states().equals(column.type())) {
                mismatch(
                        readModel,
                        column,
                        aggregate.name(),
                        "the types differ",
                        origin(aggregate, column.name()));
            }
            return;
        }
        if (isNamedByLifecycle(column, aggregate)) {
            // The lifecycle is wrong, which has been reported.
            return;
        }
        boolean any = false;
        for (Projection projected : projections) {
            if (isSet(readModel, projected, column)) {
                any = true;
                continue;
            }
            EventModel event = projected.on(event(projected));
            Optional<Computed> computed =
                    event.sets().stream()
                            .filter(set -> set.field().equals(column.name()))
                            .findFirst();
            if (computed.isPresent()) {
                any = true;
                checkComputed(readModel, column, event, computed.get(), columns, aggregate);
                continue;
            }
            Optional<FieldModel> carried =
                    event.fields().stream()
                            .filter(field -> field.name().equals(column.name()))
                            .findFirst();
            if (carried.isPresent()) {
                any = true;
                FieldFit.problem(carried.get(), column)
                        .ifPresent(
                                problem ->
                                        mismatch(
                                                readModel,
                                                column,
                                                event.name(),
                                                problem,
                                                carried.get().origin()));
            } else if (event.creates() && !column.mayBeLeftOut()) {
                findings.add(
                        ReadSideRules.READ_MODEL_FIELD_WITHOUT_SOURCE
                                .at(
                                        column.origin(),
                                        "a row of "
                                                + quoted(readModel.name().value())
                                                + " that begins with "
                                                + quoted(event.name())
                                                + " has no "
                                                + quoted(column.name()),
                                        "give the event that field, or make this one optional with `?`")
                                .relatedTo(event.origin(), "the event is declared here"));
                return;
            }
        }
        boolean resolved = projections.size() == readModel.projects().orElse(List.of()).size();
        if (!any && resolved && column.defaultValue().isEmpty()) {
            findings.add(
                    ReadSideRules.READ_MODEL_FIELD_WITHOUT_SOURCE.at(
                            column.origin(),
                            "no event that "
                                    + quoted(readModel.name().value())
                                    + " is built from has a field "
                                    + quoted(column.name()),
                            "give one of the events that field, or take it out here"));
        }
    }

    private EventModel event(Projection projected) {
        return aggregates.stream()
                .filter(owner -> owner.name().equals(projected.aggregate()))
                .findFirst()
                .orElseThrow()
                .event(projected.event());
    }

    /** Whether a projection says how a column is computed, be it wrongly. */
    private static boolean isSet(ReadModelSpec readModel, Projection projected, FieldModel column) {
        return readModel.projects().orElse(List.of()).stream()
                .filter(written -> written.event().value().equals(projected.event()))
                .flatMap(written -> written.sets().stream())
                .anyMatch(set -> set.field().value().equals(column.name()));
    }

    /** A row computes what the aggregate does, of its own fields: these have to be the same. */
    private void checkComputed(
            ReadModelSpec readModel,
            FieldModel column,
            EventModel event,
            Computed computed,
            List<FieldModel> columns,
            AggregateModel aggregate) {
        aggregate.fields().stream()
                .filter(field -> field.name().equals(column.name()))
                .filter(field -> !isAlike(field, column))
                .findFirst()
                .ifPresent(
                        field ->
                                mismatch(
                                        readModel,
                                        column,
                                        event.name(),
                                        "the types differ",
                                        field.origin()));
        computed.value()
                .parts()
                .filter(part -> part instanceof Read read && read.root() == Root.STATE)
                .map(part -> ((Read) part).field())
                .filter(
                        needed ->
                                columns.stream()
                                        .noneMatch(
                                                own ->
                                                        own.name().equals(needed.name())
                                                                && isAlike(own, needed)))
                .findFirst()
                .ifPresent(
                        needed ->
                                findings.add(
                                        ReadSideRules.READ_MODEL_FIELD_WITHOUT_SOURCE
                                                .at(
                                                        column.origin(),
                                                        quoted(event.name())
                                                                + " computes "
                                                                + quoted(column.name())
                                                                + " of "
                                                                + quoted(needed.name())
                                                                + ", which a row of "
                                                                + quoted(readModel.name().value())
                                                                + " does not have",
                                                        "give it a field "
                                                                + quoted(needed.name())
                                                                + " like the aggregate's")
                                                .relatedTo(
                                                        needed.origin(),
                                                        "the aggregate's field is declared here")));
    }

    private static boolean isAlike(FieldModel one, FieldModel other) {
        return FieldFit.isSame(one.type(), other.type()) && one.optional() == other.optional();
    }

    private static SourceSpan origin(AggregateModel aggregate, String field) {
        return aggregate.fields().stream()
                .filter(own -> own.name().equals(field))
                .map(FieldModel::origin)
                .findFirst()
                .orElse(aggregate.origin());
    }

    private boolean isNamedByLifecycle(FieldModel column, AggregateModel aggregate) {
        return spec.aggregates().stream()
                .filter(candidate -> candidate.name().value().equals(aggregate.name()))
                .flatMap(candidate -> candidate.lifecycle().stream())
                .anyMatch(lifecycle -> lifecycle.field().value().equals(column.name()));
    }

    private void mismatch(
            ReadModelSpec readModel,
            FieldModel column,
            String source,
            String problem,
            SourceSpan other) {
        findings.add(
                TypeRules.TYPE_MISMATCH
                        .at(
                                column.origin(),
                                quoted(readModel.name().value() + "." + column.name())
                                        + " cannot be filled from "
                                        + quoted(source)
                                        + ": "
                                        + problem,
                                "give both the same type")
                        .relatedTo(other, "the other field is declared here"));
    }
}
