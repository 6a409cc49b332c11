package io.contextmill.emitters.web;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.contextmill.emitters.http.CommandCases;
import io.contextmill.emitters.http.HttpTestCode;
import io.contextmill.emitters.http.Journeys;
import io.contextmill.emitters.http.Journeys.Journey;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tests of a command that goes to a certain aggregate. */
final class ChangeCases {
    private static final CodeBlock ID = CodeBlock.of("id");

    private final HttpTestCode code;
    private final CommandModel command;

    ChangeCases(HttpTestCode code, CommandModel command) {
        this.code = code;
        this.command = command;
    }

    List<MethodSpec> all() {
        CommandCases common = new CommandCases(code, command);
        List<MethodSpec> cases = new ArrayList<>(common.carriedOut());
        common.notDecidedYet().ifPresent(cases::add);
        cases.addAll(common.rejected());
        Optional<Journey> before =
                code.journeys().before(command).filter(journey -> Journeys.count(command) > 0);
        before.ifPresent(journey -> cases.add(isRejectedForAPassedVersion(journey)));
        cases.add(rejectsAMalformedPrecondition());
        if (!code.aggregate().model().id().isUuid()) {
            cases.add(rejectsWhatIsNoIdentity());
        }
        if (command.creation() == Creation.NEVER
                && Endpoints.hasBody(command)
                && Endpoints.mayLeaveOutBody(code.aggregate(), command)) {
            cases.add(needsNoBody());
        }
        before.ifPresent(journey -> cases.add(hasOneEffect(journey)));
        return cases;
    }

    private MethodSpec isRejectedForAPassedVersion(Journey before) {
        CodeBlock request = code.post(command, ID, code.ifMatch(before.version()));
        MethodSpec.Builder test =
                test("IsRejectedForAVersionThatHasPassed")
                        .addStatement("$T id = $L", String.class, code.at(before))
                        .addStatement(
                                "$T.assertThat($L.status()).isEqualTo(200)",
                                Libraries.ASSERTIONS,
                                request)
                        .addCode("\n");
        if (code.journeys().isEnding(command)) {
            String name = code.aggregate().noLongerExists().simpleName();
            HttpTestCode.rejected(test, request, code.answer(), 410, name);
        } else {
            HttpTestCode.rejected(test, request, code.answer(), 412, "OptimisticLockConflict");
        }
        return test.build();
    }

    /** It is understood, and about nothing that exists. */
    private MethodSpec needsNoBody() {
        MethodSpec.Builder test = test("NeedsNoBody");
        CodeBlock request =
                CodeBlock.of(
                        "service.post($L, $L)",
                        code.path(command, code.newIdentity()),
                        code.plain());
        String name = code.aggregate().notFound().simpleName();
        HttpTestCode.rejected(test, request, code.answer(), 404, name);
        return test.build();
    }

    private MethodSpec rejectsAMalformedPrecondition() {
        CodeBlock id = code.journeys().first().map(code::at).orElseGet(code::newIdentity);
        MethodSpec.Builder test = test("RejectsAMalformedPrecondition");
        CodeBlock request = code.post(command, id, CodeBlock.of("ifMatch($S)", "1"));
        HttpTestCode.rejected(test, request, code.answer(), 400, "MalformedPrecondition");
        return test.build();
    }

    /** A text that no pattern keeps out would be looked for, and perhaps made. */
    private MethodSpec rejectsWhatIsNoIdentity() {
        MethodSpec.Builder test = test("RejectsWhatIsNoIdentity");
        HttpTestCode.rejected(
                test, code.postToNothing(command), code.answer(), 400, "InvalidRequest");
        return test.build();
    }

    private MethodSpec hasOneEffect(Journey before) {
        CodeBlock key = CodeBlock.of("key");
        int version = before.version() + Journeys.count(command);
        CodeBlock other =
                code.post(command, code.journeys().first().map(code::at).orElseThrow(), key);
        boolean unique = !code.individual(command).isEmpty();
        CodeBlock body = unique ? CodeBlock.of("body") : code.valid(command);
        CodeBlock post = code.post(command, ID, body, key);
        MethodSpec.Builder test = test("HasOneEffectForOneKey");
        if (unique) {
            test.addStatement("$T body = $L", String.class, code.valid(command));
        }
        return test.addStatement("$T id = $L", String.class, code.at(before))
                .addStatement(
                        "$T key = key()",
                        ParameterizedTypeName.get(
                                ClassName.get(Consumer.class), Libraries.HTTP_HEADERS))
                .addStatement("$T first = $L", code.answer(), post)
                .addStatement("$T second = $L", code.answer(), post)
                .addCode("\n")
                .addStatement(
                        "$T.assertThat(second.body()).isEqualTo(first.body())",
                        Libraries.ASSERTIONS)
                .addStatement(HttpTestCode.tagIs("second", version))
                .addStatement(
                        "$T.assertThat($L.status()).isEqualTo(422)", Libraries.ASSERTIONS, other)
                .build();
    }

    private MethodSpec.Builder test(String saying) {
        return code.test(command.name(), saying);
    }
}
