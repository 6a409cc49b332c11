package io.contextmill.emitters.web;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.CommandClass;
import io.contextmill.naming.Names;

/**
 * The body of a command over HTTP: what a caller says, which may be wrong, and the command that it
 * means.
 */
final class RequestSource {
    private final ContextTypes types;
    private final AggregateTypes aggregate;
    private final CommandModel command;
    private final ClassName name;
    private final RequestFields fields;
    private final FieldModel identity;

    RequestSource(AggregateTypes aggregate, CommandModel command) {
        this.types = aggregate.types();
        this.aggregate = aggregate;
        this.command = command;
        this.name = types.of(command, CommandClass.REQUEST);
        this.fields = new RequestFields(types);
        this.identity = Endpoints.identity(aggregate);
    }

    private static boolean creates(CommandModel command) {
        return command.creation() == Creation.ALWAYS;
    }

    JavaSource source() {
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder();
        Javadoc javadoc =
                Javadoc.of(
                        "The body of a request to $L.",
                        Phrases.request(command.name(), aggregate.name()));
        if (creates(command)) {
            constructor.addParameter(fields.component(identity));
            javadoc.param(
                    Names.requestComponent(identity),
                    "the identity that the $L is to have"
                            + (identity.optional() ? "; empty to have one made" : ""),
                    aggregate.noun());
        }
        command.fields().forEach(field -> constructor.addParameter(fields.component(field)));
        TypeSpec type =
                TypeSpec.recordBuilder(name)
                        .recordConstructor(constructor.build())
                        .addJavadoc(javadoc.block())
                        .addMethod(toCommand())
                        .build();
        return JavaSource.of(name, type);
    }

    private MethodSpec toCommand() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(toCommand(command)).returns(types.command(command));
        CodeBlock.Builder arguments = CodeBlock.builder();
        if (creates(command)) {
            arguments.add("$L", fields.value(identity));
            if (identity.optional()) {
                arguments.add(".orElseGet($T::random)", aggregate.id());
            }
        } else {
            method.addParameter(aggregate.id(), aggregate.idComponent());
            arguments.add("$L", aggregate.idComponent());
        }
        command.fields().forEach(field -> arguments.add(", $L", fields.value(field)));
        return method.addStatement("return new $T($L)", types.command(command), arguments.build())
                .build();
    }

    /** The method that makes the command of what a caller says of it. */
    static String toCommand(CommandModel command) {
        return RequestFields.method("toCommand", command.fields());
    }
}
