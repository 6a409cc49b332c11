package io.contextmill.emitters.web;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.http.HttpTestCode;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.CommandModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type;
import io.contextmill.model.Type.Scalar;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tests of what a command says: for each field a test with everything that it must not be. */
final class FieldCases {
    private static final int LONG_VALUE = 40;

    private final HttpTestCode code;
    private final CommandModel command;
    private final Samples samples;

    FieldCases(HttpTestCode code, CommandModel command) {
        this.code = code;
        this.command = command;
        this.samples = new Samples(code.aggregate().types());
    }

    List<MethodSpec> all() {
        List<MethodSpec> tests = new ArrayList<>();
        code.said(command).stream()
                .map(this::rejects)
                .filter(test -> !test.code().isEmpty())
                .forEach(tests::add);
        code.said(command).stream().findFirst().map(this::rejectsTwice).ifPresent(tests::add);
        return tests;
    }

    /** A member that comes twice: which one is meant, nobody can tell. */
    private MethodSpec rejectsTwice(FieldModel field) {
        String member = "\"" + Names.json(field) + "\": null";
        return code.test(command.name(), "RejectsAMemberThatComesTwice")
                .addStatement(
                        "assertInvalid($L, $L, $S)",
                        code.path(command, code.newIdentity()),
                        Literals.string("{" + member + ", " + member + "}"),
                        "")
                .build();
    }

    private MethodSpec rejects(FieldModel field) {
        String article = Phrases.capitalised(Phrases.article("invalid"));
        MethodSpec.Builder test =
                code.test(
                        command.name(),
                        "Rejects" + article + "Invalid" + Phrases.capitalised(field.name()));
        CodeBlock path = code.path(command, code.newIdentity());
        List<Body> bodies = bodies(field);
        if (!HttpTestCode.creates(command) && bodies.size() > 1) {
            test.addStatement("$T path = $L", String.class, path).addCode("\n");
            path = CodeBlock.of("path");
        }
        for (Body body : bodies) {
            test.addStatement(
                    "assertInvalid($L, $L, $S)",
                    path,
                    body.json(),
                    "/" + Names.json(field) + body.at());
        }
        return test.build();
    }

    /**
     * A body with something wrong in a field.
     *
     * @param at where in the field's value
     */
    private record Body(CodeBlock json, String at) {
        private Body(CodeBlock json) {
            this(json, "");
        }
    }

    private List<Body> bodies(FieldModel field) {
        String name = Names.json(field);
        CodeBlock valid = code.body(command);
        List<Body> bodies = new ArrayList<>();
        if (!field.mayBeLeftOut()) {
            bodies.add(new Body(CodeBlock.of("without($L, $S)", valid, name)));
        }
        Type type = field.plain().type();
        if (type != Scalar.STRING && type != Scalar.TEXT && type != Scalar.JSON) {
            bodies.add(
                    new Body(CodeBlock.of("with($L, $S, $S)", valid, name, "\"of another form\"")));
        }
        if (type == Scalar.INT || type == Scalar.LONG) {
            String beyond = type == Scalar.INT ? "2147483648" : "9223372036854775808";
            bodies.add(new Body(CodeBlock.of("with($L, $S, $S)", valid, name, beyond)));
        }
        if (type == Scalar.STRING || type == Scalar.TEXT || type == Scalar.JSON) {
            CodeBlock nul = Literals.string("\"\\u0000\"");
            bodies.add(new Body(CodeBlock.of("with($L, $S, $L)", valid, name, nul)));
        }
        for (Samples.Beyond beyond : samples.beyond(field)) {
            CodeBlock value = literal(beyond.json());
            bodies.add(
                    beyond.at().isEmpty()
                            ? new Body(CodeBlock.of("with($L, $S, $L)", valid, name, value))
                            : new Body(
                                    CodeBlock.of(
                                            "within($L, $S, $L)",
                                            valid,
                                            "/" + name + beyond.at(),
                                            value),
                                    beyond.at()));
        }
        return bodies;
    }

    /** A long text of one character is written as such, and so is a list of many equal items. */
    private static CodeBlock literal(String json) {
        if (json.length() > LONG_VALUE && json.startsWith("[")) {
            for (int end = json.indexOf(", "); end >= 0; end = json.indexOf(", ", end + 1)) {
                String item = json.substring(1, end);
                int count = (json.length() - 2 + 2) / (item.length() + 2);
                String list = "[" + String.join(", ", Collections.nCopies(count, item)) + "]";
                if (count > 2 && list.equals(json)) {
                    return CodeBlock.of(
                            "$S + $L.repeat($L) + $L",
                            "[",
                            Literals.string(item + ", "),
                            count - 1,
                            Literals.string(item + "]"));
                }
            }
        }
        if (json.length() > LONG_VALUE && json.startsWith("\"")) {
            String text = json.substring(1, json.length() - 1);
            char first = text.charAt(0);
            if (first != '\\' && text.chars().allMatch(c -> c == first)) {
                return CodeBlock.of(
                        "$S + $S.repeat($L) + $S",
                        "\"",
                        String.valueOf(first),
                        text.length(),
                        "\"");
            }
        }
        return Literals.string(json);
    }
}
