package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ExpressionCode;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.Guard;
import io.contextmill.naming.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The methods {@code decide} of a decider. */
final class Decisions {
    private final AggregateTypes aggregate;

    Decisions(AggregateTypes aggregate) {
        this.aggregate = aggregate;
    }

    /** One method for where there is no aggregate, one for where there is one, or both. */
    List<MethodSpec> about(CommandModel command) {
        List<MethodSpec> methods = new ArrayList<>();
        if (AggregateTypes.isForNew(command)) {
            methods.add(decide(command, false));
        }
        if (AggregateTypes.isForExisting(command)) {
            methods.add(decide(command, true));
        }
        return methods;
    }

    private MethodSpec decide(CommandModel command, boolean existing) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("decide")
                        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                        .returns(aggregate.eventList());
        if (existing) {
            method.addParameter(aggregate.state(), aggregate.variable());
        }
        method.addParameter(aggregate.types().command(command), "command");
        if (command.asksForNow(existing)) {
            method.addParameter(Instant.class, "now");
        }
        boolean guarded = existing && !command.from().isEmpty();
        method.addJavadoc(javadoc(command, existing, guarded).block());
        if (guarded) {
            method.addCode(guard(command));
        }
        command.guards(existing).forEach(guard -> method.addCode(guard(command, guard)));
        return method.addCode(answer(command, existing)).build();
    }

    private CodeBlock guard(CommandModel command, Guard guard) {
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", expressions().opposite(guard.holds()))
                .addStatement(
                        "throw new $T($L)",
                        aggregate.types().rejection(guard.rejection()),
                        Literals.string(command.name() + " demands that " + guard.text() + "."))
                .endControlFlow()
                .build();
    }

    private ExpressionCode expressions() {
        return new ExpressionCode(
                aggregate.types(),
                Map.of(Root.STATE, aggregate.variable(), Root.COMMAND, "command"));
    }

    private CodeBlock guard(CommandModel command) {
        CodeBlock state =
                CodeBlock.of(
                        "$L.$L()",
                        aggregate.variable(),
                        Names.stateComponent(aggregate.lifecycleField().orElseThrow()));
        return command.hasIllegalTransitions()
                ? oneOf(command, state)
                : otherwiseRejected(command, state);
    }

    private CodeBlock oneOf(CommandModel command, CodeBlock state) {
        CodeBlock accepted = accepted(command).collect(CodeBlock.joining(", "));
        return CodeBlock.builder()
                .addStatement(
                        "$L.requireOneOf($T.class, $L)",
                        state,
                        aggregate.types().command(command),
                        accepted)
                .build();
    }

    private CodeBlock otherwiseRejected(CommandModel command, CodeBlock state) {
        CodeBlock other =
                accepted(command)
                        .map(accepted -> CodeBlock.of("$L != $L", state, accepted))
                        .collect(CodeBlock.joining(" && "));
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", other)
                .addStatement(
                        "throw new $T($L + $L + $S)",
                        aggregate.types().illegalState(command),
                        Literals.string(command.name() + " is not accepted in the state "),
                        state,
                        ".")
                .endControlFlow()
                .build();
    }

    private Stream<CodeBlock> accepted(CommandModel command) {
        return command.from().stream()
                .map(
                        state ->
                                CodeBlock.of(
                                        "$T.$L",
                                        aggregate.states().orElseThrow(),
                                        Names.constant(state)));
    }

    private CodeBlock answer(CommandModel command, boolean existing) {
        List<EmittedEvent> events = command.emission().events();
        if (events.isEmpty()) {
            return CodeBlock.builder()
                    .addStatement(
                            "throw new $T($T.class)",
                            aggregate.types().platform("NotDecidedYet"),
                            aggregate.types().command(command))
                    .build();
        }
        if (command.emission().isConditional()) {
            return alternatives(events, existing);
        }
        List<EmittedEvent> emitted =
                command.emission().alternatives() ? events.subList(0, 1) : events;
        CodeBlock made =
                emitted.stream()
                        .map(event -> made(event, existing))
                        .collect(CodeBlock.joining(", "));
        return CodeBlock.builder().addStatement("return $T.of($L)", List.class, made).build();
    }

    /** The first event whose condition holds; the last has none. */
    private CodeBlock alternatives(List<EmittedEvent> events, boolean existing) {
        ExpressionCode expressions = expressions();
        CodeBlock.Builder code = CodeBlock.builder();
        for (EmittedEvent event : events) {
            event.condition()
                    .ifPresent(
                            condition ->
                                    code.beginControlFlow(
                                            "if ($L)", expressions.condition(condition.holds())));
            code.addStatement("return $T.of($L)", List.class, made(event, existing));
            if (event.condition().isPresent()) {
                code.endControlFlow();
            }
        }
        return code.build();
    }

    private CodeBlock made(EmittedEvent emitted, boolean existing) {
        String now = emitted.isFilledWithNow() ? ", now" : "";
        return existing
                ? CodeBlock.of("$T.of($L, command$L)", type(emitted), aggregate.variable(), now)
                : CodeBlock.of("$T.of(command$L)", type(emitted), now);
    }

    private Javadoc javadoc(CommandModel command, boolean existing, boolean guarded) {
        List<Object> parts = new ArrayList<>();
        StringBuilder format = new StringBuilder();
        List<EmittedEvent> events = command.emission().events();
        if (command.description().isPresent()) {
            format.append("$L Leads to ");
            parts.add(Phrases.sentence(command.description(), ""));
        } else {
            format.append("$L")
                    .append(condition(command, existing, guarded))
                    .append(events.isEmpty() ? ". Leads to " : ": ");
            parts.add(Phrases.capitalised(Phrases.activity(command.name(), aggregate.name())));
        }
        if (events.isEmpty()) {
            format.append("what nobody has decided yet");
        } else {
            format.append(links(command));
            for (EmittedEvent event : events) {
                parts.add(type(event));
                event.condition().ifPresent(condition -> parts.add(condition.text()));
            }
        }
        Javadoc javadoc = Javadoc.of(format.append('.').toString(), parts.toArray());
        if (command.asksForNow(existing)) {
            javadoc.param("now", "the moment at which it is decided");
        }
        if (guarded) {
            javadoc.throwing(
                    aggregate.types().illegalState(command),
                    "if the $L is in another state",
                    aggregate.noun());
        }
        for (Guard unmet : command.guards(existing)) {
            javadoc.throwing(
                    aggregate.types().rejection(unmet.rejection()), "unless $L", unmet.text());
        }
        if (events.isEmpty()) {
            javadoc.throwing(aggregate.types().platform("NotDecidedYet"), "until somebody decides");
        }
        return javadoc;
    }

    private static String condition(CommandModel command, boolean existing, boolean guarded) {
        if (guarded) {
            List<String> states =
                    command.from().stream().map(state -> "{@code " + state + "}").toList();
            return " when it is " + Phrases.or(states);
        }
        return !existing && AggregateTypes.isForExisting(command) ? " where there is none yet" : "";
    }

    /** All events, or the first of several alternatives with the others to come. */
    private static String links(CommandModel command) {
        if (command.emission().isConditional()) {
            return command.emission().events().stream()
                    .map(
                            event ->
                                    event.condition().isPresent()
                                            ? "{@link $T} if $L"
                                            : "else {@link $T}")
                    .collect(Collectors.joining(", "));
        }
        List<String> links =
                command.emission().events().stream()
                        .map(event -> "{@link $T}")
                        .collect(Collectors.toList());
        if (!command.emission().alternatives() || links.size() == 1) {
            return Phrases.and(links);
        }
        return links.get(0)
                + ", until the team decides when it is "
                + Phrases.or(links.subList(1, links.size()));
    }

    private ClassName type(EmittedEvent emitted) {
        return aggregate.types().event(aggregate.model().event(emitted.event()));
    }
}
