package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.naming.AggregateClass;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What holds for every repository of an aggregate, as an abstract test. */
final class RepositoryContractFile {
    private final AggregateTypes aggregate;
    private final ContextTypes types;

    private RepositoryContractFile(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.types = aggregate.types();
    }

    static JavaSource of(AggregateTypes aggregate) {
        return new RepositoryContractFile(aggregate).source();
    }

    private JavaSource source() {
        ClassName name = aggregate.of(AggregateClass.REPOSITORY_CONTRACT);
        boolean contended = !aggregate.changes().isEmpty();
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addJavadoc(
                                Javadoc.of(
                                                "What holds for every {@link $T}.",
                                                aggregate.repository())
                                        .block());
        if (contended) {
            type.addField(
                    FieldSpec.builder(
                                    TypeName.INT,
                                    "WRITERS",
                                    Modifier.PRIVATE,
                                    Modifier.STATIC,
                                    Modifier.FINAL)
                            .initializer("8")
                            .build());
        }
        type.addField(
                        FieldSpec.builder(aggregate.id(), "id", Modifier.PRIVATE, Modifier.FINAL)
                                .initializer(UniqueSamples.identity(aggregate))
                                .build())
                .addMethod(repository())
                .addMethod(committed());
        TestMethods tests = new TestMethods();
        RepositoryCases cases = new RepositoryCases(aggregate);
        cases.values().forEach(type::addField);
        cases.addTo(tests);
        tests.addTo(type);
        type.addMethod(current()).addMethod(event());
        if (contended) {
            Writers.of(aggregate, name).forEach(type::addMethod);
        }
        return JavaSource.of(name, type.build())
                .importing(Libraries.ASSERTIONS, "assertThat", "assertThatThrownBy");
    }

    private MethodSpec repository() {
        return MethodSpec.methodBuilder(aggregate.variables())
                .addModifiers(Modifier.PROTECTED, Modifier.ABSTRACT)
                .addJavadoc(
                        Javadoc.of(
                                        "The repository that is tested; its events are evolved as the spec says.")
                                .block())
                .returns(aggregate.repository())
                .build();
    }

    private MethodSpec committed() {
        TypeName events =
                ParameterizedTypeName.get(
                        ClassName.get(List.class), types.versioned(aggregate.event()));
        return MethodSpec.methodBuilder("committed")
                .addModifiers(Modifier.PROTECTED, Modifier.ABSTRACT)
                .addJavadoc(
                        Javadoc.of(
                                        "The events of $L that were handed on so far, in their order.",
                                        aggregate.aNoun())
                                .block())
                .addParameter(aggregate.id(), aggregate.variable())
                .returns(events)
                .build();
    }

    private MethodSpec current() {
        return MethodSpec.methodBuilder("current")
                .addModifiers(Modifier.PRIVATE)
                .returns(types.versioned(aggregate.state()))
                .addStatement(
                        "return $L().get(id, $T.empty())",
                        aggregate.variables(),
                        java.util.Optional.class)
                .build();
    }

    private MethodSpec event() {
        return MethodSpec.methodBuilder("event")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(TypeName.LONG, "version")
                .addParameter(aggregate.event(), "event")
                .returns(types.versioned(aggregate.event()))
                .addStatement(
                        "return new $T<>(event, new $T(version))",
                        types.platform("Versioned"),
                        types.platform("Version"))
                .build();
    }
}
