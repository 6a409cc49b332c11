package io.contextmill.emitters.memory;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.ReadModelClass;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.lang.model.element.Modifier;

/** The tests that hold what is kept in memory to the contracts of the ports. */
final class ContractTests {
    private ContractTests() {}

    static JavaSource repository(AggregateTypes aggregate) {
        ClassName name = aggregate.of(AggregateClass.MEMORY_REPOSITORY_TEST);
        TypeName events =
                ParameterizedTypeName.get(
                        ClassName.get(List.class), aggregate.types().versioned(aggregate.event()));
        String one = aggregate.variable();
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .superclass(aggregate.of(AggregateClass.REPOSITORY_CONTRACT))
                        .addJavadoc(
                                Javadoc.of(
                                                "$L in memory keep the contract that $L in PostgreSQL keep.",
                                                Phrases.capitalised(aggregate.nouns()),
                                                aggregate.nouns())
                                        .block())
                        .addField(
                                field(
                                        events,
                                        "committed",
                                        CodeBlock.of("new $T<>()", CopyOnWriteArrayList.class)))
                        .addField(
                                field(
                                        aggregate.repository(),
                                        aggregate.variables(),
                                        CodeBlock.of(
                                                "$T.$L(new $T() {}, committed::add)",
                                                aggregate.types().of(ContextClass.MEMORY_ADAPTER),
                                                aggregate.variables(),
                                                aggregate.decider())))
                        .addMethod(getter(aggregate.repository(), aggregate.variables()))
                        .addMethod(
                                overriding("committed")
                                        .addParameter(aggregate.id(), one)
                                        .returns(events)
                                        .addStatement(
                                                "return committed.stream().filter(event ->"
                                                        + " event.value().$L().equals($L)).toList()",
                                                aggregate.idComponent(),
                                                one)
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }

    static JavaSource rows(ReadModelTypes readModel) {
        ClassName name = readModel.of(ReadModelClass.MEMORY_ROWS_TEST);
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .superclass(readModel.of(ReadModelClass.ROWS_CONTRACT))
                        .addJavadoc(
                                Javadoc.of(
                                                "Rows in memory keep the contract that rows in PostgreSQL keep.")
                                        .block())
                        .addField(
                                field(
                                        readModel.rows(),
                                        readModel.variables(),
                                        CodeBlock.of(
                                                "$T.$L()",
                                                readModel.types().of(ContextClass.MEMORY_ADAPTER),
                                                readModel.factory())))
                        .addMethod(getter(readModel.rows(), readModel.variables()))
                        .build();
        return JavaSource.of(name, type);
    }

    private static MethodSpec getter(TypeName type, String name) {
        return overriding(name).returns(type).addStatement("return $L", name).build();
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED);
    }

    private static FieldSpec field(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer(value)
                .build();
    }
}
