package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.Type;
import io.contextmill.model.Type.Scalar;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * One query that lists rows of a read model on PostgreSQL: a page begins behind the row with a key,
 * which is looked up in the order of the rows and not counted from the first.
 */
final class ListingSource {
    private static final String AFTER_KEY = ":afterKey";
    private static final String AFTER_VALUE = ":afterValue";

    private final ReadModelTypes readModel;
    private final ContextTypes types;
    private final Table table;
    private final Listing listing;

    ListingSource(ReadModelTypes readModel, Table table, Listing listing) {
        this.readModel = readModel;
        this.types = readModel.types();
        this.table = table;
        this.listing = listing;
    }

    FieldSpec statement() {
        List<String> conditions = new ArrayList<>();
        for (Filter filter : listing.filters()) {
            conditions.add(condition(filter));
        }
        conditions.add(beginning());
        String sql =
                table.selection()
                        + "where "
                        + String.join("\n    and ", conditions)
                        + "\n"
                        + "order by "
                        + order()
                        + "\n"
                        + "limit :rowLimit\n";
        return Statement.constant(constant(), sql);
    }

    MethodSpec method() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(readModel.method(listing))
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(readModel.page(listing));
        CodeBlock.Builder statement = CodeBlock.builder().add("jdbc.sql($L)", constant());
        readModel
                .parameters(listing)
                .forEach(parameter -> method.addParameter(parameter.type(), parameter.name()));
        for (Filter filter : listing.filters()) {
            Column column = asked(filter);
            CodeBlock value = CodeBlock.of("$L", ReadModelTypes.parameter(column.field()));
            statement.add(".param($S, $L)", parameter(filter), column.written(value, types));
        }
        return method.addStatement(
                        "$T found = $L.param(\"rowLimit\", limit + 1L)"
                                + ".query((row, index) -> row(row, index).value()).list()",
                        ParameterizedTypeName.get(ClassName.get(List.class), readModel.row()),
                        statement.add(place()).build())
                .addStatement(
                        "return $T.of(found, limit, $L)",
                        types.platform("Page"),
                        readModel.placing(listing))
                .build();
    }

    /** The parameters that say where the page begins; all null for the first. */
    private CodeBlock place() {
        Optional<FieldModel> sorting = readModel.sorting(listing);
        if (sorting.isEmpty()) {
            return CodeBlock.of(
                    ".param(\"afterKey\", after.map($T::value).orElse(null))",
                    readModel.aggregate().id());
        }
        FieldModel field = sorting.get();
        ClassName place = types.platform("RowPlace");
        CodeBlock value =
                CodeBlock.of("after.$L($T::value)", field.optional() ? "flatMap" : "map", place);
        Column missing = new Column(column(field).name(), field.orMissing());
        return CodeBlock.of(
                ".param(\"afterValue\", $L).param(\"afterKey\", after.map(last -> last.key().value()).orElse(null))",
                missing.written(value, types));
    }

    private String constant() {
        return Names.constantFor(readModel.method(listing));
    }

    private String condition(Filter filter) {
        Column column = asked(filter);
        String name = Sql.name(column.name());
        String parameter = ":" + parameter(filter);
        String condition =
                switch (filter.match()) {
                    case EQUAL -> name + " = " + parameter;
                    case FROM -> name + " >= " + parameter;
                    case TO -> name + " <= " + parameter;
                    case CONTAINS ->
                            "position(lower(" + parameter + ") in lower(" + name + ")) > 0";
                };
        return filter.optional()
                ? "("
                        + parameter
                        + "::"
                        + Sql.type(column.field())
                        + " is null or "
                        + condition
                        + ")"
                : condition;
    }

    private String parameter(Filter filter) {
        String column = table.column(filter.field()).name();
        return switch (filter.match()) {
            case EQUAL -> column;
            case FROM -> column + "_from";
            case TO -> column + "_to";
            case CONTAINS -> column + "_part";
        };
    }

    /** The column of a filter, its field as optional as the filter is. */
    private Column asked(Filter filter) {
        return new Column(table.column(filter.field()).name(), readModel.asked(filter));
    }

    private String beginning() {
        boolean wide = readModel.sorting(listing).filter(FieldModel::optional).isPresent();
        String comparison = (listing.descending() ? " <" : " >") + (wide ? "\n        " : " ");
        String first = AFTER_KEY + "::" + Sql.type(table.identity().field()) + " is null";
        List<String> rows = sorting().toList();
        String behind = first + " or " + place(rows) + comparison + place(placeAsked());
        return listing.filters().isEmpty() ? behind : "(" + behind + ")";
    }

    private static String place(List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(", ", parts) + ")";
    }

    /** The place behind which the page begins, as {@link #sorting} has that of a row. */
    private List<String> placeAsked() {
        return readModel
                .sorting(listing)
                .map(
                        field ->
                                field.optional()
                                        ? List.of(
                                                "(" + AFTER_VALUE + cast(field) + " is null)",
                                                "coalesce("
                                                        + AFTER_VALUE
                                                        + cast(field)
                                                        + ", "
                                                        + Sql.any(field)
                                                        + ")",
                                                AFTER_KEY)
                                        : List.of(AFTER_VALUE, AFTER_KEY))
                .orElse(List.of(AFTER_KEY));
    }

    /** The type of a parameter that may be null, without limits that its value could break. */
    private static String cast(FieldModel field) {
        return "::" + Sql.type(field).replaceFirst("\\(.*", "");
    }

    private String order() {
        String direction = listing.descending() ? " desc" : "";
        return sorting().map(column -> column + direction).collect(Collectors.joining(", "));
    }

    /**
     * What rows are sorted by, in turn. A value that is missing is greater than all others; in its
     * place stands any value, since rows are not compared with null.
     */
    Stream<String> sorting() {
        return readModel
                .sorting(listing)
                .map(field -> sorting(column(field)))
                .orElse(Stream.of(table.sqlKey()));
    }

    private Column column(FieldModel field) {
        return table.column(field.name());
    }

    private Stream<String> sorting(Column column) {
        String name = Sql.name(column.name());
        String collation = isText(column) ? " collate \"C\"" : "";
        return column.field().optional()
                ? Stream.of(
                        "(" + name + " is null)",
                        "coalesce(" + name + ", " + Sql.any(column.field()) + ")" + collation,
                        table.sqlKey())
                : Stream.of(name + collation, table.sqlKey());
    }

    /**
     * Texts are compared by their characters' numbers, whatever the database's own order of
     * letters.
     */
    private static boolean isText(Column column) {
        Type type = column.field().plain().type();
        return type == Scalar.STRING || type == Scalar.TEXT || type instanceof Type.EnumType;
    }
}
