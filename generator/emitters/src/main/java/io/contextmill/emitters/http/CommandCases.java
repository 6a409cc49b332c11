package io.contextmill.emitters.http;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.http.Journeys.Journey;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Guard;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tests of a command: that it is carried out, and that it is rejected by name. */
public final class CommandCases {
    private static final CodeBlock ID = CodeBlock.of("id");

    private final HttpTestCode code;
    private final CommandModel command;

    /** Those of a command that goes to the kind of aggregate that the code is about. */
    public CommandCases(HttpTestCode code, CommandModel command) {
        this.code = code;
        this.command = command;
    }

    /**
     * That it is carried out and shown, wherever the spec says what it leads to and how to get
     * there.
     */
    public List<MethodSpec> carriedOut() {
        if (Journeys.count(command) == 0) {
            return List.of();
        }
        if (HttpTestCode.creates(command)) {
            return code.journeys().begins(command) ? List.of(showsWhatItMakes()) : List.of();
        }
        List<MethodSpec> cases = new ArrayList<>();
        if (command.creation() == Creation.IF_ABSENT && code.journeys().begins(command)) {
            cases.add(makesWhatIsAbsent());
        }
        code.journeys()
                .before(command)
                .map(
                        journey ->
                                code.journeys().isEnding(command)
                                        ? removes(journey)
                                        : changes(journey))
                .ifPresent(cases::add);
        return cases;
    }

    /** That it is rejected until its owners decide about it, where the spec leaves it to them. */
    public Optional<MethodSpec> notDecidedYet() {
        if (Journeys.count(command) > 0) {
            return Optional.empty();
        }
        Optional<CodeBlock> id = code.journeys().before(command).map(code::at);
        boolean creates = command.creation() != Creation.NEVER;
        return id.or(() -> creates ? Optional.of(code.newIdentity()) : Optional.empty())
                .map(this::isNotDecidedYet);
    }

    /** That it is rejected in each state in which it is, and where no aggregate is as it needs. */
    public List<MethodSpec> rejected() {
        List<MethodSpec> cases = new ArrayList<>();
        if (HttpTestCode.creates(command)) {
            if (code.journeys().begins(command)) {
                cases.add(rejectsATakenIdentity());
                cases.addAll(rejectsTakenValues());
                code.journeys()
                        .toTheEnd()
                        .ifPresent(end -> cases.add(rejectsTheIdentityOfWhatIsGone(end)));
            }
            return cases;
        }
        code.journeys().beyond(command).forEach(journey -> cases.add(isRejectedIn(journey)));
        for (Guard guard : command.guards()) {
            code.journeys()
                    .refused(command, guard)
                    .ifPresent(refused -> cases.add(isRejectedFor(guard, refused)));
        }
        cases.add(
                command.creation() == Creation.IF_ABSENT
                        ? isRejectedWhereTheCallerSawOne()
                        : isRejectedForWhatDoesNotExist());
        code.journeys().toTheEnd().ifPresent(end -> cases.add(isRejectedForWhatIsGone(end)));
        if (Journeys.count(command) > 0 && code.journeys().before(command).isPresent()) {
            cases.addAll(rejectsTakenValues());
        }
        return cases;
    }

    private MethodSpec showsWhatItMakes() {
        int version = Journeys.count(command);
        MethodSpec.Builder test =
                test("Shows" + code.anAggregate())
                        .addStatement(
                                "$T created = $L",
                                code.answer(),
                                code.post(command, CodeBlock.of(""), code.plain()))
                        .addCode("\n")
                        .addStatement(HttpTestCode.statusIs("created", 201))
                        .addStatement(HttpTestCode.tagIs("created", version))
                        .addStatement(
                                "$T.assertThat(created.headers().getLocation()).hasToString($L + created.member(\"id\"))",
                                Libraries.ASSERTIONS,
                                Literals.string(code.endpoints().path() + "/"));
        code.shows(command)
                .ifPresent(
                        query -> {
                            test.addStatement(
                                    "$T shown = service.getWhen($L, $L)",
                                    code.answer(),
                                    code.path(query, CodeBlock.of("created.member(\"id\")")),
                                    code.tag(query, version));
                            test.addStatement(
                                    "$T.assertThat(shown.member($S)).isEqualTo(created.member(\"id\"))",
                                    Libraries.ASSERTIONS,
                                    code.readModel(query).model().key());
                            new ShownValues(code.aggregate(), code.readModel(query))
                                    .after(
                                            "shown",
                                            command,
                                            code.journeys().after(command, Optional.empty()),
                                            code.journeys().emitted(command, Optional.empty()))
                                    .forEach(test::addStatement);
                        });
        return test.build();
    }

