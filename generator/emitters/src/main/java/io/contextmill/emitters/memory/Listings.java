package io.contextmill.emitters.memory;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.QueryModel.Match;
import io.contextmill.model.Type;
import io.contextmill.model.Type.Scalar;
import io.contextmill.naming.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods that list rows in memory. */
final class Listings {
    private final ReadModelTypes readModel;
    private final ContextTypes types;
    private final ClassName versioned;
    private final TypeName rows;
    private final TypeName order;

    Listings(ReadModelTypes readModel) {
        this.readModel = readModel;
        this.types = readModel.types();
        this.versioned = types.platform("Versioned");
        this.rows = ParameterizedTypeName.get(ClassName.get(List.class), readModel.row());
        this.order = ParameterizedTypeName.get(ClassName.get(Comparator.class), readModel.row());
    }

    MethodSpec list(Listing listing) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(readModel.method(listing))
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(readModel.page());
        readModel
                .parameters(listing)
                .forEach(parameter -> method.addParameter(parameter.type(), parameter.name()));
        if (readModel.isPlain(listing)) {
            method.addStatement(
                    "$T found = after.map(key -> rows.tailMap(key.toString(), false)).orElse(rows).values().stream()"
                            + ".limit(limit + 1L).map($T::value).toList()",
                    rows,
                    versioned);
        } else {
            method.addStatement("$T order = $L", order, order(listing))
                    .addStatement(selection(listing));
        }
        return method.addStatement(
                        "return $T.of(found, limit, $T::$L)",
                        types.platform("Page"),
                        readModel.row(),
                        readModel.key())
                .build();
    }

    /** The method that tells whether a row stands behind the one where a page begins. */
    MethodSpec isBehind() {
        return MethodSpec.methodBuilder("isBehind")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(readModel.row(), "row")
                .addParameter(ContextTypes.optional(readModel.aggregate().id()), "after")
                .addParameter(order, "order")
                .returns(TypeName.BOOLEAN)
                .addStatement(
                        "return after.isEmpty() || after.flatMap(this::find).filter(last -> order.compare(row,"
                                + " last.value()) > 0).isPresent()")
                .build();
    }

    private CodeBlock selection(Listing listing) {
        CodeBlock.Builder code =
                CodeBlock.builder()
                        .add("$T found = rows.values().stream().map($T::value)", rows, versioned);
        listing.filters().forEach(filter -> code.add(".filter(row -> $L)", condition(filter)));
        return code.add(
                        ".filter(row -> isBehind(row, after, order)).sorted(order).limit(limit + 1L).toList()")
                .build();
    }

    private CodeBlock condition(Filter filter) {
        FieldModel column = readModel.field(filter.field());
        String parameter = ReadModelTypes.parameter(readModel.asked(filter));
        CodeBlock value = CodeBlock.of("row.$L()", Names.component(column));
        if (filter.match() == Match.EQUAL && column.optional()) {
            return filter.optional()
                    ? CodeBlock.of("$L.isEmpty() || $L.equals($L)", parameter, parameter, value)
                    : CodeBlock.of("$L.equals($T.of($L))", value, Optional.class, parameter);
        }
        if (filter.optional()) {
            return CodeBlock.of(
                    "$L.stream().allMatch(wanted -> $L)",
                    parameter,
                    matches(filter, column, value, "wanted"));
        }
        return matches(filter, column, value, parameter);
    }

    private CodeBlock matches(Filter filter, FieldModel column, CodeBlock value, String wanted) {
        return column.optional()
                ? CodeBlock.of(
                        "$L.filter(value -> $L).isPresent()",
                        value,
                        comparison(filter, column, CodeBlock.of("value"), wanted))
                : comparison(filter, column, value, wanted);
    }

    private CodeBlock comparison(Filter filter, FieldModel column, CodeBlock value, String wanted) {
        boolean primitive = column.type() == Scalar.INT || column.type() == Scalar.LONG;
        return switch (filter.match()) {
            case EQUAL ->
                    filter.optional() || !types.type(column).isPrimitive()
                            ? CodeBlock.of(
                                    "$L.equals($L)",
                                    filter.optional() ? wanted : value,
                                    filter.optional() ? value : wanted)
                            : CodeBlock.of("$L == $L", value, wanted);
            case FROM ->
                    primitive
                            ? CodeBlock.of("$L >= $L", value, wanted)
                            : CodeBlock.of("$L.compareTo($L) >= 0", value, wanted);
            case TO ->
                    primitive
                            ? CodeBlock.of("$L <= $L", value, wanted)
                            : CodeBlock.of("$L.compareTo($L) <= 0", value, wanted);
            case CONTAINS ->
                    CodeBlock.of(
                            "$L.toLowerCase($T.ROOT).contains($L.toLowerCase($T.ROOT))",
                            value,
                            Locale.class,
                            wanted,
                            Locale.class);
        };
    }

    private CodeBlock order(Listing listing) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (listing.sort().equals(readModel.model().key())) {
            code.add(
                    "$T.comparing(($T row) -> row.$L().toString())",
                    Comparator.class,
                    readModel.row(),
                    readModel.key());
        } else {
            code.add(value(readModel.field(listing.sort())))
                    .add(".thenComparing(row -> row.$L().toString())", readModel.key());
        }
        return code.add(listing.descending() ? ".reversed()" : "").build();
    }

    private CodeBlock value(FieldModel field) {
        String comparable = comparable(field.type());
        if (field.optional()) {
            return CodeBlock.of(
                    "$T.comparing(($T row) -> row.$L()$L.orElse(null),"
                            + " $T.nullsLast($T.naturalOrder()))",
                    Comparator.class,
                    readModel.row(),
                    Names.component(field),
                    comparable.isEmpty() ? "" : ".map(value -> value" + comparable + ")",
                    Comparator.class,
                    Comparator.class);
        }
        return comparable.isEmpty()
                ? CodeBlock.of(
                        "$T.comparing($T::$L)",
                        Comparator.class,
                        readModel.row(),
                        Names.component(field))
                : CodeBlock.of(
                        "$T.comparing(($T row) -> row.$L()$L)",
                        Comparator.class,
                        readModel.row(),
                        Names.component(field),
                        comparable);
    }

    /** Enums and UUIDs are compared as the texts that they are in a database. */
    private static String comparable(Type type) {
        if (type instanceof Type.EnumType) {
            return ".name()";
        }
        if (type.wrapped().isPresent()) {
            return ".value()" + comparable(type.wrapped().get().type());
        }
        return type instanceof Type.IdType || type == Scalar.UUID ? ".toString()" : "";
    }
}
