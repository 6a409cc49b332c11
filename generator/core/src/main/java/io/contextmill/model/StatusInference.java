package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EmitsSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.LifecycleSpec;
import io.contextmill.spec.ContextSpec.TypeSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.English;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rule 4, second half: the status of an aggregate of which neither fields nor lifecycle are said
 * and to which some event happens.
 *
 * <ul>
 *   <li>The state that an event leads to is what it says under {@code to}; else the last past
 *       participle in its name with all that follows ({@code OrderCancelled}: {@code CANCELLED},
 *       {@code CartCheckedOut}: {@code CHECKED_OUT}); else, and where an event before it has that
 *       state already, its whole name ({@code LOW_STOCK_ALERT}).
 *   <li>The states are an enum {@code <Aggregate>Status}, in the order of the events; {@code
 *       <Aggregate>State} or {@code <Aggregate>Lifecycle} where a name that is no enum is in the
 *       way. An enum {@code <Aggregate>Status} that the spec declares is taken as it is; an event
 *       whose participle is not among its values then moves nothing.
 *   <li>The field is {@code status}; {@code state} or {@code lifecycle} where the aggregate itself,
 *       or a field of another type in one of its events or commands, is called so.
 *   <li>An aggregate begins in the state of the first event of its first command that creates, else
 *       in the first state.
 * </ul>
 *
 * An aggregate to which no event happens has no fields then.
 */
final class StatusInference implements InferenceRule {
    @Override
    public ContextSpec complete(ContextSpec spec, List<Diagnostic> findings) {
        return new Round(spec, findings).complete();
    }

    /** One spec on its way through the rule. */
    private static final class Round {
        private final ContextSpec spec;
        private final List<Diagnostic> findings;
        private final SpecNames names;
        private final Map<String, List<EventSpec>> eventsByOwner = new LinkedHashMap<>();
        private final List<TypeSpec> types;
        private final Map<String, String> states = new LinkedHashMap<>();

        Round(ContextSpec spec, List<Diagnostic> findings) {
            this.spec = spec;
            this.findings = findings;
            this.names = new SpecNames(spec);
            this.types = new ArrayList<>(spec.types());
            EventOwners owners = new EventOwners(spec);
            for (EventSpec event : spec.events()) {
                if (event.isEnd() && event.to().isEmpty()) {
                    // What is gone is in no state.
                    continue;
                }
                owners.owner(event)
                        .ifPresent(
                                owner ->
                                        eventsByOwner
                                                .computeIfAbsent(owner, any -> new ArrayList<>())
                                                .add(event));
            }
        }

        ContextSpec complete() {
            List<AggregateSpec> aggregates =
                    spec.aggregates().stream().map(this::complete).toList();
            return spec.withTypes(types)
                    .withAggregates(aggregates)
                    .withEvents(spec.events().stream().map(this::complete).toList());
        }

        private EventSpec complete(EventSpec event) {
            String state = states.get(event.name().value());
            return state == null || event.to().isPresent()
                    ? event
                    : event.withTo(new Text(state, event.name().span()));
        }

        private AggregateSpec complete(AggregateSpec aggregate) {
            if (aggregate.fields().isPresent() || aggregate.lifecycle().isPresent()) {
                return aggregate;
            }
            List<EventSpec> events =
                    eventsByOwner.getOrDefault(aggregate.name().value(), List.of());
            String wanted = aggregate.name().value() + "Status";
            Optional<TypeSpec> declared =
                    spec.types().stream()
                            .filter(type -> type.name().value().equals(wanted))
                            .findFirst();
            Map<String, String> inferred =
                    declared.map(type -> statesIn(type, events)).orElseGet(() -> statesOf(events));
            Set<String> values = new LinkedHashSet<>();
            declared.ifPresentOrElse(
                    type -> type.values().forEach(value -> values.add(value.value())),
                    () ->
                            events.forEach(
                                    event -> values.add(stateAfter(event, inferred).orElse(""))));
            if (events.isEmpty() || values.isEmpty()) {
                return aggregate.withState(List.of(), Optional.empty());
            }
            SourceSpan span = aggregate.name().span();
            String type =
                    declared.isPresent()
                            ? wanted
                            : names.take(
                                    wanted,
                                    aggregate.name().value() + "State",
                                    aggregate.name().value() + "Lifecycle");
            if (declared.isEmpty()) {
                types.add(
                        new TypeSpec(
                                new Text(type, span),
                                values.stream().map(value -> new Text(value, span)).toList()));
            }
            states.putAll(inferred);
            String field = fieldName(aggregate, events, type);
            findings.add(
                    InferenceRules.STATUS.at(
                            span,
                            quoted(aggregate.name().value())
                                    + " has a "
                                    + quoted(field)
                                    + ", set by its events: "
                                    + described(events, inferred)));
            String initial =
                    creatingState(aggregate, events, inferred).orElse(values.iterator().next());
            return aggregate.withState(
                    List.of(new FieldSpec(new Text(field, span), Expressions.plain(type, span))),
                    Optional.of(
                            new LifecycleSpec(
                                    span, new Text(field, span), new Text(initial, span))));
        }

