package io.contextmill.model;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The model as CEL sees it. Whole numbers, texts, truths, instants and durations are CEL's own;
 * decimals, dates, times, UUIDs, documents, enums and ids are opaque, of which CEL knows no more
 * than is declared here; value objects, commands and events are messages.
 *
 * <p>{@code has(field)} takes a field of the state as well, which is no selection in CEL.
 */
final class CelEnvironment {
    /** What the macro {@code has} makes of a name. */
    static final String HAS = "@has";

    /** What makes a duration of a text. */
    static final String TO_DURATION = "duration";

    /** The conversion of other numbers. */
    static final String TO_DECIMAL = "decimal";

    static final OpaqueType DECIMAL = OpaqueType.create("decimal");

    private static final OpaqueType DATE = OpaqueType.create("date");
    private static final OpaqueType TIME = OpaqueType.create("time");
    private static final OpaqueType UUID = OpaqueType.create("uuid");
    private static final OpaqueType JSON = OpaqueType.create("json");

    private final List<EnumType> enums;
    private final Map<String, ValueType> values = new LinkedHashMap<>();
    private final Map<String, CelType> messages = new HashMap<>();

    CelEnvironment(List<EnumType> enums, List<ValueType> values) {
        this.enums = enums;
        values.forEach(value -> this.values.put(value.name(), value));
        values.forEach(value -> messages.put(value.name(), message(value.name(), value.fields())));
    }

    /** What compiles the expressions of a scope. */
    CelCompiler compiler(ExpressionScope scope) {
        Map<String, CelType> known = new HashMap<>(messages);
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(CelOptions.current().populateMacroCalls(true).build())
                        .setStandardMacros(
                                CelStandardMacro.ALL,
                                CelStandardMacro.EXISTS,
                                CelStandardMacro.MAP,
                                CelStandardMacro.FILTER)
                        .addMacros(has())
                        .addFunctionDeclarations(functions());
        boolean taken =
                byName().containsKey(Moments.NOW)
                        || scope.state().stream()
                                .flatMap(List::stream)
                                .anyMatch(field -> field.name().equals(Moments.NOW));
        if (scope.now().isPresent() && !taken) {
            builder.addVar(Moments.NOW, SimpleType.TIMESTAMP);
        }
        constants().forEach(builder::addVar);
        scope.state()
                .ifPresent(
                        fields ->
                                fields.forEach(
                                        field -> builder.addVar(field.name(), type(field.type()))));
        scope.command()
                .ifPresent(
                        command -> builder.addVar("command", message("command", command, known)));
        scope.event().ifPresent(event -> builder.addVar("event", message("event", event, known)));
        return builder.setTypeProvider(provider(known)).build();
    }

    /** The value objects by their names. */
    Map<String, ValueType> values() {
        return values;
    }

    /** The names of all fields of value objects. */
    List<String> memberNames() {
        return values.values().stream()
                .flatMap(value -> value.fields().stream())
                .map(FieldModel::name)
                .toList();
    }

    /** The values of enums by the names that an expression can give them. */
    Map<String, Expression.Constant> byName() {
        Map<String, Expression.Constant> named = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (EnumType type : enums) {
            for (String value : type.values()) {
                count.merge(value, 1, Integer::sum);
                named.put(type.name() + "." + value, new Expression.Constant(type, value));
            }
        }
        for (EnumType type : enums) {
            for (String value : type.values()) {
                if (count.getOrDefault(value, 0) == 1) {
                    named.put(value, new Expression.Constant(type, value));
                }
            }
        }
        return named;
    }

    private Map<String, CelType> constants() {
        Map<String, CelType> constants = new HashMap<>();
        byName().forEach((name, constant) -> constants.put(name, type(constant.type())));
        return constants;
    }

    private CelType message(
            String name, ExpressionScope.Message message, Map<String, CelType> known) {
        List<FieldModel> fields =
                Stream.concat(Stream.of(message.identity()), message.fields().stream()).toList();
        // No declared type begins with a small letter.
        CelType type = message(name, fields);
        known.put(name, type);
        return type;
    }

    private StructType message(String name, List<FieldModel> fields) {
        ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
        fields.stream()
                .filter(distinct())
                .forEach(field -> types.put(field.name(), type(field.type())));
        ImmutableMap<String, CelType> known = types.buildOrThrow();
        return StructType.create(
                name, known.keySet(), field -> Optional.ofNullable(known.get(field)));
    }

    private CelType type(Type type) {
        if (type instanceof ValueType value) {
            CelType known = messages.get(value.name());
            return known == null ? message(value.name(), value.fields()) : known;
        }
        if (type instanceof Type.ListType list) {
            return ListType.create(type(list.item().type()));
        }
        return type instanceof Scalar scalar ? type(scalar) : OpaqueType.create(type.name());
    }