    private MethodSpec makesWhatIsAbsent() {
        MethodSpec.Builder test =
                test("Makes" + code.anAggregate() + "ThatIsAbsent")
                        .addStatement("$T id = $L", String.class, code.newIdentityText())
                        .addCode("\n");
        accepted(test, Journeys.count(command), Optional.empty());
        return test.build();
    }

    private MethodSpec changes(Journey before) {
        MethodSpec.Builder test =
                test("ChangesWhatIsShown")
                        .addStatement("$T id = $L", String.class, code.at(before))
                        .addCode("\n");
        accepted(test, before.version() + Journeys.count(command), Optional.of(before));
        return test.build();
    }

    private MethodSpec removes(Journey before) {
        MethodSpec.Builder test =
                test("RemovesWhatIsShown")
                        .addStatement("$T id = $L", String.class, code.at(before));
        Optional<ByKey> query = code.shows(before.last());
        query.ifPresent(
                shown ->
                        test.addStatement(
                                "service.getWhen($L, $L)",
                                code.path(shown, ID),
                                code.tag(shown, before.version())));
        test.addCode("\n")
                .addStatement(
                        "$T accepted = $L", code.answer(), code.post(command, ID, code.plain()))
                .addCode("\n")
                .addStatement(HttpTestCode.statusIs("accepted", 200))
                .addStatement(
                        HttpTestCode.tagIs("accepted", before.version() + Journeys.count(command)));
        query.ifPresent(
                shown -> test.addStatement("service.getWhen($L, 404)", code.path(shown, ID)));
        return test.build();
    }

    private MethodSpec isRejectedForWhatIsGone(Journey end) {
        MethodSpec.Builder test =
                test("IsRejectedFor%sThatNoLongerExists".formatted(code.anAggregate()));
        delete(test, end);
        HttpTestCode.rejected(
                test,
                code.post(command, ID, code.plain()),
                code.answer(),
                410,
                code.aggregate().noLongerExists().simpleName());
        return test.build();
    }

    private MethodSpec rejectsTheIdentityOfWhatIsGone(Journey end) {
        MethodSpec.Builder test =
                test("RejectsTheIdentityOf%sThatNoLongerExists".formatted(code.anAggregate()));
        delete(test, end);
        CodeBlock request =
                CodeBlock.of(
                        "service.post($L, $L, plain())",
                        code.path(command, CodeBlock.of("")),
                        code.bodyWithIdentity(command, ID));
        HttpTestCode.rejected(
                test, request, code.answer(), 410, code.aggregate().noLongerExists().simpleName());
        return test.build();
    }

    /** Makes one and deletes it. */
    private void delete(MethodSpec.Builder test, Journey end) {
        Journey before = code.journeys().before(end.last()).orElseThrow();
        test.addStatement("$T id = $L", String.class, code.at(before))
                .addStatement(code.post(end.last(), ID, code.plain()))
                .addCode("\n");
    }

