package io.contextmill.emitters.web;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.contextmill.emitters.http.CommandCases;
import io.contextmill.emitters.http.HttpTestCode;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.model.CommandModel;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tests of a command that makes an aggregate each time. */
final class CreationCases {
    private final HttpTestCode code;
    private final CommandModel command;

    CreationCases(HttpTestCode code, CommandModel command) {
        this.code = code;
        this.command = command;
    }

    List<MethodSpec> all() {
        CommandCases common = new CommandCases(code, command);
        List<MethodSpec> cases = new ArrayList<>(common.carriedOut());
        common.notDecidedYet().ifPresent(cases::add);
        if (code.journeys().begins(command)) {
            cases.add(takesTheIdentity());
            cases.addAll(common.rejected());
            cases.add(hasOneEffect());
            if (command.fields().stream().anyMatch(FieldModel::mayBeLeftOut)) {
                cases.add(takesOnlyWhatIsRequired());
            }
        }
        cases.add(rejectsTheUnknown());
        cases.add(rejectsNoJson());
        return cases;
    }

    private MethodSpec takesTheIdentity() {
        return test("TakesTheIdentityThatTheCallerChose")
                .addStatement("$T id = $L", String.class, code.newIdentityText())
                .addCode("\n")
                .addStatement(
                        "$T.assertThat(service.post($L, $L, plain()).member(\"id\")).isEqualTo(id)",
                        Libraries.ASSERTIONS,
                        path(),
                        code.bodyWithIdentity(command, CodeBlock.of("id")))
                .build();
    }

    private MethodSpec hasOneEffect() {
        boolean unique = !code.individual(command).isEmpty();
        CodeBlock body = unique ? CodeBlock.of("body") : code.valid(command);
        CodeBlock post = code.post(command, CodeBlock.of(""), body, CodeBlock.of("key"));
        MethodSpec.Builder test = test("HasOneEffectForOneKey");
        if (unique) {
            test.addStatement("$T body = $L", String.class, code.valid(command));
        }
        return test.addStatement(
                        "$T key = key()",
                        ParameterizedTypeName.get(
                                ClassName.get(Consumer.class), Libraries.HTTP_HEADERS))
                .addStatement("$T first = $L", code.answer(), post)
                .addStatement("$T second = $L", code.answer(), post)
                .addCode("\n")
                .addStatement(HttpTestCode.statusIs("second", 201))
                .addStatement(
                        "$T.assertThat(second.body()).isEqualTo(first.body())",
                        Libraries.ASSERTIONS)
                .addCode("\n")
                .addStatement(
                        "$T reused = service.post($L, $L, key)",
                        code.answer(),
                        path(),
                        code.bodyWithIdentity(command, code.newIdentity()))
                .addStatement(HttpTestCode.statusIs("reused", 422))
                .addStatement(HttpTestCode.memberIs("reused", "name", "IdempotencyKeyReused"))
                .build();
    }

    private MethodSpec takesOnlyWhatIsRequired() {
        CodeBlock optional =
                command.fields().stream()
                        .filter(FieldModel::mayBeLeftOut)
                        .map(field -> CodeBlock.of("$S", Names.json(field)))
                        .collect(CodeBlock.joining(", "));
        CodeBlock body = CodeBlock.of("without($L, $L)", code.valid(command), optional);
        return test("TakesOnlyWhatIsRequired")
                .addStatement("$T body = $L", String.class, body)
                .addCode("\n")
                .addStatement(
                        "$T.assertThat(service.post($L, body, plain()).status()).isEqualTo(201)",
                        Libraries.ASSERTIONS,
                        path())
                .build();
    }

    private MethodSpec rejectsTheUnknown() {
        String unknown =
                command.fields().stream().anyMatch(field -> field.name().equals("unknown"))
                        ? "unknown_"
                        : "unknown";
        MethodSpec.Builder test = test("RejectsWhatItDoesNotKnow");
        CodeBlock request =
                CodeBlock.of("service.post($L, $S, plain())", path(), "{\"" + unknown + "\": 1}");
        HttpTestCode.rejected(test, request, code.answer(), 400, "InvalidRequest");
        return test.addStatement(
                        "$T.assertThat(rejected.body().at($S).asString()).isEqualTo($S)",
                        Libraries.ASSERTIONS,
                        "/errors/0/pointer",
                        "/" + unknown)
                .build();
    }

    private MethodSpec rejectsNoJson() {
        MethodSpec.Builder test = test("RejectsWhatIsNoJson");
        CodeBlock request = CodeBlock.of("service.post($L, $S, plain())", path(), "{");
        HttpTestCode.rejected(test, request, code.answer(), 400, "InvalidRequest");
        return test.build();
    }

    private CodeBlock path() {
        return code.path(command, CodeBlock.of(""));
    }

    private MethodSpec.Builder test(String saying) {
        return code.test(command.name(), saying);
    }
}
