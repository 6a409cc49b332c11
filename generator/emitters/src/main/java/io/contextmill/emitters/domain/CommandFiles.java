package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.CommandModel;
import javax.lang.model.element.Modifier;

/** The commands of an aggregate: the interface that they have in common, and a record for each. */
final class CommandFiles {
    private CommandFiles() {}

    static JavaSource all(AggregateTypes aggregate) {
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(aggregate.command())
                        .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                        .addJavadoc(
                                Javadoc.of("What can be asked of $L.", aggregate.aNoun()).block())
                        .addMethod(identity(aggregate));
        aggregate
                .model()
                .commands()
                .forEach(command -> type.addPermittedSubclass(aggregate.types().command(command)));
        return JavaSource.of(aggregate.command(), type.build());
    }

    static JavaSource of(AggregateTypes aggregate, CommandModel command) {
        ClassName name = aggregate.types().command(command);
        Component identity = Component.of(aggregate.idComponent(), aggregate.id());
        TypeSpec type =
                Records.of(name, Records.components(aggregate.types(), identity, command.fields()))
                        .addAnnotation(Libraries.COMMAND)
                        .addSuperinterface(aggregate.command())
                        .addJavadoc(Javadoc.of("$L", aggregate.meaning(command)).block())
                        .build();
        return JavaSource.of(name, type);
    }

    private static MethodSpec identity(AggregateTypes aggregate) {
        return MethodSpec.methodBuilder(aggregate.idComponent())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(Javadoc.of("The $L that it goes to.", aggregate.noun()).block())
                .returns(aggregate.id())
                .build();
    }
}
