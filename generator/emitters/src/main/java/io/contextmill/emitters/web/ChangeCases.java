package io.contextmill.emitters.web;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.web.Journeys.Journey;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.words.Words;
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
        List<MethodSpec> cases = new ArrayList<>();
        boolean decided = Journeys.count(command) > 0;
        boolean creates = command.creation() == Creation.IF_ABSENT;
        Optional<Journey> before = code.journeys().before(command);
        if (decided && creates) {
            cases.add(createsWhatIsAbsent());
        }
        if (decided) {
            before.ifPresent(journey -> cases.add(changes(journey)));
        } else if (before.isPresent() || creates) {
            cases.add(isNotDecidedYet(before));
        }
        for (Journey journey : code.journeys().beyond(command)) {
            cases.add(isRejectedIn(journey));
        }
        cases.add(creates ? isRejectedWhereTheCallerSawOne() : isRejectedForWhatDoesNotExist());
        if (decided) {
            before.ifPresent(journey -> cases.add(isRejectedForAPassedVersion(journey)));
        }
        cases.add(rejectsAMalformedPrecondition());
        if (decided) {
            before.ifPresent(journey -> cases.add(hasOneEffect(journey)));
        }
        return cases;
    }

    private MethodSpec createsWhatIsAbsent() {
        MethodSpec.Builder test =
                test("Makes" + code.anAggregate() + "ThatIsAbsent")
                        .addStatement(
                                "$T id = $L.toString()", String.class, HttpTestCode.randomId())
                        .addCode("\n");
        accepted(test, Journeys.count(command), Optional.empty());
        return test.build();
    }

    private MethodSpec changes(Journey before) {
        MethodSpec.Builder test =
                test("ChangesWhatIsShown")
                        .addStatement("$T id = $L", String.class, code.at(before))
                        .addCode("\n");
        accepted(test, before.version() + Journeys.count(command), before.state());
        return test.build();
    }

    private void accepted(MethodSpec.Builder test, int version, Optional<String> before) {
        test.addStatement("$T accepted = $L", code.answer(), code.post(command, ID, code.plain()))
                .addCode("\n")
                .addStatement(HttpTestCode.statusIs("accepted", 200))
                .addStatement(HttpTestCode.tagIs("accepted", version));
        code.shows(command)
                .ifPresent(
                        query -> {
                            CodeBlock shown =
                                    CodeBlock.of(
                                            "service.getWhen($L, $L)",
                                            code.path(query, ID),
                                            HttpTestCode.tag(version));
                            Optional<String> state = code.journeys().after(command, before);
                            ShownValues values =
                                    new ShownValues(code.aggregate(), code.readModel(query));
                            List<CodeBlock> assertions =
                                    values.after("shown", command, state, AggregateSamples.OTHER);
                            if (assertions.isEmpty()) {
                                test.addStatement(shown);
                            } else if (assertions.size() == 1) {
                                values.after(shown, command, state, AggregateSamples.OTHER)
                                        .forEach(test::addStatement);
                            } else {
                                test.addStatement("$T shown = $L", code.answer(), shown);
                                assertions.forEach(test::addStatement);
                            }
                        });
    }

    private MethodSpec isNotDecidedYet(Optional<Journey> before) {
        CodeBlock id = before.map(code::at).orElseGet(() -> HttpTestCode.randomId());
        MethodSpec.Builder test = test("IsNotDecidedYet");
        HttpTestCode.rejected(
                test, code.post(command, id, code.plain()), code.answer(), 422, "NotDecidedYet");
        return test.build();
    }

    private MethodSpec isRejectedIn(Journey journey) {
        String state = new Words(Words.of(journey.state().orElseThrow()).lower()).pascal();
        MethodSpec.Builder test = test("IsRejectedWhen" + state);
        HttpTestCode.rejected(
                test,
                code.post(command, code.at(journey), code.plain()),
                code.answer(),
                409,
                "IllegalTransition");
        return test.build();
    }

    private MethodSpec isRejectedForWhatDoesNotExist() {
        MethodSpec.Builder test = test("IsRejectedFor" + code.anAggregate() + "ThatDoesNotExist");
        CodeBlock request = code.post(command, HttpTestCode.randomId(), code.plain());
        HttpTestCode.rejected(
                test, request, code.answer(), 404, code.aggregate().notFound().simpleName());
        return test.build();
    }

    private MethodSpec isRejectedWhereTheCallerSawOne() {
        MethodSpec.Builder test =
                test("IsRejectedFor" + code.anAggregate() + "ThatOnlyTheCallerSaw");
        CodeBlock request = code.post(command, HttpTestCode.randomId(), code.ifMatch(1));
        HttpTestCode.rejected(
                test, request, code.answer(), 404, code.aggregate().notFound().simpleName());
        return test.build();
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
        HttpTestCode.rejected(test, request, code.answer(), 412, "OptimisticLockConflict");
        return test.build();
    }

    private MethodSpec rejectsAMalformedPrecondition() {
        CodeBlock id = code.journeys().first().map(code::at).orElseGet(HttpTestCode::randomId);
        MethodSpec.Builder test = test("RejectsAMalformedPrecondition");
        CodeBlock request = code.post(command, id, CodeBlock.of("ifMatch($S)", "1"));
        HttpTestCode.rejected(test, request, code.answer(), 400, "MalformedPrecondition");
        return test.build();
    }

    private MethodSpec hasOneEffect(Journey before) {
        CodeBlock key = CodeBlock.of("key");
        int version = before.version() + Journeys.count(command);
        CodeBlock other =
                code.post(command, code.journeys().first().map(code::at).orElseThrow(), key);
        return test("HasOneEffectForOneKey")
                .addStatement("$T id = $L", String.class, code.at(before))
                .addStatement(
                        "$T key = key()",
                        ParameterizedTypeName.get(ClassName.get(Consumer.class), Web.HTTP_HEADERS))
                .addStatement("$T first = $L", code.answer(), code.post(command, ID, key))
                .addStatement("$T second = $L", code.answer(), code.post(command, ID, key))
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
