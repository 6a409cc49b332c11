package io.contextmill.emitters.web;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.http.HttpTestCode;
import io.contextmill.emitters.http.HttpTestSupport;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.CommandModel;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.ContextClass;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The test of everything that can be asked of one kind of aggregate over HTTP. */
final class HttpTestSource {
    private final Endpoints endpoints;
    private final AggregateTypes aggregate;
    private final HttpTestCode code;

    HttpTestSource(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.aggregate = endpoints.aggregate();
        this.code = HttpTestCode.of(endpoints);
    }

    JavaSource source() {
        ClassName name = aggregate.of(AggregateClass.HTTP_TEST);
        List<MethodSpec> tests = tests();
        HttpTestSupport support = new HttpTestSupport(List.of(code), tests);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addAnnotation(endpoints.types().of(ContextClass.SERVICE_TEST))
                        .addJavadoc(javadoc().block());
        support.fields().forEach(type::addField);
        type.addField(client(), "service", Modifier.PRIVATE).addMethod(connect());
        tests.forEach(type::addMethod);
        support.methods().forEach(type::addMethod);
        return JavaSource.of(name, type.build()).importing(Libraries.ASSERTIONS, "assertThat");
    }

    private Javadoc javadoc() {
        String nouns = Phrases.capitalised(aggregate.nouns());
        return endpoints.commands().isEmpty()
                ? Javadoc.of("$L over HTTP.", nouns)
                : Javadoc.of("$L over HTTP, from the request to the changed read model.", nouns);
    }

    private ClassName client() {
        return endpoints.types().testing("ServiceClient");
    }

    private MethodSpec connect() {
        ParameterSpec http =
                ParameterSpec.builder(Libraries.TEST_CLIENT, "http")
                        .addAnnotation(
                                ClassName.get(
                                        "org.springframework.beans.factory.annotation",
                                        "Autowired"))
                        .build();
        return MethodSpec.methodBuilder("connect")
                .addAnnotation(ClassName.get("org.junit.jupiter.api", "BeforeEach"))
                .addParameter(http)
                .addStatement(CodeBlock.of("service = new $T(http)", client()))
                .build();
    }

    private List<MethodSpec> tests() {
        List<MethodSpec> tests = new ArrayList<>();
        for (CommandModel command : endpoints.commands()) {
            tests.addAll(
                    HttpTestCode.creates(command)
                            ? new CreationCases(code, command).all()
                            : new ChangeCases(code, command).all());
            tests.addAll(new FieldCases(code, command).all());
        }
        tests.addAll(new EndpointQueryCases(code).all());
        return tests;
    }
}
