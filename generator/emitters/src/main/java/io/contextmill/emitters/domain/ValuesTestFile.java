package io.contextmill.emitters.domain;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.NullCases;
import io.contextmill.emitters.samples.SampleRecord;
import io.contextmill.emitters.samples.SampleRecord.Sampled;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.ContextClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.lang.model.element.Modifier;

/** The test of all records: equal by what they hold, and without nulls. */
final class ValuesTestFile {
    private static final String EQUALS_VERIFIER = "nl.jqno.equalsverifier";

    private final ContextTypes types;
    private final List<SampleRecord> records;

    private ValuesTestFile(ContextTypes types) {
        this.types = types;
        this.records = ValueRecords.all(types);
    }

    static JavaSource of(ContextTypes types) {
        return new ValuesTestFile(types).source();
    }

    private JavaSource source() {
        ClassName name = types.of(ContextClass.VALUES_TEST);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                Javadoc.of("Values are equal by what they hold, and hold no nulls.")
                                        .block());
        if (types.context().identities().stream().anyMatch(IdType::isUuid)) {
            type.addField(constant(ClassName.get(UUID.class), "ID", Samples.uuid(1)));
        }
        NullCases nulls = new NullCases(records);
        CodeBlock constructions = nulls.constructions();
        types.aggregates().stream()
                .filter(aggregate -> isUsed(aggregate, constructions))
                .forEach(
                        aggregate ->
                                type.addField(
                                        constant(
                                                aggregate.id(),
                                                aggregate.constant(),
                                                types.wrapped(
                                                        aggregate.model().id(),
                                                        written(aggregate.model().id())))));
        type.addMethod(equality());
        nulls.addTo(type);
        TestMethods tests = new TestMethods();
        tests.add("identitiesArePrintedPlainly", printing());
        List<ValueType> scalars =
                types.context().values().stream().filter(ValueType::scalar).toList();
        if (!scalars.isEmpty()) {
            tests.add("typedScalarsArePrintedPlainly", printingOf(scalars));
        }
        List<AggregateTypes> random =
                types.aggregates().stream().filter(AggregateTypes::hasRandomIdentity).toList();
        if (!random.isEmpty()) {
            tests.add("newIdentitiesDiffer", randomness(random));
        }
        tests.addTo(type);
        return JavaSource.of(name, type.addMethod(NullCases.construction()).build())
                .importing(Libraries.ASSERTIONS, "assertThat", "assertThatNullPointerException");
    }

    private static boolean isUsed(AggregateTypes aggregate, CodeBlock code) {
        return code.toString().matches("(?s).*[(, ]" + aggregate.constant() + "[,)].*");
    }

    private static boolean hasDecimal(SampleRecord value) {
        TypeName decimal = ClassName.get(BigDecimal.class);
        return value.components().stream()
                .map(Sampled::type)
                .anyMatch(
                        type ->
                                type.equals(decimal)
                                        || type.equals(ContextTypes.optional(decimal)));
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private MethodSpec equality() {
        CodeBlock classes =
                records.stream()
                        .filter(record -> record.components().stream().allMatch(this::matters))
                        .map(value -> CodeBlock.of("$T.class", value.type()))
                        .collect(CodeBlock.joining(", ", "{", "}"));
        ClassName warning = ClassName.get(EQUALS_VERIFIER, "Warning");
        CodeBlock suppressed =
                records.stream().anyMatch(ValuesTestFile::hasDecimal)
                        ? CodeBlock.of("$T.NULL_FIELDS, $T.BIGDECIMAL_EQUALITY", warning, warning)
                        : CodeBlock.of("$T.NULL_FIELDS", warning);
        return MethodSpec.methodBuilder("areEqualByWhatTheyHold")
                .addAnnotation(Libraries.PARAMETERIZED_TEST)
                .addAnnotation(
                        AnnotationSpec.builder(
                                        ClassName.get(
                                                "org.junit.jupiter.params.provider", "ValueSource"))
                                .addMember("classes", classes)
                                .build())
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Class.class),
                                WildcardTypeName.subtypeOf(Object.class)),
                        "value")
                .addStatement(
                        "$T.forClass(value).suppress($L)$L.verify()",
                        ClassName.get(EQUALS_VERIFIER, "EqualsVerifier"),
                        suppressed,
                        documents())
                .build();
    }

    /** Whether two records can differ in it: not in a value of a type that has only one. */
    private boolean matters(Sampled component) {
        return types.context().values().stream()
                .filter(ValuesTestFile::hasOneOnly)
                .map(types::type)
                .noneMatch(single -> holds(component.type(), single));
    }

    private static boolean hasOneOnly(ValueType value) {
        return value.fields().stream()
                .allMatch(
                        field ->
                                !field.optional()
                                        && (field.type() instanceof EnumType type
                                                ? type.values().size() == 1
                                                : field.type() instanceof ValueType inner
                                                        && hasOneOnly(inner)));
    }

    private static boolean holds(TypeName type, TypeName value) {
        return type.equals(value)
                || (type instanceof ParameterizedTypeName generic
                        && generic.typeArguments().stream()
                                .anyMatch(argument -> holds(argument, value)));
    }

    /** Two documents to tell apart: not every text is one. */
    private CodeBlock documents() {
        return types.context().holdsDocuments()
                ? CodeBlock.of(
                        ".withPrefabValues($T.class, $L, $L)",
                        types.platform("Json"),
                        types.document("1"),
                        types.document("2"))
                : CodeBlock.of("");
    }

    private CodeBlock printing() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (IdType id : types.context().identities()) {
            CodeBlock value = written(id);
            code.addStatement(
                    "$T.assertThat($L).hasToString($L)",
                    Libraries.ASSERTIONS,
                    types.wrapped(id, value),
                    id.isUuid() ? CodeBlock.of("$L.toString()", value) : value);
        }
        return code.build();
    }

    private CodeBlock printingOf(List<ValueType> scalars) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (ValueType scalar : scalars) {
            CodeBlock value = new Samples(types).java(scalar.fields().get(0), 1);
            code.addStatement(
                    "$T.assertThat($L).hasToString($T.valueOf($L))",
                    Libraries.ASSERTIONS,
                    types.wrapped(scalar, value),
                    String.class,
                    value);
        }
        return code.build();
    }

    private static CodeBlock written(IdType id) {
        return Samples.written(id, CodeBlock.of("ID"));
    }

    private static CodeBlock randomness(List<AggregateTypes> random) {
        CodeBlock.Builder code = CodeBlock.builder();
        random.forEach(
                aggregate ->
                        code.addStatement(
                                "$T.assertThat($T.random()).isNotEqualTo($T.random())",
                                Libraries.ASSERTIONS,
                                aggregate.id(),
                                aggregate.id()));
        return code.build();
    }
}
