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
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The methods that list rows in memory. */
final class Listings {
    private final ReadModelTypes readModel;
    private final ContextTypes types;
    private final ClassName versioned;
    private final TypeName rows;

    Listings(ReadModelTypes readModel) {
        this.readModel = readModel;
        this.types = readModel.types();
        this.versioned = types.platform("Versioned");
        this.rows = ParameterizedTypeName.get(ClassName.get(List.class), readModel.row());
    }

    MethodSpec list(Listing listing) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(readModel.method(listing))
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(readModel.page(listing));
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
            TypeName place = readModel.place(listing);
            method.addStatement(
                            "$T place = $L",
                            ParameterizedTypeName.get(
                                    ClassName.get(Function.class), readModel.row(), place),
                            readModel.placing(listing))
                    .addStatement(
                            "$T order = $L",
                            ParameterizedTypeName.get(ClassName.get(Comparator.class), place),
                            order(listing))
                    .addStatement(selection(listing));
        }
        return method.addStatement(
                        "return $T.of(found, limit, $L)",
                        types.platform("Page"),
                        readModel.isPlain(listing)
                                ? readModel.placing(listing)
                                : CodeBlock.of("place"))
                .build();
    }

    private CodeBlock selection(Listing listing) {
        CodeBlock.Builder code =
                CodeBlock.builder()
                        .add("$T found = rows.values().stream().map($T::value)", rows, versioned);
        listing.filters().forEach(filter -> code.add(".filter(row -> $L)", condition(filter)));
        return code.add(
                        ".filter(row -> after.stream().allMatch(last -> order.compare(place.apply(row), last) > 0))"
                                + ".sorted($T.comparing(place, order)).limit(limit + 1L).toList()",
                        Comparator.class)
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
        CodeBlock order =
                readModel
                        .sorting(listing)
                        .map(
                                field ->
                                        CodeBlock.of(
                                                "$L.thenComparing(last -> last.key().toString())",
                                                byValue(field, readModel.place(listing))))
                        .orElseGet(
                                () ->
                                        CodeBlock.of(
                                                "$T.comparing($T::toString)",
                                                Comparator.class,
                                                readModel.aggregate().id()));
        return listing.descending() ? CodeBlock.of("$L.reversed()", order) : order;
    }

    private static CodeBlock byValue(FieldModel field, TypeName place) {
        String comparable = comparable(field.type());
        return field.optional()
                ? CodeBlock.of(
                        "$T.comparing(($T last) -> last.value()$L.orElse(null),"
                                + " $T.nullsLast($T.naturalOrder()))",
                        Comparator.class,
                        place,
                        comparable.isEmpty() ? "" : ".map(value -> value" + comparable + ")",
                        Comparator.class,
                        Comparator.class)
                : CodeBlock.of(
                        "$T.comparing(($T last) -> last.value()$L)",
                        Comparator.class,
                        place,
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
