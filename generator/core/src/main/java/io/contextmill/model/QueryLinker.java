package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Match;
import io.contextmill.model.Type.Scalar;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.FilterSpec;
import io.contextmill.spec.ContextSpec.QuerySpec;
import io.contextmill.spec.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Resolves queries, given the read models that they are answered from. */
final class QueryLinker {
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
    private final List<ReadModel> readModels;
    private final Hints hints;
    private final List<Diagnostic> findings;

    QueryLinker(
            ContextSpec spec, List<ReadModel> readModels, Hints hints, List<Diagnostic> findings) {
        this.spec = spec;
        this.readModels = readModels;
        this.hints = hints;
        this.findings = findings;
    }

    List<QueryModel> queries() {
        return spec.queries().stream()
                .filter(query -> !isAnsweredByUpstreams(query))
                .map(query -> query(query))
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

    private Optional<QueryModel> query(QuerySpec query) {
        if (query.returns().isEmpty()) {
            if (!spec.aggregates().isEmpty()) {
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
                                                    : column.type() == Scalar.JSON
                                                            ? "a document"
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
