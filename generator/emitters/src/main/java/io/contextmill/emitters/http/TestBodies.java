package io.contextmill.emitters.http;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.model.CommandModel;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.Names;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The bodies of commands in tests: valid ones as constants, and what makes others of them. */
final class TestBodies {
    /** The constant of what reads bodies. */
    static final String MAPPER_CONSTANT = "JSON";

    private static final ClassName OBJECT_NODE =
            ClassName.get("tools.jackson.databind.node", "ObjectNode");
    private static final ClassName ARRAY_NODE =
            ClassName.get("tools.jackson.databind.node", "ArrayNode");
    private static final ClassName JSON_NODE = ClassName.get("tools.jackson.databind", "JsonNode");
    private static final ClassName JSON_POINTER =
            ClassName.get("tools.jackson.core", "JsonPointer");
    private static final ClassName MAPPER =
            ClassName.get("tools.jackson.databind.json", "JsonMapper");
    private static final int WIDTH = 90;

    private final HttpTestCode code;
    private final Samples samples;
    private final AggregateSamples commands;

    TestBodies(HttpTestCode code) {
        this.commands = new AggregateSamples(code.aggregate());
        this.code = code;
        this.samples = new Samples(code.aggregate().types());
    }

    /** What reads bodies; numbers stay as exact as they are. */
    static FieldSpec mapper() {
        return FieldSpec.builder(
                        MAPPER, MAPPER_CONSTANT, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.builder().enable($T.USE_BIG_DECIMAL_FOR_FLOATS).build()",
                        MAPPER,
                        ClassName.get("tools.jackson.databind", "DeserializationFeature"))
                .build();
    }

    /** A valid body of a command with fields. */
    FieldSpec constant(CommandModel command) {
        int variant = commands.sent(command);
        StringBuilder json = new StringBuilder("{");
        List<FieldModel> all = code.said(command);
        for (int i = 0; i < all.size(); i++) {
            String member =
                    "\"" + Names.json(all.get(i)) + "\": " + samples.json(all.get(i), variant);
            json.append("\n  ")
                    .append(folded(escaped(member)))
                    .append(i + 1 < all.size() ? "," : "");
        }
        json.append("\n}\n");
        return FieldSpec.builder(
                        String.class,
                        HttpTestCode.constant(command),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("\n$>$>\"\"\"\n$L\"\"\"$<$<", json)
                .build();
    }

    /** A body of a command with the values of a variant, as a literal. */
    CodeBlock literal(CommandModel command, int variant) {
        return Literals.string(
                command.fields().stream()
                        .map(
                                field ->
                                        "\""
                                                + Names.json(field)
                                                + "\": "
                                                + samples.json(field, variant))
                        .collect(Collectors.joining(", ", "{", "}")));
    }

    /** Methods that make bodies with values that no other aggregate has. */
    List<MethodSpec> unique() {
        return code.endpoints().commands().stream()
                .filter(command -> !code.individual(command).isEmpty())
                .map(this::unique)
                .toList();
    }

    private MethodSpec unique(CommandModel command) {
        UniqueSamples unique = new UniqueSamples(code.aggregate().types());
        CodeBlock body = code.body(command);
        for (FieldModel field : code.individual(command)) {
            body = CodeBlock.of("with($L, $S, $L)", body, Names.json(field), unique.json(field));
        }
        return MethodSpec.methodBuilder(code.uniqueBody(command))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc(
                        Javadoc.of(
                                        "A body of {@code $L} with values that nothing else has.",
                                        command.name())
                                .block())
                .returns(String.class)
                .addStatement("return $L", body)
                .build();
    }

    /** A text as it stands in a text block. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"\"\"", "\"\"\\\"");
    }

    /** A long line, with breaks that are no part of the text. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int length = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escape = i > 0 && line.charAt(i - 1) == '\\';
            if (length >= WIDTH && c != ' ' && !escape && !Character.isLowSurrogate(c)) {
                folded.append("\\\n");
                length = 0;
            }
            folded.append(c);
            length++;
        }
        return folded.toString();
    }

    static MethodSpec with() {
        return changing("with", "A body with another value for one of its members.")
                .addParameter(String.class, "member")
                .addParameter(String.class, "value")
                .addStatement("$T changed = ($T) JSON.readTree(body)", OBJECT_NODE, OBJECT_NODE)
                .addStatement("changed.set(member, JSON.readTree(value))")
                .addStatement("return changed.toString()")
                .build();
    }

    static MethodSpec within() {
        return changing("within", "A body with another value at a place in one of its members.")
                .addParameter(String.class, "pointer")
                .addParameter(String.class, "value")
                .addStatement("$T changed = JSON.readTree(body)", JSON_NODE)
                .addStatement("$T place = $T.compile(pointer)", JSON_POINTER, JSON_POINTER)
                .beginControlFlow("if (changed.at(place.head()) instanceof $T items)", ARRAY_NODE)
                .addStatement("items.set(place.last().getMatchingIndex(), JSON.readTree(value))")
                .nextControlFlow("else")
                .addStatement(
                        "(($T) changed.at(place.head())).set(place.last().getMatchingProperty(), JSON.readTree(value))",
                        OBJECT_NODE)
                .endControlFlow()
                .addStatement("return changed.toString()")
                .build();
    }

    static MethodSpec without() {
        return changing("without", "A body without some of its members.")
                .addParameter(String[].class, "members")
                .varargs()
                .addStatement("$T changed = ($T) JSON.readTree(body)", OBJECT_NODE, OBJECT_NODE)
                .addStatement("changed.remove($T.of(members))", List.class)
                .addStatement("return changed.toString()")
                .build();
    }

    private static MethodSpec.Builder changing(String name, String meaning) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc(Javadoc.of(meaning).block())
                .returns(String.class)
                .addParameter(String.class, "body");
    }
}
