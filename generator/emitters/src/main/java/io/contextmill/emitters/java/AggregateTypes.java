package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.Names;
import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Java types around an aggregate, and the names of variables for it.
 *
 * @param types those of its context
 * @param model the aggregate
 */
public record AggregateTypes(ContextTypes types, AggregateModel model) {
    /** What methods that have a variable for an event call other things. */
    private static final Set<String> OTHER_VARIABLES =
            Set.of("before", "current", "event", "events", "history", "row");

    /** As declared. */
    public String name() {
        return model.name();
    }

    /** The record of its state. */
    public ClassName state() {
        return ContextTypes.className(types.names().of(model));
    }

    /** Its identity. */
    public ClassName id() {
        return ContextTypes.className(types.names().of(model.id()));
    }

    /** What commands, events and rows call its identity: {@code order}. */
    public String idComponent() {
        return Names.identityComponent(model);
    }

    /** A class that is generated for it. */
    public ClassName of(AggregateClass family) {
        return ContextTypes.className(types.names().of(model, family));
    }

    /** What all its commands are. */
    public ClassName command() {
        return of(AggregateClass.COMMAND);
    }

    /** What all its events are. */
    public ClassName event() {
        return of(AggregateClass.EVENT);
    }

    /** What decides about it. */
    public ClassName decider() {
        return of(AggregateClass.DECIDER);
    }

    /** All of them. */
    public ClassName repository() {
        return of(AggregateClass.REPOSITORY);
    }

    /** The rejection of what concerns one that does not exist. */
    public ClassName notFound() {
        return of(AggregateClass.NOT_FOUND);
    }

    /** The rejection of an identity that is taken. */
    public ClassName alreadyExists() {
        return of(AggregateClass.ALREADY_EXISTS);
    }

    /** The rejection of what concerns one that was deleted. */
    public ClassName noLongerExists() {
        return of(AggregateClass.NO_LONGER_EXISTS);
    }

    /** The fields in which no two have the same value. */
    public List<FieldModel> unique() {
        return model.fields().stream()
                .filter(field -> model.unique().contains(field.name()))
                .toList();
    }

    /** The rejection of a value of one of these that another one has already. */
    public ClassName taken(FieldModel field) {
        return ContextTypes.className(types.names().taken(model, field));
    }

    /** The unique fields whose value an event sets. */
    public List<FieldModel> uniqueIn(EventModel event) {
        return unique().stream()
                .filter(
                        field ->
                                event.fields().stream()
                                        .anyMatch(own -> own.name().equals(field.name())))
                .toList();
    }

    /** The unique fields whose value a command may set. */
    public List<FieldModel> uniqueIn(CommandModel command) {
        return unique().stream()
                .filter(
                        field ->
                                command.emission().events().stream()
                                        .map(emitted -> model.event(emitted.event()))
                                        .anyMatch(event -> uniqueIn(event).contains(field)))
                .toList();
    }

    /** {@code List} of its events. */
    public TypeName eventList() {
        return ParameterizedTypeName.get(ClassName.get(List.class), event());
    }

    /** A variable for one of it: {@code order}. */
    public String variable() {
        return Names.variable(model);
    }

    /** Whether a command is decided by the moment, too. */
    public boolean asksForNow(CommandModel command) {
        return (isForNew(command) && command.asksForNow(false))
                || (isForExisting(command) && command.asksForNow(true));
    }

    /** Whether some command is decided by the moment, too. */
    public boolean asksForNow() {
        return model.commands().stream().anyMatch(this::asksForNow);
    }

    /** A variable for many of it: {@code orders}. */
    public String variables() {
        return Names.variables(model);
    }

    /** The components of its state: the identity, then its fields. */
    public List<Component> components() {
        List<Component> components = new ArrayList<>();
        components.add(Component.of("id", id()));
        model.fields().forEach(field -> components.add(component(field)));
        return components;
    }

    /** The component of its state that holds a field. */
    public Component component(FieldModel field) {
        return Component.of(Names.stateComponent(field), types.type(field));
    }

