package io.contextmill.emitters.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The cases of a test class in the making, no two of one name. */
public final class TestMethods {
    private final MethodNames names = new MethodNames();
    private final List<MethodSpec> methods = new ArrayList<>();

    /** Adds a case. */
    public TestMethods add(String name, CodeBlock body) {
        return add(method(name), body);
    }

    /** Adds a case that may throw anything. */
    public TestMethods addThrowing(String name, CodeBlock body) {
        return add(method(name).addException(TypeName.get(Exception.class)), body);
    }

    /** Adds all cases to a class. */
    public void addTo(TypeSpec.Builder type) {
        methods.forEach(type::addMethod);
    }

    /** A part of a name for a state: {@code InTransit} for {@code IN_TRANSIT}. */
    public static String state(String value) {
        StringBuilder name = new StringBuilder();
        for (String word : Words.of(value).lower()) {
            name.append(Phrases.capitalised(word));
        }
        return name.toString();
    }

    /** The beginning of a name for something of the spec: {@code cancelOrder}. */
    public static String subject(String name) {
        return Words.of(name).camel();
    }

    /** A part of a name for a phrase: {@code AnOrder} for {@code an order}. */
    public static String phrase(String phrase) {
        StringBuilder name = new StringBuilder();
        for (String word : phrase.split(" ", -1)) {
            name.append(Phrases.capitalised(word));
        }
        return name.toString();
    }

    private MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(names.take(name)).addAnnotation(Libraries.TEST);
    }

    private TestMethods add(MethodSpec.Builder method, CodeBlock body) {
        methods.add(method.addCode(body).build());
        return this;
    }
}
