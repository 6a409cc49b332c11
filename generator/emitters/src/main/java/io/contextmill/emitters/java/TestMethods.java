package io.contextmill.emitters.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The cases of a test class in the making, no two of one name. */
public final class TestMethods {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("(?<=\\p{L})['\u2019](?=\\p{L})");
    private static final int LONGEST = 90;

    private final MethodNames names = new MethodNames();
    private final List<MethodSpec> methods = new ArrayList<>();

    /** Cases of a class in which other methods are called, none of which may be hidden. */
    public static TestMethods beside(List<String> others) {
        TestMethods cases = new TestMethods();
        others.forEach(cases.names::take);
        return cases;
    }

    /** Adds a case. */
    public TestMethods add(String name, CodeBlock body) {
        return add(method(name), body);
    }

    /** Adds a case that may throw anything. */
    public TestMethods addThrowing(String name, CodeBlock body) {
        return add(method(name).addException(TypeName.get(Exception.class)), body);
    }

    /**
     * Adds cases, but none for which a number would be too large: what is computed of these samples
     * has no value.
     */
    public void whereSamplesFit(Runnable cases) {
        int before = methods.size();
        try {
            cases.run();
        } catch (ArithmeticException e) {
            methods.subList(before, methods.size()).clear();
        }
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

    /**
     * A name for a phrase that people wrote: {@code aShippedOrderIsKept} for <i>A shipped order is
     * kept!</i> What is no letter and no digit parts words.
     */
    public static String sentence(String text) {
        StringBuilder name = new StringBuilder();
        String plain =
                APOSTROPHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        for (String word : NO_WORD.split(plain, -1)) {
            if (name.length() < LONGEST) {
                name.append(Phrases.capitalised(word));
            }
        }
        int first = name.isEmpty() ? ' ' : name.codePointAt(0);
        if (!Character.isJavaIdentifierStart(first) || name.length() > 2 * LONGEST) {
            return "scenario" + name.substring(0, Math.min(name.length(), LONGEST));
        }
        String lower = new StringBuilder().appendCodePoint(Character.toLowerCase(first)).toString();
        String camel = lower + name.substring(Character.charCount(first));
        return ReservedWords.isRecordComponent(camel) ? camel : "scenario" + name;
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
