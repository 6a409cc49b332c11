package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Match;
import io.contextmill.model.ReadModel.Projection;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.FilterSpec;
import io.contextmill.spec.ContextSpec.QuerySpec;
import io.contextmill.spec.ContextSpec.ReadModelSpec;
import io.contextmill.spec.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Resolves read models and queries, given the aggregates that they are about. */
final class ReadSideLinker {
    private static final Set<Scalar> RANGED =
            Set.of(
                    Scalar.INT,
                    Scalar.LONG,
                    Scalar.DECIMAL,
                    Scalar.DATE,
                    Scalar.TIME,
                    Scalar.INSTANT,
                    Scalar.DURATION);
    private static final Set<Scalar> TEXTS = Set.of(Scalar.STRING, Scalar.TEXT);

    private final ContextSpec spec;
    private final TypeResolver types;
    private final List<AggregateModel> aggregates;
    private final ProjectionLinker projection;
    private final Hints hints;
    private final List<Diagnostic> findings;

    ReadSideLinker(
            ContextSpec spec,
            TypeResolver types,
            List<AggregateModel> aggregates,
            BehaviourLinker behaviour,
            Hints hints,
            List<Diagnostic> findings) {
        this.projection = new ProjectionLinker(spec, aggregates, behaviour, hints, findings);
        this.hints = hints;
        this.spec = spec;
        this.types = types;
        this.aggregates = aggregates;
        this.findings = findings;
    }

    List<ReadModel> readModels() {
        return spec.readModels().stream().map(this::readModel).flatMap(Optional::stream).toList();
    }