        /** The states of the events among the values of an enum that the spec declares. */
        private static Map<String, String> statesIn(TypeSpec type, List<EventSpec> events) {
            Map<String, String> states = new LinkedHashMap<>();
            for (EventSpec event : events) {
                String wanted = Words.fold(participle(event).orElse(event.name().value()));
                type.values().stream()
                        .map(Text::value)
                        .filter(value -> Words.fold(value).equals(wanted))
                        .findFirst()
                        .filter(value -> event.to().isEmpty())
                        .ifPresent(value -> states.put(event.name().value(), value));
            }
            return states;
        }

        private static Map<String, String> statesOf(List<EventSpec> events) {
            Map<String, String> spelling = new LinkedHashMap<>();
            events.forEach(
                    event ->
                            event.to()
                                    .ifPresent(
                                            to ->
                                                    spelling.putIfAbsent(
                                                            Words.fold(to.value()), to.value())));
            Map<String, String> states = new LinkedHashMap<>();
            Set<String> taken = new HashSet<>();
            for (EventSpec event : events) {
                if (event.to().isPresent()) {
                    continue;
                }
                String whole =
                        SpecNames.cut(
                                Words.of(event.name().value()).upperSnake(), SpecNames.LONGEST);
                String state =
                        participle(event)
                                .filter(value -> !taken.contains(Words.fold(value)))
                                .orElse(whole);
                for (int number = 2; taken.contains(Words.fold(state)); number++) {
                    String suffix = "_" + number;
                    state = SpecNames.cut(whole, SpecNames.LONGEST - suffix.length()) + suffix;
                }
                taken.add(Words.fold(state));
                states.put(event.name().value(), spelling.getOrDefault(Words.fold(state), state));
            }
            return states;
        }

        private static Optional<String> participle(EventSpec event) {
            List<String> words = Words.of(event.name().value()).parts();
            for (int i = words.size() - 1; i >= 0; i--) {
                if (English.isParticiple(words.get(i))) {
                    String state = new Words(words.subList(i, words.size())).upperSnake();
                    return Optional.of(SpecNames.cut(state, SpecNames.LONGEST));
                }
            }
            return Optional.empty();
        }

        private static Optional<String> stateAfter(EventSpec event, Map<String, String> inferred) {
            return event.to()
                    .map(Text::value)
                    .or(() -> Optional.ofNullable(inferred.get(event.name().value())));
        }

        private String fieldName(AggregateSpec aggregate, List<EventSpec> events, String type) {
            Set<String> taken = new HashSet<>();
            taken.add(Words.fold(aggregate.name().value()));
            Set<String> emitted = new HashSet<>();
            events.forEach(event -> emitted.add(event.name().value()));
            Stream.concat(
                            events.stream().map(EventSpec::fields),
                            spec.commands().stream()
                                    .filter(
                                            command ->
                                                    isText(
                                                            command.aggregate(),
                                                            aggregate.name().value()))
                                    .filter(command -> emits(command, emitted))
                                    .map(CommandSpec::fields))
                    .flatMap(Optional::stream)
                    .flatMap(List::stream)
                    .filter(field -> !field.type().name().value().equals(type))
                    .forEach(field -> taken.add(Words.fold(field.name().value())));
            return Stream.of("status", "state", "lifecycle")
                    .filter(name -> !taken.contains(name))
                    .findFirst()
                    .orElse("lifecycleStatus");
        }

        private static boolean emits(CommandSpec command, Set<String> events) {
            return command.emits().stream()
                    .flatMap(emits -> emits.events().stream())
                    .anyMatch(event -> events.contains(event.value()));
        }

        private Optional<String> creatingState(
                AggregateSpec aggregate, List<EventSpec> events, Map<String, String> inferred) {
            return spec.commands().stream()
                    .filter(command -> isText(command.aggregate(), aggregate.name().value()))
                    .filter(
                            command ->
                                    command.creates().isPresent()
                                            && !isText(command.creates(), "never"))
                    .map(CommandSpec::emits)
                    .flatMap(Optional::stream)
                    .map(EmitsSpec::events)
                    .flatMap(emitted -> emitted.stream().limit(1))
                    .flatMap(
                            name ->
                                    events.stream()
                                            .filter(
                                                    event ->
                                                            event.name()
                                                                    .value()
                                                                    .equals(name.value())))
                    .map(event -> stateAfter(event, inferred))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private static boolean isText(Optional<Text> text, String value) {
            return text.filter(said -> said.value().equals(value)).isPresent();
        }

        private static String described(List<EventSpec> events, Map<String, String> inferred) {
            List<String> parts = new ArrayList<>();
            for (EventSpec event : events) {
                stateAfter(event, inferred)
                        .ifPresent(
                                state ->
                                        parts.add(
                                                quoted(event.name().value())
                                                        + " to "
                                                        + quoted(state)));
            }
            return parts.isEmpty() ? "none" : Phrases.list(parts);
        }
    }
}
