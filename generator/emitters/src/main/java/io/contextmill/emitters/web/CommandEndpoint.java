package io.contextmill.emitters.web;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.naming.CommandClass;
import io.contextmill.naming.Names;
import java.net.URI;

/** One command as a method of a controller. */
final class CommandEndpoint {
    private final Endpoints endpoints;
    private final ContextTypes types;
    private final AggregateTypes aggregate;
    private final CommandModel command;
    private final ClassName receipt;

    CommandEndpoint(Endpoints endpoints, CommandModel command) {
        this.endpoints = endpoints;
        this.types = endpoints.types();
        this.aggregate = endpoints.aggregate();
        this.command = command;
        this.receipt = endpoints.platform("Receipt");
    }

    MethodSpec method() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(Names.member(command.name()))
                        .addJavadoc(
                                Javadoc.of(
                                                "$L",
                                                Phrases.sentence(
                                                        command.description(),
                                                        Phrases.activity(
                                                                command.name(), aggregate.name())))
                                        .block())
                        .addAnnotation(mapping())
                        .returns(ParameterizedTypeName.get(Web.RESPONSE_ENTITY, receipt));
        if (command.creation() == Creation.ALWAYS) {
            creation(method);
        } else {
            change(method);
        }
        return method.build();
    }

    private AnnotationSpec mapping() {
        String path = endpoints.below(types.names().path(command));
        AnnotationSpec.Builder mapping = AnnotationSpec.builder(Web.POST_MAPPING);
        return path.isEmpty() ? mapping.build() : mapping.addMember("value", "$S", path).build();
    }

    private void creation(MethodSpec.Builder method) {
        method.addParameter(idempotencyKey())
                .addParameter(body())
                .addStatement(
                        "$T receipt = requests.once(key, $S, request, () -> $L)",
                        receipt,
                        command.name(),
                        handled(CodeBlock.of("request.$L()", RequestSource.toCommand(command))))
                .addStatement(
                        "return $T.created($T.create($S + receipt.id())).eTag(receipt.etag()).body(receipt)",
                        Web.RESPONSE_ENTITY,
                        URI.class,
                        endpoints.path() + "/");
    }

    private void change(MethodSpec.Builder method) {
        String id = Names.variable(aggregate.model());
        method.addParameter(QueryEndpoint.identity(aggregate))
                .addParameter(idempotencyKey())
                .addParameter(ifMatch());
        boolean hasBody = Endpoints.hasBody(command);
        if (hasBody) {
            method.addParameter(body());
        }
        CodeBlock identity = CodeBlock.of("new $T($L)", aggregate.id(), id);
        CodeBlock made =
                hasBody
                        ? CodeBlock.of("request.$L($L)", RequestSource.toCommand(command), identity)
                        : CodeBlock.of("new $T($L)", types.command(command), identity);
        method.addStatement(
                        "$T expected = $T.expected(ifMatch)",
                        ContextTypes.optional(types.platform("Version")),
                        endpoints.platform("EntityTags"))
                .addStatement("$T command = $L", types.command(command), made)
                .addStatement(
                        "$T receipt = requests.once(key, $S, command, () -> $L)",
                        receipt,
                        command.name(),
                        handled(CodeBlock.of("command, expected")))
                .addStatement(
                        "return $T.ok().eTag(receipt.etag()).body(receipt)", Web.RESPONSE_ENTITY);
    }

    private CodeBlock handled(CodeBlock arguments) {
        return CodeBlock.of(
                "$T.of($L.handle($L), $T::toString)",
                receipt,
                endpoints.handler(command.name()),
                arguments,
                aggregate.id());
    }

    private ParameterSpec body() {
        return ParameterSpec.builder(types.of(command, CommandClass.REQUEST), "request")
                .addAnnotation(Web.VALID)
                .addAnnotation(Web.REQUEST_BODY)
                .build();
    }

    private static ParameterSpec idempotencyKey() {
        return header("key", CodeBlock.of("$S", "Idempotency-Key"));
    }

    private static ParameterSpec ifMatch() {
        return header("ifMatch", CodeBlock.of("$T.IF_MATCH", Libraries.HTTP_HEADERS));
    }

    private static ParameterSpec header(String name, CodeBlock header) {
        return ParameterSpec.builder(ContextTypes.optional(ClassName.get(String.class)), name)
                .addAnnotation(
                        AnnotationSpec.builder(Web.REQUEST_HEADER)
                                .addMember("value", header)
                                .build())
                .build();
    }
}
