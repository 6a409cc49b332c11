package io.contextmill.model;

import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which aggregate an event happens to: the one of the first command that emits it. An event that
 * nothing emits belongs, in this order, to the aggregate whose name it holds as whole words, to the
 * one whose id is the first in its fields, to the one that shares most words with it, to the first
 * of the context.
 */
final class EventOwners {
    private final Map<String, String> emitters = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final AggregateByName byName;
    private final Optional<String> first;
    private final Map<String, String> owners = new HashMap<>();

    EventOwners(ContextSpec spec) {
        byName = new AggregateByName(spec);
        first = spec.aggregates().stream().map(aggregate -> aggregate.name().value()).findFirst();
        for (AggregateSpec aggregate : spec.aggregates()) {
            String name = aggregate.name().value();
            ids.putIfAbsent(IdentityInference.idName(aggregate), name);
        }
        for (CommandSpec command : spec.commands()) {
            command.aggregate()
                    .map(Text::value)
                    .filter(ids::containsValue)
                    .ifPresent(
                            aggregate ->
                                    command.emits().stream()
                                            .flatMap(emits -> emits.events().stream())
                                            .forEach(
                                                    event ->
                                                            emitters.putIfAbsent(
                                                                    event.value(), aggregate)));
        }
        for (EventSpec event : spec.events()) {
            Optional.ofNullable(emitters.get(event.name().value()))
                    .or(() -> unemitted(event))
                    .ifPresent(owner -> owners.put(event.name().value(), owner));
        }
    }

    /** The aggregate of an event; absent only in a context without aggregates. */
    Optional<String> owner(EventSpec event) {
        return Optional.ofNullable(owners.get(event.name().value()));
    }

    private Optional<String> unemitted(EventSpec event) {
        var choice = byName.ofNoun(event.name().value());
        if (choice.isPresent() && !choice.get().guess()) {
            return choice.map(AggregateByName.Choice::aggregate);
        }
        return firstId(event.fields().orElse(List.of()))
                .or(() -> choice.map(AggregateByName.Choice::aggregate))
                .or(() -> first);
    }

    private Optional<String> firstId(List<FieldSpec> fields) {
        return fields.stream()
                .map(field -> field.type().name().value())
                .filter(ids::containsKey)
                .map(ids::get)
                .findFirst();
    }
}
