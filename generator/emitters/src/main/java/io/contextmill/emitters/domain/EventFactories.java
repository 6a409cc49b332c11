package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.EventValues;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.EventModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods {@code of} that make an event for each command that leads to it. */
final class EventFactories {
    private EventFactories() {}

    static List<MethodSpec> of(AggregateTypes aggregate, EventModel event) {
        List<MethodSpec> factories = new ArrayList<>();
        for (CommandModel command : aggregate.model().commands()) {
            Optional<EmittedEvent> emitted =
                    command.emission().events().stream()
                            .filter(candidate -> candidate.event().equals(event.name()))
                            .findFirst();
            if (emitted.isEmpty()) {
                continue;
            }
            if (AggregateTypes.isForNew(command)) {
                factories.add(factory(aggregate, event, command, emitted.get(), false));
            }
            if (AggregateTypes.isForExisting(command)) {
                factories.add(factory(aggregate, event, command, emitted.get(), true));
            }
        }
        return factories;
    }

    private static MethodSpec factory(
            AggregateTypes aggregate,
            EventModel event,
            CommandModel command,
            EmittedEvent emitted,
            boolean existing) {
        ClassName name = aggregate.types().event(event);
        ClassName commandName = aggregate.types().command(command);
        String when =
                !existing && AggregateTypes.isForExisting(command)
                        ? " where there is none yet"
                        : "";
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "The event that {@link $T} leads to"
                                                        + when
                                                        + (emitted.computed().isEmpty()
                                                                ? ", filled by name."
                                                                : ", filled as the spec says."),
                                                commandName)
                                        .block())
                        .returns(name);
        if (existing) {
            method.addParameter(aggregate.state(), aggregate.variable());
        }
        method.addParameter(commandName, "command");
        if (emitted.isFilledWithNow()) {
            method.addParameter(Instant.class, "now");
        }
        EventValues values = EventValues.inFactory(aggregate, command);
        CodeBlock id =
                existing
                        ? CodeBlock.of("$L.id()", aggregate.variable())
                        : CodeBlock.of("command.$L()", aggregate.idComponent());
        return method.addStatement("return $L", values.event(event, emitted, id)).build();
    }
}
