package io.contextmill.emitters.http;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.http.Journeys.Journey;
import io.contextmill.model.CommandModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Methods of tests that make an aggregate and lead it into a state. */
final class TestAggregates {
    private final HttpTestCode code;

    TestAggregates(HttpTestCode code) {
        this.code = code;
    }

    /** The methods that are called in the text of the tests, and those that these call. */
    List<MethodSpec> calledIn(String tests) {
        StringBuilder called = new StringBuilder(tests);
        List<Journey> longestFirst = new ArrayList<>(code.journeys().all());
        Collections.reverse(longestFirst);
        List<MethodSpec> methods = new ArrayList<>();
        for (Journey journey : longestFirst) {
            if (called.indexOf(code.method(journey) + "()") >= 0) {
                MethodSpec way = way(journey);
                called.append(way.code());
                methods.add(0, way);
            }
        }
        return methods;
    }

    private MethodSpec way(Journey journey) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(code.method(journey))
                        .addModifiers(Modifier.PRIVATE)
                        .returns(String.class);
        if (journey.commands().size() == 1) {
            return creation(method, journey.last());
        }
        List<CommandModel> before = journey.commands().subList(0, journey.commands().size() - 1);
        Journey shorter =
                code.journeys().all().stream()
                        .filter(way -> way.commands().equals(before))
                        .findFirst()
                        .orElseThrow();
        return method.addStatement("$T id = $L()", String.class, code.method(shorter))
                .addStatement(code.post(journey.last(), CodeBlock.of("id"), code.plain()))
                .addStatement("return id")
                .build();
    }

    private MethodSpec creation(MethodSpec.Builder method, CommandModel creator) {
        if (HttpTestCode.creates(creator)) {
            return method.addStatement(
                            "return $L.member(\"id\")",
                            code.post(creator, CodeBlock.of(""), code.plain()))
                    .build();
        }
        return method.addStatement("$T id = $L", String.class, code.newIdentityText())
                .addStatement(code.post(creator, CodeBlock.of("id"), code.plain()))
                .addStatement("return id")
                .build();
    }
}