    /** The name of a constant for its identity: {@code ORDER}. */
    public String constant() {
        return Names.constantFor(name());
    }

    /** {@code order}. */
    public String noun() {
        return Phrases.noun(name());
    }

    /** {@code orders}. */
    public String nouns() {
        return Phrases.nouns(name());
    }

    /** {@code an order}. */
    public String aNoun() {
        return Phrases.aNoun(name());
    }

    /** {@code An order}. */
    public String aNounFirst() {
        return Phrases.capitalised(aNoun());
    }

    /**
     * What the spec says about one of its events, or else its name: {@code An order was shipped.}
     */
    public String meaning(EventModel event) {
        return Phrases.sentence(event.description(), Phrases.happening(event.name(), name()));
    }

    /**
     * What the spec says about one of its commands, or else its name: {@code Asks to cancel an
     * order.}
     */
    public String meaning(CommandModel command) {
        return Phrases.sentence(
                command.description(), "asks to " + Phrases.request(command.name(), name()));
    }

    /** Whether anything can happen to it. */
    public boolean isAlive() {
        return !model.commands().isEmpty() || !model.events().isEmpty();
    }

    /** Whether some command makes one. */
    public boolean isMade() {
        return model.commands().stream().anyMatch(command -> command.creation() != Creation.NEVER);
    }

    /** Whether some command makes one, and gives it an identity of its own. */
    public boolean hasRandomIdentity() {
        return isMade() && model.id().isUuid();
    }

    /** The events that one begins with. */
    public List<EventModel> beginnings() {
        return model.events().stream().filter(EventModel::creates).toList();
    }

    /** The events that can happen to one that exists. */
    public List<EventModel> happenings() {
        return model.events().stream().filter(EventModel::changes).toList();
    }

    /** Those of them behind which it still exists. */
    public List<EventModel> changes() {
        return happenings().stream().filter(event -> !event.deletes()).toList();
    }

    /** Those of them that end it. */
    public List<EventModel> endings() {
        return happenings().stream().filter(EventModel::deletes).toList();
    }

    /** Whether one can be deleted. */
    public boolean isMortal() {
        return !endings().isEmpty();
    }

    /** The field that holds the state of its lifecycle. */
    public Optional<FieldModel> lifecycleField() {
        return model.lifecycle()
                .map(Lifecycle::field)
                .flatMap(
                        name ->
                                model.fields().stream()
                                        .filter(field -> field.name().equals(name))
                                        .findFirst());
    }

    /** The enum of the states of its lifecycle. */
    public Optional<ClassName> states() {
        return model.lifecycle().map(lifecycle -> (ClassName) types.type(lifecycle.states()));
    }

    /** Whether some command is accepted in some states only, and the spec has no name for that. */
    public boolean hasIllegalTransitions() {
        return model.commands().stream().anyMatch(CommandModel::hasIllegalTransitions);
    }

    /** Whether a command finds one that exists. */
    public static boolean isForExisting(CommandModel command) {
        return command.creation() != Creation.ALWAYS;
    }

    /** Whether a command makes one. */
    public static boolean isForNew(CommandModel command) {
        return command.creation() != Creation.NEVER;
    }

    /** A variable for an event: what its name says beside the aggregate, {@code cancelled}. */
    public String variable(EventModel event) {
        List<String> words = Words.of(event.name()).parts();
        List<String> own = Words.of(name()).parts();
        boolean begins = words.size() > own.size() && words.subList(0, own.size()).equals(own);
        Words rest = new Words(begins ? words.subList(own.size(), words.size()) : words);
        String variable = rest.camel();
        boolean unfit =
                ReservedWords.isJavaKeyword(variable)
                        || variable.equals(variable())
                        || OTHER_VARIABLES.contains(variable)
                        || !Character.isJavaIdentifierStart(variable.charAt(0));
        return unfit ? "the" + Words.of(event.name()).pascal() : variable;
    }
}