    List<QueryModel> queries(List<ReadModel> readModels) {
        return spec.queries().stream()
                .filter(query -> !isAnsweredByUpstreams(query))
                .map(query -> query(query, readModels))
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean isAnsweredByUpstreams(QuerySpec query) {
        return spec.collaboration().needs().stream()
                .anyMatch(
                        needs ->
                                needs.name().equals(query.name())
                                        && !needs.needs().calls().isEmpty());
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
            } else if (event.creates() && !column.optional()) {
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
        if (!any && resolved) {
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
                LinkRules.TYPE_MISMATCH
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

    private Optional<QueryModel> query(QuerySpec query, List<ReadModel> readModels) {
        if (query.returns().isEmpty()) {
            if (!aggregates.isEmpty()) {
                findings.add(
                        ReadSideRules.QUERY_WITHOUT_READ_MODEL.at(
                                query.name().span(),
                                "no read model fits the name of the query "
                                        + quoted(query.name().value()),
                                "say `returns:` and the name of a read model"));
            }
            return Optional.empty();
        }
        Text returns = query.returns().get();
        boolean list = returns.value().endsWith("[]");
        String name =
                list ? returns.value().substring(0, returns.value().length() - 2) : returns.value();
        Optional<ReadModel> readModel =
                readModels.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
        if (readModel.isEmpty()) {
            boolean declared =
                    spec.readModels().stream()
                            .anyMatch(candidate -> candidate.name().value().equals(name));
            if (!declared) {
                findings.add(
                        hints.unknown(
                                ReferenceRules.UNKNOWN_READ_MODEL,
                                new Text(name, returns.span()),
                                "read model",
                                spec.readModels().stream()
                                        .map(known -> known.name().value())
                                        .toList()));
            }
            return Optional.empty();
        }
        return list
                ? Optional.of(listing(query, readModel.get()))
                : Optional.of(byKey(query, readModel.get()));
    }

    private QueryModel byKey(QuerySpec query, ReadModel readModel) {
        List<FilterSpec> by = query.by().orElse(List.of());
        if (by.size() != 1 || !by.get(0).isExactly(readModel.key())) {
            findings.add(
                    ReadSideRules.ONE_ROW_NOT_BY_KEY.at(
                            by.isEmpty() ? query.name().span() : by.get(0).field().span(),
                            quoted(query.name().value())
                                    + " returns one row and does not select it by its key",
                            "say `by: "
                                    + readModel.key()
                                    + "`, or `returns: \""
                                    + readModel.name()
                                    + "[]\"`"));
        }
        Stream.of(query.sort(), query.page())
                .flatMap(Optional::stream)
                .forEach(
                        text ->
                                findings.add(
                                        ReadSideRules.ONE_ROW_IN_PAGES.at(
                                                text.span(),
                                                quoted(query.name().value())
                                                        + " returns one row, which has neither order nor pages",
                                                "take `sort` and `page` out, or say `returns: \""
                                                        + readModel.name()
                                                        + "[]\"`")));
        return new QueryModel.ByKey(
                query.name().value(),
                query.description().map(Text::value),
                readModel.name(),
                query.name().span());
    }

    private QueryModel listing(QuerySpec query, ReadModel readModel) {
        List<Filter> filters =
                query.by().orElse(List.of()).stream()
                        .flatMap(written -> filters(query, written, readModel))
                        .toList();
        checkParameters(query, filters);
        String sort = query.sort().map(Text::value).orElse(readModel.key());
        boolean descending = sort.startsWith("-");
        String sortField = descending ? sort.substring(1) : sort;
        query.sort()
                .ifPresent(written -> checkSort(new Text(sortField, written.span()), readModel));
        return new QueryModel.Listing(
                query.name().value(),
                query.description().map(Text::value),
                readModel.name(),
                filters,
                sortField,
                descending,
                Integer.parseInt(query.page().map(Text::value).orElse(QueryInference.PAGE)),
                query.name().span());
    }

    private Stream<Filter> filters(QuerySpec query, FilterSpec written, ReadModel readModel) {
        Text field = written.field();
        if (field.value().equals(readModel.key())) {
            findings.add(
                    ReadSideRules.LIST_BY_KEY.at(
                            field.span(),
                            quoted(query.name().value())
                                    + " lists rows by the key, of which there is one at most",
                            "say `returns: " + readModel.name() + "`, or select by another field"));
            return Stream.empty();
        }
        Optional<FieldModel> column = checkColumn(field, readModel);
        return switch (written.match().map(Text::value).orElse("")) {
            case "range" -> {
                column.ifPresent(
                        found ->
                                checkMatch(
                                        written,
                                        found,
                                        RANGED,
                                        "numbers, dates, times and instants have ranges"));
                yield Stream.of(Match.FROM, Match.TO)
                        .map(match -> new Filter(field.value(), match, written.optional()));
            }
            case "contains" -> {
                column.ifPresent(
                        found ->
                                checkMatch(
                                        written,
                                        found,
                                        TEXTS,
                                        "only `string` and `text` contain others"));
                yield Stream.of(new Filter(field.value(), Match.CONTAINS, written.optional()));
            }
            default -> {
                column.ifPresent(found -> checkPlain(found, field, "selected by"));
                yield Stream.of(new Filter(field.value(), Match.EQUAL, written.optional()));
            }
        };
    }

    private void checkPlain(FieldModel column, Text field, String use) {
        if (column.type().isComposite()) {
            findings.add(
                    ReadSideRules.UNFITTING_MATCH
                            .at(
                                    field.span(),
                                    "rows cannot be "
                                            + use
                                            + " "
                                            + quoted(field.value())
                                            + ", which is "
                                            + (column.type() instanceof Type.ListType
                                                    ? "a list"
                                                    : "a value object"),
                                    "give the read model a field with the one value that is meant")
                            .relatedTo(column.origin(), "the field is declared here"));
        }
    }

    private void checkMatch(
            FilterSpec written, FieldModel column, Set<Scalar> fitting, String hint) {
        if (!fitting.contains(column.type())) {
            Text match = written.match().orElseThrow();
            findings.add(
                    ReadSideRules.UNFITTING_MATCH
                            .at(
                                    match.span(),
                                    quoted(column.type().word())
                                            + " cannot be selected by "
                                            + quoted(match.value()),
                                    hint)
                            .relatedTo(column.origin(), "the field is declared here"));
        }
    }

    private void checkParameters(QuerySpec query, List<Filter> filters) {
        Set<String> parameters = new HashSet<>();
        Set<String> reported = new HashSet<>();
        for (Filter filter : filters) {
            if (!parameters.add(filter.parameter()) && reported.add(filter.field())) {
                findings.add(
                        ReadSideRules.PARAMETER_TWICE.at(
                                query.by().orElse(List.of()).stream()
                                        .filter(
                                                written ->
                                                        written.field()
                                                                .value()
                                                                .equals(filter.field()))
                                        .reduce((first, second) -> second)
                                        .orElseThrow()
                                        .field()
                                        .span(),
                                quoted(query.name().value())
                                        + " has two parameters called "
                                        + quoted(filter.parameter()),
                                "a field is selected by once, and a range of `x` has the parameters `xFrom` and"
                                        + " `xTo`"));
            }
        }
    }

    private void checkSort(Text field, ReadModel readModel) {
        if (field.value().equals(readModel.key())) {
            return;
        }
        checkColumn(field, readModel).ifPresent(column -> checkPlain(column, field, "sorted by"));
    }

    private Optional<FieldModel> checkColumn(Text field, ReadModel readModel) {
        Optional<FieldModel> column =
                readModel.fields().stream()
                        .filter(candidate -> candidate.name().equals(field.value()))
                        .findFirst();
        if (column.isEmpty()) {
            List<String> known = new ArrayList<>(List.of(readModel.key()));
            readModel.fields().forEach(candidate -> known.add(candidate.name()));
            findings.add(
                    hints.unknownIn(
                            readModel.name(), ReferenceRules.UNKNOWN_FIELD, field, "field", known));
        }
        return column;
    }
}