    private void accepted(MethodSpec.Builder test, int version, Optional<Journey> before) {
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
                                            code.tag(query, version));
                            Optional<String> state = code.journeys().after(command, before);
                            List<String> emitted = code.journeys().emitted(command, before);
                            ShownValues values =
                                    new ShownValues(code.aggregate(), code.readModel(query));
                            List<CodeBlock> assertions =
                                    values.after("shown", command, state, emitted);
                            if (assertions.isEmpty()) {
                                test.addStatement(shown);
                            } else if (assertions.size() == 1) {
                                values.after(shown, command, state, emitted)
                                        .forEach(test::addStatement);
                            } else {
                                test.addStatement("$T shown = $L", code.answer(), shown);
                                assertions.forEach(test::addStatement);
                            }
                        });
    }

    private MethodSpec isNotDecidedYet(CodeBlock id) {
        return rejected("IsNotDecidedYet", id, code.plain(), 422, "NotDecidedYet");
    }

    private MethodSpec rejectsATakenIdentity() {
        MethodSpec.Builder test = test("RejectsAnIdentityThatIsTaken");
        CodeBlock made = code.journeys().first().map(code::at).orElseThrow();
        test.addStatement("$T id = $L", String.class, made).addCode("\n");
        CodeBlock request =
                CodeBlock.of(
                        "service.post($L, $L, plain())",
                        code.path(command, CodeBlock.of("")),
                        code.bodyWithIdentity(command, ID));
        String name = code.aggregate().alreadyExists().simpleName();
        HttpTestCode.rejected(test, request, code.answer(), 409, name);
        return test.build();
    }

    private List<MethodSpec> rejectsTakenValues() {
        return code.unique(command).stream().map(this::rejectsATakenValue).toList();
    }

    /** A second aggregate gets the value of the first, and is new in all others. */
    private MethodSpec rejectsATakenValue(FieldModel field) {
        String member = Names.json(field);
        CodeBlock id =
                HttpTestCode.creates(command)
                        ? CodeBlock.of("")
                        : code.at(code.journeys().before(command).orElseThrow());
        CodeBlock taken =
                CodeBlock.of(
                        "with($L, $S, JSON.readTree(body).get($S).toString())",
                        code.valid(command),
                        member,
                        member);
        MethodSpec.Builder test =
                test("Rejects" + TestMethods.phrase(Phrases.aNoun(field.name())) + "ThatIsTaken")
                        .addStatement("$T body = $L", String.class, code.valid(command))
                        .addStatement(code.post(command, id, CodeBlock.of("body"), code.plain()))
                        .addCode("\n");
        FieldModel kept =
                code.aggregate().unique().stream()
                        .filter(unique -> unique.name().equals(field.name()))
                        .findFirst()
                        .orElseThrow();
        HttpTestCode.rejected(
                test,
                code.post(command, id, taken, code.plain()),
                code.answer(),
                409,
                code.aggregate().taken(kept).simpleName());
        return test.build();
    }

    private MethodSpec isRejectedIn(Journey journey) {
        String state = TestMethods.state(journey.state().orElseThrow());
        String name = code.endpoints().types().illegalState(command).simpleName();
        return rejected("IsRejectedWhen" + state, code.at(journey), code.plain(), 409, name);
    }

    private MethodSpec isRejectedFor(Guard guard, Journeys.Refused refused) {
        MethodSpec.Builder test = test("IsRejectedFor" + guard.rejection());
        String name = code.endpoints().types().rejection(guard.rejection()).simpleName();
        CodeBlock request =
                command.fields().isEmpty()
                        ? code.post(command, code.at(refused.before()), code.plain())
                        : CodeBlock.of(
                                "service.post($L, $L, plain())",
                                code.path(command, code.at(refused.before())),
                                new TestBodies(code).literal(command, refused.variant()));
        HttpTestCode.rejected(test, request, code.answer(), 409, name);
        return test.build();
    }

    private MethodSpec isRejectedForWhatDoesNotExist() {
        return isRejectedForNone("IsRejectedFor%sThatDoesNotExist", code.plain());
    }

    private MethodSpec isRejectedWhereTheCallerSawOne() {
        return isRejectedForNone("IsRejectedFor%sThatOnlyTheCallerSaw", code.ifMatch(1));
    }

    private MethodSpec isRejectedForNone(String saying, CodeBlock headers) {
        String name = code.aggregate().notFound().simpleName();
        return rejected(
                saying.formatted(code.anAggregate()), code.newIdentity(), headers, 404, name);
    }

    private MethodSpec rejected(
            String saying, CodeBlock id, CodeBlock headers, int status, String name) {
        MethodSpec.Builder test = test(saying);
        CodeBlock request = code.post(command, id, headers);
        HttpTestCode.rejected(test, request, code.answer(), status, name);
        return test.build();
    }

    private MethodSpec.Builder test(String saying) {
        return code.test(command.name(), saying);
    }
}