    private static CelType type(Scalar scalar) {
        return switch (scalar) {
            case STRING, TEXT -> SimpleType.STRING;
            case INT, LONG -> SimpleType.INT;
            case DECIMAL -> DECIMAL;
            case BOOLEAN -> SimpleType.BOOL;
            case UUID -> UUID;
            case DATE -> DATE;
            case TIME -> TIME;
            case INSTANT -> SimpleType.TIMESTAMP;
            case DURATION -> SimpleType.DURATION;
            case JSON -> JSON;
        };
    }

    /** Two fields of one name have been reported. */
    private static Predicate<FieldModel> distinct() {
        Set<String> names = new HashSet<>();
        return field -> names.add(field.name());
    }

    private static CelTypeProvider provider(Map<String, CelType> types) {
        ImmutableMap<String, CelType> known = ImmutableMap.copyOf(types);
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return known.values();
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(known.get(name));
            }
        };
    }

    private static CelMacro has() {
        return CelMacro.newGlobalMacro(
                "has",
                1,
                (factory, target, arguments) -> {
                    CelExpr field = arguments.get(0);
                    return Optional.of(
                            field.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                                    ? factory.newSelect(
                                            field.select().operand(), field.select().field(), true)
                                    : factory.newGlobalCall(HAS, field));
                });
    }

    private static List<CelFunctionDecl> functions() {
        List<CelFunctionDecl> functions = new ArrayList<>();
        for (String operator : List.of("_+_", "_-_", "_*_")) {
            functions.add(decimals(operator, DECIMAL));
        }
        for (String operator : List.of("_==_", "_!=_")) {
            functions.add(
                    CelFunctionDecl.newFunctionDeclaration(
                            operator, mixed(operator, SimpleType.BOOL)));
        }
        for (String operator : List.of("_<_", "_<=_", "_>_", "_>=_")) {
            functions.add(decimals(operator, SimpleType.BOOL));
            functions.add(ordered(operator, DATE));
            functions.add(ordered(operator, TIME));
        }
        functions.add(
                CelFunctionDecl.newFunctionDeclaration(
                        "-_",
                        CelOverloadDecl.newGlobalOverload("negate_decimal", DECIMAL, DECIMAL)));
        functions.add(
                CelFunctionDecl.newFunctionDeclaration(
                        HAS,
                        CelOverloadDecl.newGlobalOverload(
                                "has_value", SimpleType.BOOL, TypeParamType.create("T"))));
        functions.add(
                CelFunctionDecl.newFunctionDeclaration(
                        TO_DECIMAL,
                        CelOverloadDecl.newGlobalOverload(
                                "int_to_decimal", DECIMAL, SimpleType.INT),
                        CelOverloadDecl.newGlobalOverload(
                                "double_to_decimal", DECIMAL, SimpleType.DOUBLE)));
        functions.add(
                CelFunctionDecl.newFunctionDeclaration(
                        "sum",
                        CelOverloadDecl.newMemberOverload(
                                "sum_int", SimpleType.INT, ListType.create(SimpleType.INT)),
                        CelOverloadDecl.newMemberOverload(
                                "sum_decimal", DECIMAL, ListType.create(DECIMAL))));
        return functions;
    }

    /** An operator on decimals, and on decimals and other numbers, which are exact as well. */
    private static CelFunctionDecl decimals(String operator, CelType result) {
        List<CelOverloadDecl> overloads = new ArrayList<>(mixed(operator, result));
        overloads.add(
                CelOverloadDecl.newGlobalOverload(operator + "decimal", result, DECIMAL, DECIMAL));
        return CelFunctionDecl.newFunctionDeclaration(operator, overloads);
    }

    private static List<CelOverloadDecl> mixed(String operator, CelType result) {
        return List.of(
                CelOverloadDecl.newGlobalOverload(
                        operator + "decimal_int", result, DECIMAL, SimpleType.INT),
                CelOverloadDecl.newGlobalOverload(
                        operator + "int_decimal", result, SimpleType.INT, DECIMAL),
                CelOverloadDecl.newGlobalOverload(
                        operator + "decimal_double", result, DECIMAL, SimpleType.DOUBLE),
                CelOverloadDecl.newGlobalOverload(
                        operator + "double_decimal", result, SimpleType.DOUBLE, DECIMAL));
    }

    private static CelFunctionDecl ordered(String operator, OpaqueType type) {
        return CelFunctionDecl.newFunctionDeclaration(
                operator,
                CelOverloadDecl.newGlobalOverload(
                        operator + type.name(), SimpleType.BOOL, type, type));
    }
}
