package io.contextmill.emitters.contract;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.NullCases;
import io.contextmill.emitters.samples.SampleRecord;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.Type.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The test of a public language: each record and each enum can be read as it was written, under its
 * declared names, and no record holds what it must not.
 */
final class ContractTestFile {
    private static final String READ_AS_WRITTEN = "IsReadAsItWasWritten";

    private final ContractTypes types;
    private final Language language;

    private ContractTestFile(Language language) {
        this.types = language.types();
        this.language = language;
    }

    static JavaSource of(Language language) {
        return new ContractTestFile(language).source();
    }

    private JavaSource source() {
        ClassName name = types.test();
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                Javadoc.of(
                                                "What the $L context shares: how it reads in JSON, and what it never holds.",
                                                types.domain().context().name())
                                        .block())
                        .addField(
                                constant(
                                        Libraries.JSON_MAPPER,
                                        "MAPPER",
                                        CodeBlock.of("$T.shared()", Libraries.JSON_MAPPER)))
                        .addField(constant(ClassName.get(UUID.class), Member.ID, Samples.uuid(1)));
        TestMethods tests = new TestMethods();
        for (ContractRecord each : language.records()) {
            tests.add(TestMethods.subject(each.declared()) + READ_AS_WRITTEN, survives(each));
        }
        for (EnumType declared : language.enums()) {
            tests.add(TestMethods.subject(declared.name()) + READ_AS_WRITTEN, survives(declared));
        }
        List<SampleRecord> empty =
                language.records().stream().flatMap(each -> each.emptyPage().stream()).toList();
        if (!empty.isEmpty()) {
            tests.add("aPageHasAtLeastOneRow", refused(empty));
        }
        tests.addTo(type);
        new NullCases(language.records().stream().map(ContractRecord::sample).toList()).addTo(type);
        type.addMethod(survival()).addMethod(NullCases.construction());
        return JavaSource.of(name, type.build())
                .importing(
                        Libraries.ASSERTIONS,
                        "assertThat",
                        "assertThatIllegalArgumentException",
                        "assertThatNullPointerException");
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private static CodeBlock survives(ContractRecord each) {
        CodeBlock members =
                each.members().stream()
                        .map(member -> CodeBlock.of("$S", member.json()))
                        .collect(CodeBlock.joining(", "));
        List<CodeBlock> samples = new ArrayList<>(List.of(each.sample().java()));
        if (each.hasOptional()) {
            samples.add(each.bareSample().java());
        }
        return CodeBlock.builder()
                .addStatement(
                        "assertSurvive($T.of($L), $L)",
                        List.class,
                        members,
                        CodeBlock.join(samples, ", "))
                .build();
    }

    private CodeBlock survives(EnumType declared) {
        ClassName name = types.type(declared);
        String json =
                declared.values().stream()
                        .map(value -> "\"" + value + "\"")
                        .collect(Collectors.joining(",", "[", "]"));
        return CodeBlock.builder()
                .addStatement(
                        "$T json = MAPPER.writeValueAsString($T.values())", String.class, name)
                .addStatement("$T.assertThat(json).isEqualTo($S)", Libraries.ASSERTIONS, json)
                .addStatement(
                        "$T.assertThat(MAPPER.readValue(json, $T.class)).containsExactly($T.values())",
                        Libraries.ASSERTIONS,
                        ArrayTypeName.of(name),
                        name)
                .build();
    }

    private static CodeBlock refused(List<SampleRecord> empty) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (SampleRecord each : empty) {
            code.addStatement(
                    "$T.assertThatIllegalArgumentException().isThrownBy(() -> $L)",
                    Libraries.ASSERTIONS,
                    each.java());
        }
        return code.build();
    }

    private static MethodSpec survival() {
        return MethodSpec.methodBuilder("assertSurvive")
                .addJavadoc(
                        Javadoc.of(
                                        "Holds records to what is read of them, and their members to their declared names.")
                                .block())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(List.class, String.class), "members")
                .addParameter(Object[].class, "records")
                .varargs()
                .beginControlFlow("for ($T written : records)", Object.class)
                .addStatement("$T json = MAPPER.writeValueAsString(written)", String.class)
                .addStatement("$T read = MAPPER.readValue(json, written.getClass())", Object.class)
                .addStatement(
                        "$T.assertThat(MAPPER.readTree(json).propertyNames()).containsExactlyInAnyOrderElementsOf(members)",
                        Libraries.ASSERTIONS)
                .addStatement("$T.assertThat(read).isEqualTo(written)", Libraries.ASSERTIONS)
                .endControlFlow()
                .build();
    }
}
