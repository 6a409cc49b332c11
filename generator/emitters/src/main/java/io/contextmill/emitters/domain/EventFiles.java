package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.EventModel;
import javax.lang.model.element.Modifier;

/** The events of an aggregate: the interface that they have in common, and a record for each. */
final class EventFiles {
    private EventFiles() {}

    static JavaSource all(AggregateTypes aggregate) {
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(aggregate.event())
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(Javadoc.of("What can happen to $L.", aggregate.aNoun()).block())
                        .addMethod(identity(aggregate));
        if (!aggregate.model().events().isEmpty()) {
            type.addModifiers(Modifier.SEALED);
        }
        aggregate
                .model()
                .events()
                .forEach(event -> type.addPermittedSubclass(aggregate.types().event(event)));
        if (aggregate.isMortal()) {
            type.addMethod(ends(aggregate));
        }
        return JavaSource.of(aggregate.event(), type.build());
    }

    private static MethodSpec ends(AggregateTypes aggregate) {
        CodeBlock condition =
                aggregate.endings().stream()
                        .map(
                                event ->
                                        CodeBlock.of(
                                                "event instanceof $T",
                                                aggregate.types().event(event)))
                        .collect(CodeBlock.joining(" || "));
        return MethodSpec.methodBuilder("ends")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(
                        Javadoc.of(
                                        "Whether an event ends $L: nothing happens to it any more.",
                                        aggregate.aNoun())
                                .block())
                .addParameter(aggregate.event(), "event")
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", condition)
                .build();
    }

    static JavaSource of(AggregateTypes aggregate, EventModel event) {
        ClassName name = aggregate.types().event(event);
        Component identity = Component.of(aggregate.idComponent(), aggregate.id());
        TypeSpec.Builder type =
                Records.of(name, Records.components(aggregate.types(), identity, event.fields()))
                        .addAnnotation(Libraries.DOMAIN_EVENT)
                        .addSuperinterface(aggregate.event())
                        .addJavadoc(Javadoc.of("$L", aggregate.meaning(event)).block());
        EventFactories.of(aggregate, event).forEach(type::addMethod);
        return JavaSource.of(name, type.build());
    }

    private static MethodSpec identity(AggregateTypes aggregate) {
        return MethodSpec.methodBuilder(aggregate.idComponent())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(Javadoc.of("The $L that it happened to.", aggregate.noun()).block())
                .returns(aggregate.id())
                .build();
    }
}
