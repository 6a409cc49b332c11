package io.contextmill.emitters.http;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What the tests of an aggregate over HTTP call beside the service; only what is called. */
public final class HttpTestSupport {
    private static final TypeName HEADERS =
            ParameterizedTypeName.get(ClassName.get(Consumer.class), Libraries.HTTP_HEADERS);

    private final List<HttpTestCode> codes;
    private final List<MethodSpec> aggregates;
    private final List<MethodSpec> bodies;
    private final String calls;

    /**
     * @param codes for each kind of aggregate that the tests are about
     * @param tests all of them
     */
    public HttpTestSupport(List<HttpTestCode> codes, List<MethodSpec> tests) {
        String inTests = text(tests);
        this.codes = List.copyOf(codes);
        this.aggregates =
                codes.stream()
                        .flatMap(code -> new TestAggregates(code).calledIn(inTests).stream())
                        .toList();
        String inCommands = inTests + text(aggregates);
        this.bodies =
                codes.stream()
                        .flatMap(code -> new TestBodies(code).unique().stream())
                        .filter(method -> inCommands.contains(method.name() + "()"))
                        .toList();
        String called = inCommands + text(bodies);
        this.calls =
                called.contains("assertInvalid(")
                        ? called + text(List.of(assertInvalid()))
                        : called;
    }

    private static String text(List<MethodSpec> methods) {
        return methods.stream()
                .map(method -> method.code().toString())
                .collect(Collectors.joining());
    }

    /** The bodies of commands, and what changes them. */
    public List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        if (isCalled("with") || isCalled("without")) {
            fields.add(TestBodies.mapper());
        }
        for (HttpTestCode code : codes) {
            TestBodies bodies = new TestBodies(code);
            code.endpoints().commands().stream()
                    .filter(command -> !code.said(command).isEmpty())
                    .forEach(command -> fields.add(bodies.constant(command)));
        }
        return fields;
    }

    /** What makes aggregates and leads them into states, and what makes requests. */
    public List<MethodSpec> methods() {
        MethodSpec plain = headers("plain").addStatement("return headers -> {}").build();
        Stream<MethodSpec> others =
                Stream.of(
                        assertInvalid(),
                        TestBodies.with(),
                        TestBodies.within(),
                        TestBodies.without(),
                        plain,
                        key(),
                        ifMatch());
        return Stream.of(
                        aggregates.stream(),
                        bodies.stream(),
                        others.filter(method -> isCalled(method.name())))
                .flatMap(methods -> methods)
                .toList();
    }

    private boolean isCalled(String method) {
        String call = method + "(";
        for (int i = calls.indexOf(call); i >= 0; i = calls.indexOf(call, i + 1)) {
            if (i == 0 || !Character.isJavaIdentifierPart(calls.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private MethodSpec assertInvalid() {
        return MethodSpec.methodBuilder("assertInvalid")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        Javadoc.of(
                                        "Posts a body that is refused because of the field that {@code pointer} leads to.")
                                .block())
                .addParameter(String.class, "path")
                .addParameter(String.class, "body")
                .addParameter(String.class, "pointer")
                .addStatement(
                        "$T rejected = service.post(path, body, plain())", codes.get(0).answer())
                .addCode("\n")
                .addStatement(
                        "$T.assertThat(rejected.status()).as(body).isEqualTo(400)",
                        Libraries.ASSERTIONS)
                .addStatement(HttpTestCode.memberIs("rejected", "name", "InvalidRequest"))
                .addStatement(
                        "$T.assertThat(rejected.body().at($S).asString()).isEqualTo(pointer)",
                        Libraries.ASSERTIONS,
                        "/errors/0/pointer")
                .build();
    }

    private static MethodSpec key() {
        return headers("key")
                .addStatement("$T key = $T.randomUUID().toString()", String.class, UUID.class)
                .addStatement("return headers -> headers.set($S, key)", "Idempotency-Key")
                .build();
    }

    private static MethodSpec ifMatch() {
        return headers("ifMatch")
                .addParameter(String.class, "tag")
                .addStatement(
                        "return headers -> headers.set($T.IF_MATCH, tag)", Libraries.HTTP_HEADERS)
                .build();
    }

    private static MethodSpec.Builder headers(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(HEADERS);
    }
}
