package io.contextmill.emitters.samples;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.Libraries;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The case that records hold no nulls: each component of each record that could be null is. */
public final class NullCases {
    private static final ClassName NAMED = ClassName.get("org.junit.jupiter.api", "Named");
    private static final TypeName NAMED_CONSTRUCTION =
            ParameterizedTypeName.get(NAMED, Libraries.THROWING_CALLABLE);

    private final CodeBlock constructions;

    /** The case for some records. */
    public NullCases(List<SampleRecord> records) {
        this.constructions =
                records.stream()
                        .flatMap(value -> value.constructionsWithNull().stream())
                        .collect(CodeBlock.joining(", "));
    }

    /** All constructions with a null. */
    public CodeBlock constructions() {
        return constructions;
    }

    /** Adds the test, and what it is run with. */
    public void addTo(TypeSpec.Builder type) {
        type.addMethod(
                        MethodSpec.methodBuilder("holdNoNulls")
                                .addAnnotation(Libraries.PARAMETERIZED_TEST)
                                .addAnnotation(
                                        ClassName.get(
                                                "org.junit.jupiter.params.provider",
                                                "MethodSource"))
                                .addParameter(Libraries.THROWING_CALLABLE, "construction")
                                .addStatement(
                                        "$T.assertThatNullPointerException().isThrownBy(construction)",
                                        Libraries.ASSERTIONS)
                                .build())
                .addMethod(
                        MethodSpec.methodBuilder("holdNoNulls")
                                .addModifiers(Modifier.STATIC)
                                .returns(
                                        ParameterizedTypeName.get(
                                                ClassName.get(Stream.class), NAMED_CONSTRUCTION))
                                .addStatement("return $T.of($L)", Stream.class, constructions)
                                .build());
    }

    /** The method that names a construction; a test class has its own methods behind its tests. */
    public static MethodSpec construction() {
        return MethodSpec.methodBuilder("construction")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(NAMED_CONSTRUCTION)
                .addParameter(String.class, "name")
                .addParameter(Libraries.THROWING_CALLABLE, "construction")
                .addStatement("return $T.of(name, construction)", NAMED)
                .build();
    }
}
