package io.contextmill.emitters.system;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.http.CommandCases;
import io.contextmill.emitters.http.HttpTestCode;
import io.contextmill.emitters.http.HttpTestSupport;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.model.CommandModel;
import io.contextmill.naming.SystemTestNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The test of everything that can be asked of a service that runs among the others. */
final class SystemTestSource {
    private final ContextTypes types;
    private final SystemTestNames names;
    private final List<HttpTestCode> codes;

    SystemTestSource(ContextTypes types, SystemTestNames names) {
        this.types = types;
        this.names = names;
        this.codes = HttpTestCode.ofAll(Endpoints.of(types));
    }

    JavaSource source() {
        ClassName name = ContextTypes.className(names.test(types.context()));
        List<MethodSpec> tests = codes.stream().flatMap(code -> tests(code).stream()).toList();
        HttpTestSupport support = new HttpTestSupport(codes, tests);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                Javadoc.of(
                                                "The $L service among the others: each command and each query over HTTP.",
                                                types.context().name())
                                        .block());
        support.fields().forEach(type::addField);
        type.addField(types.testing("ServiceClient"), "service", Modifier.PRIVATE, Modifier.STATIC)
                .addMethod(connect());
        tests.forEach(type::addMethod);
        support.methods().forEach(type::addMethod);
        return JavaSource.of(name, type.build()).importing(Libraries.ASSERTIONS, "assertThat");
    }

    private MethodSpec connect() {
        return MethodSpec.methodBuilder("connect")
                .addModifiers(Modifier.STATIC)
                .addAnnotation(ClassName.get("org.junit.jupiter.api", "BeforeAll"))
                .addStatement(
                        "service = $T.client($T.$L)",
                        ContextTypes.className(names.together()),
                        ContextTypes.className(names.services()),
                        names.constant(types.context()))
                .build();
    }

    private static List<MethodSpec> tests(HttpTestCode code) {
        List<MethodSpec> tests = new ArrayList<>();
        for (CommandModel command : code.endpoints().commands()) {
            CommandCases cases = new CommandCases(code, command);
            tests.addAll(cases.carriedOut());
            cases.notDecidedYet().ifPresent(tests::add);
            tests.addAll(cases.rejected());
        }
        tests.addAll(new SystemQueryCases(code).all());
        return tests;
    }
}
