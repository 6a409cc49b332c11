package io.contextmill.emitters.web;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Listing;
import javax.lang.model.element.Modifier;

/** The commands and queries of one kind of aggregate over HTTP. */
final class ControllerSource {
    private final Endpoints endpoints;

    ControllerSource(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    JavaSource source() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(endpoints.controller())
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addAnnotation(Web.REST_CONTROLLER)
                        .addAnnotation(
                                AnnotationSpec.builder(Web.REQUEST_MAPPING)
                                        .addMember("value", "$S", endpoints.path())
                                        .build())
                        .addJavadoc(
                                Javadoc.of(
                                                "$L over HTTP: a command is posted, a query is got.",
                                                Phrases.capitalised(endpoints.aggregate().nouns()))
                                        .block());
        for (QueryModel query : endpoints.queries()) {
            if (query instanceof Listing listing) {
                type.addField(new QueryEndpoint(endpoints, query).place(listing));
            }
        }
        for (Endpoints.Part part : endpoints.parts()) {
            type.addField(part.type(), part.name(), Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor());
        endpoints
                .commands()
                .forEach(
                        command ->
                                type.addMethod(new CommandEndpoint(endpoints, command).method()));
        endpoints.queries().forEach(query -> type.addMethod(method(query)));
        return JavaSource.of(endpoints.controller(), type.build());
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (Endpoints.Part part : endpoints.parts()) {
            constructor.addParameter(part.type(), part.name());
            constructor.addCode(CodeBlock.of("this.$L = $L;\n", part.name(), part.name()));
        }
        return constructor.build();
    }

    private MethodSpec method(QueryModel query) {
        QueryEndpoint endpoint = new QueryEndpoint(endpoints, query);
        return query instanceof Listing listing
                ? endpoint.listing(listing)
                : endpoint.byKey((ByKey) query);
    }
}
