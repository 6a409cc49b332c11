package io.contextmill.spec;

import io.contextmill.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One bounded context as it was written: decoded, nothing resolved and nothing inferred.
 *
 * @param span the whole document
 * @param name the value of {@code context}
 * @param options what a context that stands alone says about its project; for a context among
 *     others, what it should have left to its workspace
 * @param types enums
 * @param values value objects
 * @param drops what is declared only so that it goes from the database; nothing of it is among the
 *     aggregates, the read models and their fields
 * @param former the same context with everything called as it was before {@code renamedFrom};
 *     absent where nothing was renamed, or where that makes no context
 */
public record ContextSpec(
        SourceSpan span,
        Text name,
        Optional<Text> subdomain,
        Optional<Text> description,
        OptionsSpec options,
        List<TypeSpec> types,
        List<ValueObjectSpec> values,
        List<AggregateSpec> aggregates,
        List<EventSpec> events,
        List<CommandSpec> commands,
        List<ReadModelSpec> readModels,
        List<DropSpec> drops,
        List<QuerySpec> queries,
        List<ScenarioSpec> scenarios,
        CollaborationSpec collaboration,
        Optional<ContextSpec> former) {

    /** Takes copies of the lists. */
    public ContextSpec {
        types = List.copyOf(types);
        values = List.copyOf(values);
        aggregates = List.copyOf(aggregates);
        events = List.copyOf(events);
        commands = List.copyOf(commands);
        readModels = List.copyOf(readModels);
        drops = List.copyOf(drops);
        queries = List.copyOf(queries);
        scenarios = List.copyOf(scenarios);
    }

    /** The same context with what it was before. */
    ContextSpec withFormer(ContextSpec before) {
        return new ContextSpec(
                span,
                name,
                subdomain,
                description,
                options,
                types,
                values,
                aggregates,
                events,
                commands,
                readModels,
                drops,
                queries,
                scenarios,
                collaboration,
                Optional.of(before));
    }

    /** The same context with other types. */
    public ContextSpec withTypes(List<TypeSpec> newTypes) {
        return new ContextSpec(
                span,
                name,
                subdomain,
                description,
                options,
                newTypes,
                values,
                aggregates,
                events,
                commands,
                readModels,
                drops,
                queries,
                scenarios,
                collaboration,
                former);
    }

    /** The same context with other aggregates. */
    public ContextSpec withAggregates(List<AggregateSpec> newAggregates) {
        return new ContextSpec(
                span,
                name,
                subdomain,
                description,
                options,
                types,
                values,
                newAggregates,
                events,
                commands,
                readModels,
                drops,
                queries,
                scenarios,
                collaboration,
                former);
    }

    /** The same context with other events. */
    public ContextSpec withEvents(List<EventSpec> newEvents) {
        return new ContextSpec(
                span,
                name,
                subdomain,
                description,
                options,
                types,
                values,
                aggregates,
                newEvents,
                commands,
                readModels,
                drops,
                queries,
                scenarios,
                collaboration,
                former);
    }

    /** The same context with other commands. */
    public ContextSpec withCommands(List<CommandSpec> newCommands) {
        return new ContextSpec(
                span,
                name,
                subdomain,
                description,
                options,
                types,
                values,
                aggregates,
                events,
                newCommands,
                readModels,
                drops,
                queries,
                scenarios,
                collaboration,
                former);
    }

    /** The same context with other read models. */
    public ContextSpec withReadModels(List<ReadModelSpec> newReadModels) {
        return new ContextSpec(
                span,
                name,
                subdomain,
                description,
                options,
                types,
                values,
                aggregates,
                events,
                commands,
                newReadModels,
                drops,
                queries,
                scenarios,
                collaboration,
                former);
    }

    /** The same context with other queries. */
    public ContextSpec withQueries(List<QuerySpec> newQueries) {
        return new ContextSpec(
                span,
                name,
                subdomain,
                description,
                options,
                types,
                values,
                aggregates,
                events,
                commands,
                readModels,
                drops,
                newQueries,
                scenarios,
                collaboration,
                former);
    }

    /**
     * What a project is made of; keys of a workspace, or of a context that stands alone.
     *
     * @param generated where what is generated belongs
     */
    public record OptionsSpec(
            Optional<Text> packageName,
            Optional<Text> java,
            Optional<Text> target,
            Optional<Text> database,
            Optional<Text> generated) {
        /** All that is said, in this order. */
        public Stream<Text> said() {
            return Stream.of(packageName, java, target, database, generated)
                    .flatMap(Optional::stream);
        }
    }

    /** An enum: a list under {@code types}. */
    public record TypeSpec(Text name, List<Text> values) {
        /** Takes a copy of the values. */
        public TypeSpec {
            values = List.copyOf(values);
        }
    }

    /**
     * A value object: a map under {@code types}; or a typed scalar: a text there.
     *
     * @param fields the fields; the only one of a typed scalar is called {@code value}
     * @param scalar whether it is a typed scalar
     * @param owned whether its methods are the team's
     */
    public record ValueObjectSpec(
            Text name, List<FieldSpec> fields, boolean scalar, boolean owned) {
        /** Takes a copy of the fields. */
        public ValueObjectSpec {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field with its type.
     *
     * @param type the parsed type expression
     */
    public record FieldSpec(Text name, TypeExpression type) {}

    /**
     * An aggregate.
     *
     * @param id the name of its id's type
     * @param fields absent where nothing was said; an empty map is something said
     * @param entities what is inside it and has an identity of its own
     * @param unique the fields in which no two of them have the same value
     */
    public record AggregateSpec(
            Text name,
            Optional<Text> description,
            Optional<IdSpec> id,
            Optional<List<FieldSpec>> fields,
            List<EntitySpec> entities,
            Optional<LifecycleSpec> lifecycle,
            List<GuardSpec> invariants,
            List<Text> unique,
            Optional<Text> persistence) {
        /** Takes copies of the lists. */
        public AggregateSpec {
            entities = List.copyOf(entities);
            invariants = List.copyOf(invariants);
            unique = List.copyOf(unique);
        }

        /** Whether its events are kept, and its state is made of them. */
        public boolean isKeptAsEvents() {
            return persistence.filter(said -> said.value().equals("events")).isPresent();
        }

        /** The same aggregate with another type of its id. */
        public AggregateSpec withId(IdSpec newId) {
            return new AggregateSpec(
                    name,
                    description,
                    Optional.of(newId),
                    fields,
                    entities,
                    lifecycle,
                    invariants,
                    unique,
                    persistence);
        }

        /** The same aggregate with other entities. */
        public AggregateSpec withEntities(List<EntitySpec> newEntities) {
            return new AggregateSpec(
                    name,
                    description,
                    id,
                    fields,
                    newEntities,
                    lifecycle,
                    invariants,
                    unique,
                    persistence);
        }

        /** The same aggregate with fields and states. */
        public AggregateSpec withState(
                List<FieldSpec> newFields, Optional<LifecycleSpec> newLifecycle) {
            return new AggregateSpec(
                    name,
                    description,
                    id,
                    Optional.of(newFields),
                    entities,
                    newLifecycle,
                    invariants,
                    unique,
                    persistence);
        }
    }

    /**
     * An entity inside an aggregate.
     *
     * @param id the name of its id's type
     */
    public record EntitySpec(
            Text name, Optional<Text> description, Optional<IdSpec> id, List<FieldSpec> fields) {
        /** Takes a copy of the fields. */
        public EntitySpec {
            fields = List.copyOf(fields);
        }

        /** The same entity with another type of its id. */
        public EntitySpec withId(IdSpec newId) {
            return new EntitySpec(name, description, Optional.of(newId), fields);
        }
    }

    /**
     * The type of an id.
     *
     * @param name what it is called
     * @param value what it is written as, called as the id is; absent for a {@code uuid}
     */
    public record IdSpec(Text name, Optional<FieldSpec> value) {
        /** A {@code uuid} of that name. */
        public static IdSpec uuid(Text name) {
            return new IdSpec(name, Optional.empty());
        }
    }

    /** Which field holds the state of the lifecycle, and the value with which it begins. */
    public record LifecycleSpec(SourceSpan span, Text field, Text initial) {}

    /**
     * A domain event.
     *
     * @param to the state into which it moves the lifecycle
     * @param sets the fields of the aggregate that get computed values
     * @param deletes {@code true} if it ends its aggregate
     * @param visibility {@code public} or {@code private}
     * @param version a whole number from 1; absent for 1
     * @param upcasts the forms that it had before
     */
    public record EventSpec(
            Text name,
            Optional<Text> description,
            Optional<List<FieldSpec>> fields,
            Optional<Text> to,
            List<SetSpec> sets,
            Optional<Text> deletes,
            Optional<Text> visibility,
            Optional<Text> version,
            List<UpcastSpec> upcasts) {

        /** Takes copies of the lists. */
        public EventSpec {
            sets = List.copyOf(sets);
            upcasts = List.copyOf(upcasts);
        }

        /** Whether it ends its aggregate. */
        public boolean isEnd() {
            return deletes.filter(said -> said.value().equals("true")).isPresent();
        }

        /** The same event with the state that it leads to. */
        public EventSpec withTo(Text newTo) {
            return new EventSpec(
                    name,
                    description,
                    fields,
                    Optional.of(newTo),
                    sets,
                    deletes,
                    visibility,
                    version,
                    upcasts);
        }

        /** The same event, saying who may hear of it. */
        public EventSpec withVisibility(Text newVisibility) {
            return new EventSpec(
                    name,
                    description,
                    fields,
                    to,
                    sets,
                    deletes,
                    Optional.of(newVisibility),
                    version,
                    upcasts);
        }
    }

    /**
     * A form that an event had before.
     *
     * @param version of that form, a whole number from 1
     * @param fields what it carried then
     * @param sets the fields of the present form that are computed
     */
    public record UpcastSpec(Text version, Optional<List<FieldSpec>> fields, List<SetSpec> sets) {
        /** Takes a copy of what it sets. */
        public UpcastSpec {
            sets = List.copyOf(sets);
        }
    }

    /**
     * A command.
     *
     * @param creates {@code always}, {@code ifAbsent} or {@code never}
     * @param from where it is accepted; absent means everywhere
     * @param guards what must hold for it, in the order in which it is checked
     * @param emits absent where nothing was said; an empty list says that it emits nothing
     */
    public record CommandSpec(
            Text name,
            Optional<Text> description,
            Optional<Text> aggregate,
            Optional<Text> creates,
            Optional<FromSpec> from,
            List<GuardSpec> guards,
            Optional<List<FieldSpec>> fields,
            Optional<EmitsSpec> emits) {

        /** Takes a copy of the guards. */
        public CommandSpec {
            guards = List.copyOf(guards);
        }

        /** The same command with the aggregate that it goes to. */
        public CommandSpec withAggregate(Text newAggregate) {
            return new CommandSpec(
                    name,
                    description,
                    Optional.of(newAggregate),
                    creates,
                    from,
                    guards,
                    fields,
                    emits);
        }

        /** The same command, saying whether it creates. */
        public CommandSpec withCreates(Text newCreates) {
            return new CommandSpec(
                    name,
                    description,
                    aggregate,
                    Optional.of(newCreates),
                    from,
                    guards,
                    fields,
                    emits);
        }

        /** The same command with the events that it emits. */
        public CommandSpec withEmits(EmitsSpec newEmits) {
            return new CommandSpec(
                    name,
                    description,
                    aggregate,
                    creates,
                    from,
                    guards,
                    fields,
                    Optional.of(newEmits));
        }
    }

    /**
     * What must hold.
     *
     * @param name the name that it is rejected by otherwise
     */
    public record GuardSpec(Text name, ExpressionSpec holds) {}

    /** A field that gets a computed value. */
    public record SetSpec(Text field, ExpressionSpec value) {}

    /**
     * Where a command is accepted.
     *
     * @param states no state means all of them
     * @param rejects the name of the rejection in any other state; absent for the common one
     */
    public record FromSpec(List<Text> states, Optional<Text> rejects) {
        /** Takes a copy of the states. */
        public FromSpec {
            states = List.copyOf(states);
        }
    }

    /**
     * The events of a command.
     *
     * @param alternatives true for {@code oneOf}: one of them; false: all of them, in order
     * @param conditions what must hold for some of the alternatives
     * @param fillings what is said about the fields of some of them
     */
    public record EmitsSpec(
            SourceSpan span,
            boolean alternatives,
            List<Text> events,
            List<ConditionSpec> conditions,
            List<FillingSpec> fillings) {
        /** Takes copies of the lists. */
        public EmitsSpec {
            events = List.copyOf(events);
            conditions = List.copyOf(conditions);
            fillings = List.copyOf(fillings);
        }

        /** Events of which no more is said. */
        public EmitsSpec(SourceSpan span, boolean alternatives, List<Text> events) {
            this(span, alternatives, events, List.of(), List.of());
        }

        /** What must hold for an alternative. */
        public Optional<ExpressionSpec> condition(Text event) {
            return conditions.stream()
                    .filter(condition -> condition.event().equals(event))
                    .map(ConditionSpec::holds)
                    .findFirst();
        }

        /** What is said about the fields of an event. */
        public List<SetSpec> with(Text event) {
            return fillings.stream()
                    .filter(filling -> filling.event().equals(event))
                    .flatMap(filling -> filling.with().stream())
                    .toList();
        }
    }

    /** What must hold for an event that is one of several alternatives. */
    public record ConditionSpec(Text event, ExpressionSpec holds) {}

    /** The fields of an emitted event that get computed values. */
    public record FillingSpec(Text event, List<SetSpec> with) {
        /** Takes a copy of the fields. */
        public FillingSpec {
            with = List.copyOf(with);
        }
    }

    /**
     * A read model: the field that identifies a row, its fields, and the events it is built from.
     */
    public record ReadModelSpec(
            Text name,
            Optional<Text> description,
            Optional<Text> key,
            Optional<List<FieldSpec>> fields,
            Optional<List<ProjectionSpec>> projects) {}

    /**
     * An event that a read model is built from.
     *
     * @param sets the fields of the row that get computed values
     * @param deletes {@code true} if it takes the row out
     */
    public record ProjectionSpec(Text event, List<SetSpec> sets, Optional<Text> deletes) {
        /** Takes a copy of what it sets. */
        public ProjectionSpec {
            sets = List.copyOf(sets);
        }

        /** An event that does to the row what it does to the aggregate. */
        public static ProjectionSpec of(Text event) {
            return new ProjectionSpec(event, List.of(), Optional.empty());
        }

        /** Whether it takes the row out. */
        public boolean isEnd() {
            return deletes.filter(said -> said.value().equals("true")).isPresent();
        }
    }

    /**
     * A query.
     *
     * @param by the fields it selects by
     * @param returns the read model, with {@code []} behind it for a list
     * @param sort a field, with {@code -} before it for descending order
     * @param page how many rows a page holds
     */
    public record QuerySpec(
            Text name,
            Optional<Text> description,
            Optional<List<FilterSpec>> by,
            Optional<Text> returns,
            Optional<Text> sort,
            Optional<Text> page) {}

    /**
     * A field that a query selects by.
     *
     * @param optional whether a caller may leave it out
     * @param match {@code range} or {@code contains}; absent for equality
     */
    public record FilterSpec(Text field, boolean optional, Optional<Text> match) {
        /** A field that is compared for equality, and that callers say. */
        public static FilterSpec equal(Text field) {
            return new FilterSpec(field, false, Optional.empty());
        }

        /** Whether it selects what has one value in a field, and nothing else. */
        public boolean isExactly(String name) {
            return !optional && match.isEmpty() && field.value().equals(name);
        }
    }

    /**
     * An example of what the context does.
     *
     * @param name a phrase
     * @param given what happened before, the first event first
     * @param when the command
     * @param then what it leads to
     */
    public record ScenarioSpec(
            Text name, List<MessageSpec> given, MessageSpec when, OutcomeSpec then) {
        /** Takes a copy of the events. */
        public ScenarioSpec {
            given = List.copyOf(given);
        }
    }

    /** An event or a command by its name, with the values that matter. */
    public record MessageSpec(Text name, List<ValueSpec> values) {
        /** Takes a copy of the values. */
        public MessageSpec {
            values = List.copyOf(values);
        }
    }

    /**
     * The value of a field.
     *
     * @param value absent where it is said that there is none
     */
    public record ValueSpec(Text field, Optional<SaidSpec> value) {}

    /** What a scenario says of a value. */
    public sealed interface SaidSpec {
        /** Where it stands. */
        SourceSpan span();
    }

    /** A value of one part. */
    public record PlainSpec(Text text) implements SaidSpec {
        @Override
        public SourceSpan span() {
            return text.span();
        }
    }

    /** The items of a list. */
    public record ItemsSpec(SourceSpan span, List<SaidSpec> items) implements SaidSpec {
        /** Takes a copy of the items. */
        public ItemsSpec {
            items = List.copyOf(items);
        }
    }

    /** The parts of a value object that matter. */
    public record PartsSpec(SourceSpan span, List<ValueSpec> parts) implements SaidSpec {
        /** Takes a copy of the parts. */
        public PartsSpec {
            parts = List.copyOf(parts);
        }
    }

    /** What a command leads to. */
    public sealed interface OutcomeSpec {}

    /** All events, in order. */
    public record EventsSpec(SourceSpan span, List<MessageSpec> events) implements OutcomeSpec {
        /** Takes a copy of the events. */
        public EventsSpec {
            events = List.copyOf(events);
        }
    }

    /** A rejection of that name. */
    public record RejectedSpec(Text name) implements OutcomeSpec {}
}
