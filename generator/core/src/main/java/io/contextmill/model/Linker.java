package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Quoted;
import io.contextmill.diagnostic.Validated;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.AggregateModel.Persistence;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.CommandModel.Emission;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.EventModel.EarlierForm;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.WorkspaceModel.Database;
import io.contextmill.model.WorkspaceModel.Generated;
import io.contextmill.model.WorkspaceModel.Options;
import io.contextmill.model.WorkspaceModel.Target;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EmitsSpec;
import io.contextmill.spec.ContextSpec.EntitySpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.FromSpec;
import io.contextmill.spec.ContextSpec.OptionsSpec;
import io.contextmill.spec.Text;
import io.contextmill.spec.WorkspaceSpec;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the model of what was written: everything that was left out is inferred, every reference is
 * resolved, and what does not fit together is reported. All findings come at once; a model comes
 * only without errors among them.
 *
 * <p>The identity of an aggregate is part of each of its commands and events, listed or not, and
 * the model's fields leave it out. A listed field is that identity if it has the id's type and is
 * called as the aggregate is ({@code order} for {@code Order}), or is the only field of that type.
 */
public final class Linker {
    /** The problems that services have whatever their spec. */
    private static final Set<String> COMMON_REJECTIONS =
            Set.of(
                    "IdempotencyKeyReused",
                    "IllegalTransition",
                    "InternalServerError",
                    "InvalidRequest",
                    "MalformedIdempotencyKey",
                    "MalformedPrecondition",
                    "NotDecidedYet",
                    "OptimisticLockConflict",
                    "ValueOutOfRange");

    /** What follows the name of an aggregate in the problems that it has whatever the spec says. */
    private static final List<String> AGGREGATE_REJECTIONS =
            List.of("NotFound", "AlreadyExists", "NoLongerExists");

    private final ContextSpec spec;
    private final List<Diagnostic> findings;
    private final EventOwners owners;
    private final Map<String, EnumType> enums = new LinkedHashMap<>();
    private final Map<String, IdType> ids = new LinkedHashMap<>();
    private final Map<String, IdType> entityIds = new LinkedHashMap<>();
    private final TypeResolver types;
    private final ValueObjects valueObjects;
    private final List<Type.ValueType> values;
    private final BehaviourLinker behaviour;
    private final ImpliedInvariants implied;
    private final Moments moments;
    private final Hints hints;

    private Linker(ContextSpec complete, List<Diagnostic> findings) {
        this.spec = complete;
        this.findings = findings;
        this.owners = new EventOwners(complete);
        this.moments = new Moments(findings);
        this.hints = new Hints(DropLinker.names(complete).collect(Collectors.toSet()));
        complete.types()
                .forEach(
                        type ->
                                enums.putIfAbsent(
                                        type.name().value(),
                                        new EnumType(
                                                type.name().value(),
                                                type.values().stream().map(Text::value).toList(),
                                                type.name().span())));
        this.types = new TypeResolver(List.copyOf(enums.values()), hints, findings);
        IdentityTypes identities = new IdentityTypes(complete, types, findings);
        for (AggregateSpec aggregate : complete.aggregates()) {
            String name = aggregate.name().value();
            aggregate.id().ifPresent(id -> ids.putIfAbsent(name, identities.of(id, name)));
            for (EntitySpec entity : aggregate.entities()) {
                String inside = entity.name().value();
                entity.id()
                        .ifPresent(id -> entityIds.putIfAbsent(inside, identities.of(id, inside)));
            }
        }
        ids.values().forEach(types::learn);
        entityIds.values().forEach(types::learn);
        this.valueObjects = new ValueObjects(complete, entityIds, types, findings);
        this.values = valueObjects.resolve();
        this.behaviour =
                new BehaviourLinker(
                        new ExpressionCompiler(
                                List.copyOf(enums.values()), values, hints, findings),
                        hints,
                        findings);
        this.implied =
                new ImpliedInvariants(
                        complete,
                        new ExpressionCompiler(
                                List.copyOf(enums.values()), values, hints, new ArrayList<>()),
                        findings);
    }

    /**
     * The model of a spec, and of what it was before things in it were renamed. What one context
     * says is linked for itself; contexts know each other by name only.
     */
    public static Validated<WorkspaceModel> link(WorkspaceSpec spec) {
        Validated<WorkspaceModel> now = linked(spec);
        if (now.value().isEmpty()
                || spec.contexts().stream()
                        .allMatch(context -> context.collaboration().renames().isEmpty())) {
            return now;
        }
        Validated<WorkspaceModel> then =
                spec.former().map(Linker::linked).orElseGet(() -> Validated.failed(List.of()));
        List<Diagnostic> findings = new ArrayList<>(now.diagnostics());
        if (then.value().isEmpty()) {
            String why =
                    then.diagnostics().stream()
                            .filter(Diagnostic::isError)
                            .findFirst()
                            .map(Diagnostic::message)
                            .orElse("with the former names it is no spec");
            FormerNameChecks.notFollowed(spec.contexts(), why, findings);
        }
        return Validated.of(now.value().get().withFormer(then.value()), findings);
    }

    private static Validated<WorkspaceModel> linked(WorkspaceSpec spec) {
        List<Diagnostic> findings = SpecSize.check(spec);
        if (!findings.isEmpty()) {
            return Validated.failed(findings);
        }
        DeclaredNames.checkContexts(spec.contexts(), findings);
        Options options = options(ProjectInference.complete(spec, findings));
        List<ContextModel> contexts = new ArrayList<>();
        List<ContextSpec> all = new ArrayList<>();
        for (ContextSpec context : spec.contexts()) {
            DeclaredNames.check(context, findings);
            FormerNameChecks.check(context, findings);
            ContextSpec complete = Inference.complete(context, spec.alone(), findings);
            all.add(complete);
            contexts.add(new Linker(complete, findings).context());
        }
        CollaborationLinker.check(all, findings);
        return findings.stream().anyMatch(Diagnostic::isError)
                ? Validated.failed(findings)
                : Validated.of(
                        new WorkspaceModel(spec.name().value(), spec.alone(), options, contexts),
                        findings);
    }

    private ContextModel context() {
        Text name = spec.name();
        if (spec.aggregates().isEmpty()) {
            findings.add(
                    LinkRules.CONTEXT_WITHOUT_AGGREGATE.at(
                            name.span(),
                            quoted(name.value()) + " has no aggregate",
                            "name at least one, as in `aggregates: [" + name.value() + "]`"));
        }
        Map<String, AggregateShape> shapes = shapes();
        Map<String, EventModel> events = events(shapes);
        Map<String, List<CommandModel>> commands = commands(shapes, events);
        List<AggregateModel> aggregates = new ArrayList<>();
        for (AggregateShape shape : shapes.values()) {
            List<CommandModel> own = commands.getOrDefault(shape.name(), List.of());
            List<EventModel> happening =
                    events.values().stream()
                            .filter(event -> event.aggregate().equals(shape.name()))
                            .map(event -> withExpressions(withRoles(event, own), shape))
                            .toList();
            AggregateModel aggregate =
                    shape.with(behaviour.invariants(shape.spec(), shape.fields()), own, happening);
            new StateChecks(aggregate, findings).check();
            aggregates.add(implied.complete(aggregate));
        }
        List<ReadModel> readModels =
                new ReadModelLinker(spec, types, aggregates, behaviour, hints, findings)
                        .readModels();
        return new ContextModel(
                name.value(),
                spec.subdomain().map(Text::value),
                spec.description().map(Text::value),
                List.copyOf(enums.values()),
                values,
                aggregates,
                readModels,
                new DropLinker(spec, aggregates, readModels, findings).drops(),
                new QueryLinker(spec, readModels, hints, findings).queries(),
                new ScenarioLinker(spec, aggregates, hints, findings).scenarios(),
                name.span());
    }

    private static Options options(OptionsSpec complete) {
        // The decoder lets only known words through, of which there is one each for target and
        // database so far.
        return new Options(
                value(complete.packageName()),
                Integer.parseInt(value(complete.java())),
                Target.SPRING_BOOT,
                Database.POSTGRESQL,
                complete.generated()
                        .filter(word -> word.value().equals("build"))
                        .map(build -> Generated.BUILD)
                        .orElse(Generated.SOURCE));
    }

    private static String value(Optional<Text> text) {
        return text.map(Text::value).orElseThrow();
    }

    /** An aggregate as far as it can be said without its commands and events. */
    private record AggregateShape(
            AggregateSpec spec,
            IdType id,
            List<FieldModel> fields,
            Optional<Lifecycle> lifecycle,
            List<String> unique) {
        String name() {
            return spec.name().value();
        }

        AggregateModel with(
                List<Guard> invariants, List<CommandModel> commands, List<EventModel> events) {
            return new AggregateModel(
                    name(),
                    spec.description().map(Text::value),
                    id,
                    fields,
                    lifecycle,
                    invariants,
                    unique,
                    spec.isKeptAsEvents() ? Persistence.EVENTS : Persistence.STATE,
                    commands,
                    events,
                    spec.name().span());
        }
    }

    private Map<String, AggregateShape> shapes() {
        Map<String, AggregateShape> shapes = new LinkedHashMap<>();
        for (AggregateSpec aggregate : spec.aggregates()) {
            String name = aggregate.name().value();
            IdType id = ids.get(name);
            if (id != null && !shapes.containsKey(name)) {
                List<FieldModel> fields =
                        fieldsWithoutIdentity(aggregate.name(), aggregate.fields(), id);
                shapes.put(
                        name,
                        new AggregateShape(
                                aggregate,
                                id,
                                fields,
                                lifecycle(aggregate, fields),
                                new UniqueFields(aggregate, fields, hints, findings).resolve()));
            }
        }
        return shapes;
    }

    private Optional<Lifecycle> lifecycle(AggregateSpec aggregate, List<FieldModel> fields) {
        if (aggregate.lifecycle().isEmpty()) {
            return Optional.empty();
        }
        Text field = aggregate.lifecycle().get().field();
        Text initial = aggregate.lifecycle().get().initial();
        Optional<FieldModel> holder =
                fields.stream()
                        .filter(candidate -> candidate.name().equals(field.value()))
                        .findFirst();
        if (holder.isEmpty()) {
            findings.add(
                    hints.unknownIn(
                            aggregate.name().value(),
                            ReferenceRules.UNKNOWN_FIELD,
                            field,
                            "field",
                            fields.stream().map(FieldModel::name).toList()));
            return Optional.empty();
        }
        if (!(holder.get().type() instanceof EnumType states) || holder.get().optional()) {
            findings.add(
                    LinkRules.LIFECYCLE_NOT_AN_ENUM
                            .at(
                                    field.span(),
                                    "the lifecycle's field "
                                            + quoted(field.value())
                                            + " is not a required enum",
                                    "give it the type of an enum without `?`")
                            .relatedTo(holder.get().origin(), "the field is declared here"));
            return Optional.empty();
        }
        checkState(initial, states);
        holder.get()
                .defaultValue()
                .filter(value -> !value.equals(initial.value()))
                .ifPresent(
                        value ->
                                findings.add(
                                        TypeRules.UNFITTING_DEFAULT
                                                .at(
                                                        holder.get().origin(),
                                                        quoted(value)
                                                                + " cannot be the default of "
                                                                + quoted(field.value())
                                                                + ": its lifecycle begins with "
                                                                + quoted(initial.value()),
                                                        "take the default away")
                                                .relatedTo(
                                                        initial.span(),
                                                        "where it begins is said here")));
        return Optional.of(new Lifecycle(field.value(), states, initial.value()));
    }

    private void checkState(Text state, EnumType states) {
        if (!states.values().contains(state.value())) {
            findings.add(
                    hints.unknownIn(
                            states.name(),
                            ReferenceRules.UNKNOWN_STATE,
                            state,
                            "value",
                            states.values()));
        }
    }

    private Map<String, EventModel> events(Map<String, AggregateShape> shapes) {
        Map<String, EventModel> events = new LinkedHashMap<>();
        for (EventSpec event : spec.events()) {
            Optional<AggregateShape> shape = owners.owner(event).map(shapes::get);
            if (shape.isEmpty()) {
                continue;
            }
            event.to().ifPresent(to -> checkTransition(to, "to", shape.get()));
            events.putIfAbsent(
                    event.name().value(),
                    new EventModel(
                            event.name().value(),
                            event.description().map(Text::value),
                            shape.get().name(),
                            moments.carried(
                                    event,
                                    shape.get().fields(),
                                    fieldsWithoutIdentity(
                                            event.name(), event.fields(), shape.get().id())),
                            event.to().map(Text::value),
                            List.of(),
                            event.isEnd(),
                            event.visibility()
                                    .filter(said -> said.value().equals("public"))
                                    .isPresent(),
                            event.version().map(said -> Integer.parseInt(said.value())).orElse(1),
                            List.of(),
                            false,
                            false,
                            event.name().span()));
        }
        return events;
    }

    private void checkFrom(
            CommandSpec command, Text state, AggregateShape shape, Map<String, EventModel> events) {
        checkTransition(state, "from", shape);
        Optional<Lifecycle> lifecycle =
                shape.lifecycle()
                        .filter(known -> known.states().values().contains(state.value()))
                        .filter(known -> !known.initial().equals(state.value()));
        boolean reached =
                events.values().stream()
                        .filter(event -> event.aggregate().equals(shape.name()))
                        .anyMatch(event -> event.to().filter(state.value()::equals).isPresent());
        if (lifecycle.isPresent() && !reached) {
            findings.add(
                    LinkRules.FROM_UNREACHABLE_STATE.at(
                            state.span(),
                            quoted(command.name().value())
                                    + " waits for "
                                    + quoted(state.value())
                                    + ", to which no event leads "
                                    + quoted(shape.name()),
                            "say `to: " + state.value() + "` on an event, or take the state away"));
        }
    }

    /** A name that problem documents have already would mean two things to callers. */
    private void checkRejection(Text name) {
        Optional<String> owner =
                ids.keySet().stream()
                        .filter(
                                aggregate ->
                                        AGGREGATE_REJECTIONS.stream()
                                                .map(aggregate::concat)
                                                .anyMatch(name.value()::equals))
                        .findFirst()
                        .map(Quoted::quoted);
        if (owner.isEmpty()) {
            owner =
                    spec.aggregates().stream()
                            .filter(aggregate -> hasTaken(aggregate, name.value()))
                            .map(aggregate -> quoted(aggregate.name().value()))
                            .findFirst();
        }
        if (owner.isEmpty() && COMMON_REJECTIONS.contains(name.value())) {
            owner = Optional.of("every service");
        }
        owner.ifPresent(
                holder ->
                        findings.add(
                                LinkRules.REJECTION_NAME_TAKEN.at(
                                        name.span(),
                                        quoted(name.value())
                                                + " is a rejection that "
                                                + holder
                                                + " has anyway, with a meaning of its own",
                                        "use another name")));
    }

    private static boolean hasTaken(AggregateSpec aggregate, String rejection) {
        return aggregate.unique().stream()
                .map(field -> AggregateModel.taken(aggregate.name().value(), field.value()))
                .anyMatch(rejection::equals);
    }

    private void checkTransition(Text state, String key, AggregateShape shape) {
        if (shape.lifecycle().isPresent()) {
            checkState(state, shape.lifecycle().get().states());
        } else if (shape.spec().lifecycle().isEmpty()) {
            findings.add(
                    LinkRules.NO_LIFECYCLE.at(
                            state.span(),
                            quoted(key)
                                    + " names a state, but "
                                    + quoted(shape.name())
                                    + " has no lifecycle",
                            "say which field of the aggregate holds its state, as in"
                                    + " `lifecycle: {field: status, initial: "
                                    + state.value()
                                    + "}`"));
        }
    }

    private Map<String, List<CommandModel>> commands(
            Map<String, AggregateShape> shapes, Map<String, EventModel> events) {
        Map<String, List<CommandModel>> commands = new LinkedHashMap<>();
        for (CommandSpec command : spec.commands()) {
            Optional<AggregateShape> shape = aggregateOf(command, shapes);
            if (shape.isPresent()) {
                commands.computeIfAbsent(shape.get().name(), any -> new ArrayList<>())
                        .add(command(command, shape.get(), events));
            } else {
                command.emits()
                        .ifPresent(emits -> emits.events().forEach(event -> event(event, events)));
                command.fields().ifPresent(fields -> fields.forEach(types::resolve));
            }
        }
        return commands;
    }

    private Optional<AggregateShape> aggregateOf(
            CommandSpec command, Map<String, AggregateShape> shapes) {
        if (command.aggregate().isEmpty()) {
            if (!shapes.isEmpty()) {
                findings.add(
                        LinkRules.COMMAND_WITHOUT_AGGREGATE.at(
                                command.name().span(),
                                "no aggregate fits the name of the command "
                                        + quoted(command.name().value()),
                                "say `aggregate:` on the command; there is "
                                        + Phrases.names(shapes.keySet())));
            }
            return Optional.empty();
        }
        Text name = command.aggregate().get();
        AggregateShape shape = shapes.get(name.value());
        if (shape == null) {
            findings.add(
                    hints.unknown(
                            ReferenceRules.UNKNOWN_AGGREGATE, name, "aggregate", shapes.keySet()));
        }
        return Optional.ofNullable(shape);
    }

    private CommandModel command(
            CommandSpec command, AggregateShape shape, Map<String, EventModel> events) {
        List<Text> from = command.from().map(FromSpec::states).orElse(List.of());
        from.forEach(state -> checkFrom(command, state, shape, events));
        command.from().flatMap(FromSpec::rejects).ifPresent(this::checkRejection);
        command.guards().forEach(guard -> checkRejection(guard.name()));
        List<FieldModel> fields =
                fieldsWithoutIdentity(command.name(), command.fields(), shape.id(), types::resolve);
        Creation creation =
                switch (command.creates().map(Text::value).orElse("never")) {
                    case "always" -> Creation.ALWAYS;
                    case "ifAbsent" -> Creation.IF_ABSENT;
                    default -> Creation.NEVER;
                };
        if (creation == Creation.ALWAYS) {
            from.stream().findFirst().ifPresent(state -> waitsForAState(command, state, shape));
        }
        return new CommandModel(
                command.name().value(),
                command.description().map(Text::value),
                shape.name(),
                creation,
                from.stream().map(Text::value).toList(),
                command.from().flatMap(FromSpec::rejects).map(Text::value),
                behaviour.guards(
                        command,
                        fields,
                        creation == Creation.ALWAYS
                                ? Optional.empty()
                                : Optional.of(shape.fields()),
                        shape.id()),
                fields,
                emission(command, creation, fields, shape, events),
                command.name().span());
    }

    private void waitsForAState(CommandSpec command, Text state, AggregateShape shape) {
        findings.add(
                LinkRules.FROM_BEFORE_THE_BEGINNING
                        .at(
                                state.span(),
                                quoted(command.name().value())
                                        + " makes "
                                        + quoted(shape.name())
                                        + ", and finds none that is "
                                        + quoted(state.value()),
                                "take `from` away, or `creates: always`")
                        .relatedTo(
                                command.creates().map(Text::span).orElse(command.name().span()),
                                "that it makes one is said here"));
    }

    private Emission emission(
            CommandSpec command,
            Creation creation,
            List<FieldModel> fields,
            AggregateShape shape,
            Map<String, EventModel> events) {
        if (command.emits().isEmpty()) {
            return new Emission(false, List.of());
        }
        EmitsSpec emits = command.emits().get();
        checkConditions(emits);
        List<EmittedEvent> emitted = new ArrayList<>();
        for (int i = 0; i < emits.events().size(); i++) {
            Text name = emits.events().get(i);
            Optional<EventModel> event = event(name, events);
            if (event.isEmpty()) {
                continue;
            }
            if (!event.get().aggregate().equals(shape.name())) {
                findings.add(
                        LinkRules.EVENT_OF_TWO_AGGREGATES
                                .at(
                                        name.span(),
                                        quoted(name.value())
                                                + " is emitted by commands of "
                                                + quoted(event.get().aggregate())
                                                + " and of "
                                                + quoted(shape.name()),
                                        "give each aggregate an event of its own")
                                .relatedTo(event.get().origin(), "the event is declared here"));
                continue;
            }
            boolean begins = creation != Creation.NEVER && (i == 0 || emits.alternatives());
            checkEnd(event.get(), name, begins, emits.alternatives() ? List.of() : emitted);
            List<Computed> with =
                    new ArrayList<>(
                            behaviour.with(
                                    emits.with(name),
                                    event.get(),
                                    scope(command, creation, fields, shape),
                                    shape.lifecycle()));
            Set<String> said =
                    emits.with(name).stream()
                            .map(set -> set.field().value())
                            .collect(Collectors.toSet());
            moments.filling(event.get())
                    .filter(moment -> said.add(moment.field()))
                    .ifPresent(with::add);
            EventFilling filling =
                    new EventFilling(
                            command.name(),
                            fields,
                            shape.fields(),
                            shape.lifecycle(),
                            !begins,
                            said,
                            with,
                            findings);
            emitted.add(
                    new EmittedEvent(
                            name.value(),
                            emits.condition(name)
                                    .flatMap(
                                            holds ->
                                                    behaviour.alternative(
                                                            holds,
                                                            scope(
                                                                    command, creation, fields,
                                                                    shape))),
                            filling.sources(event.get())));
        }
        return new Emission(emits.alternatives() && emitted.size() > 1, emitted);
    }

    /** What an expression about what a command leads to sees. */
    private static ExpressionScope scope(
            CommandSpec command, Creation creation, List<FieldModel> fields, AggregateShape shape) {
        return ExpressionScope.ofCommand(
                creation == Creation.NEVER ? Optional.of(shape.fields()) : Optional.empty(),
                BehaviourLinker.message(command.name(), fields, shape.id()));
    }

    /** Of alternatives either none has a condition, or each but the last. */
    private void checkConditions(EmitsSpec emits) {
        if (emits.conditions().isEmpty()) {
            return;
        }
        Text last = emits.events().get(emits.events().size() - 1);
        for (Text event : emits.events()) {
            boolean said = emits.condition(event).isPresent();
            if (said && event.equals(last)) {
                findings.add(
                        LinkRules.ALTERNATIVES_WITH_GAPS.at(
                                event.span(),
                                quoted(event.value())
                                        + " is the last alternative and has a condition: nothing is left"
                                        + " where it does not hold",
                                "write `"
                                        + event.value()
                                        + "` without a condition, or another event behind it"));
            } else if (!said && !event.equals(last)) {
                findings.add(
                        LinkRules.ALTERNATIVES_WITH_GAPS.at(
                                event.span(),
                                quoted(event.value())
                                        + " has no condition, so that those behind it are never emitted",
                                "write its condition, as in `{"
                                        + event.value()
                                        + ": \"…\"}`, or make it the last"));
            }
        }
    }

    /** What ends an aggregate does not begin it, and nothing happens behind it. */
    private void checkEnd(EventModel event, Text name, boolean begins, List<EmittedEvent> before) {
        if (event.deletes() && begins) {
            findings.add(
                    LinkRules.END_AT_THE_BEGINNING.at(
                            name.span(),
                            quoted(event.name())
                                    + " ends "
                                    + quoted(event.aggregate())
                                    + ", and this command emits it where there is none",
                            "say `creates: never` on the command, or let another event come first"));
        }
        before.stream()
                .map(EmittedEvent::event)
                .filter(
                        earlier ->
                                spec.events().stream()
                                        .filter(EventSpec::isEnd)
                                        .anyMatch(end -> end.name().value().equals(earlier)))
                .findFirst()
                .ifPresent(
                        end ->
                                findings.add(
                                        LinkRules.EVENT_BEHIND_THE_END.at(
                                                name.span(),
                                                quoted(event.name())
                                                        + " would happen behind "
                                                        + quoted(end)
                                                        + ", which ends "
                                                        + quoted(event.aggregate()),
                                                "let " + quoted(end) + " come last")));
    }

    private Optional<EventModel> event(Text name, Map<String, EventModel> events) {
        EventModel event = events.get(name.value());
        if (event == null
                && spec.events().stream()
                        .noneMatch(known -> known.name().value().equals(name.value()))) {
            findings.add(
                    hints.unknown(
                            ReferenceRules.UNKNOWN_EVENT,
                            name,
                            "event",
                            spec.events().stream().map(known -> known.name().value()).toList()));
        }
        return Optional.ofNullable(event);
    }

    /** The event with what it computes, and with the forms that it had before. */
    private EventModel withExpressions(EventModel event, AggregateShape shape) {
        Optional<EventSpec> written =
                spec.events().stream()
                        .filter(candidate -> candidate.name().span().equals(event.origin()))
                        .findFirst();
        if (written.isEmpty()) {
            return event;
        }
        List<Computed> sets =
                behaviour.sets(
                        written.get(),
                        shape.fields(),
                        event.fields(),
                        shape.lifecycle(),
                        shape.id(),
                        event.creates());
        UniqueFields.checkComputed(written.get(), shape.unique(), findings);
        List<EarlierForm> earlier =
                new UpcastLinker(behaviour, findings)
                        .link(
                                written.get(),
                                event,
                                shape.id(),
                                shape.spec().isKeptAsEvents(),
                                listed ->
                                        fieldsWithoutIdentity(
                                                written.get().name(), listed, shape.id()));
        return new EventModel(
                event.name(),
                event.description(),
                event.aggregate(),
                event.fields(),
                event.to(),
                sets,
                event.deletes(),
                event.isPublic(),
                event.version(),
                earlier,
                event.creates(),
                event.changes(),
                event.origin());
    }

    /**
     * The event, knowing whether it begins an aggregate and whether it happens to one that exists.
     */
    private static EventModel withRoles(EventModel event, List<CommandModel> commands) {
        boolean emitted = false;
        boolean creates = false;
        boolean changes = false;
        for (CommandModel command : commands) {
            List<EmittedEvent> events = command.emission().events();
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i).event().equals(event.name())) {
                    boolean first = i == 0 || command.emission().alternatives();
                    emitted = true;
                    creates |= first && command.creation() != Creation.NEVER;
                    changes |= !first || command.creation() != Creation.ALWAYS;
                }
            }
        }
        return new EventModel(
                event.name(),
                event.description(),
                event.aggregate(),
                event.fields(),
                event.to(),
                event.sets(),
                event.deletes(),
                event.isPublic(),
                event.version(),
                event.earlier(),
                creates,
                changes || !emitted,
                event.origin());
    }

    /**
     * The fields of an aggregate, command or event, resolved, less the identity of the aggregate.
     */
    private List<FieldModel> fieldsWithoutIdentity(
            Text owner, Optional<List<FieldSpec>> listed, IdType id) {
        return fieldsWithoutIdentity(owner, listed, id, types::resolve);
    }

    private List<FieldModel> fieldsWithoutIdentity(
            Text owner,
            Optional<List<FieldSpec>> listed,
            IdType id,
            Function<FieldSpec, Optional<FieldModel>> resolve) {
        listed.orElse(List.of())
                .forEach(field -> valueObjects.checkHeld(field, Optional.of(id.aggregate())));
        List<FieldModel> fields =
                listed.orElse(List.of()).stream().map(resolve).flatMap(Optional::stream).toList();
        String name = id.fieldName();
        List<FieldModel> ofIdType =
                fields.stream().filter(field -> field.type().equals(id)).toList();
        Optional<FieldModel> identity =
                ofIdType.stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .or(
                                () ->
                                        ofIdType.size() == 1
                                                ? Optional.of(ofIdType.get(0))
                                                : Optional.empty());
        identity.ifPresent(field -> checkIdentity(owner, field, name, id));
        List<FieldModel> others =
                fields.stream().filter(field -> !isSame(identity, field)).toList();
        others.stream()
                .filter(field -> Words.fold(field.name()).equals(Words.fold(name)))
                .forEach(
                        field ->
                                findings.add(
                                        LinkRules.IDENTITY_NAME_TAKEN.at(
                                                field.origin(),
                                                quoted(owner.value() + "." + field.name())
                                                        + " is called as the identity of "
                                                        + quoted(id.aggregate())
                                                        + " is, which is there without being listed",
                                                "give it the type `"
                                                        + id.name()
                                                        + "` if it is meant, or rename it")));
        return others;
    }

    private static boolean isSame(Optional<FieldModel> identity, FieldModel field) {
        return identity.filter(found -> found.name().equals(field.name())).isPresent();
    }

    private void checkIdentity(Text owner, FieldModel field, String name, IdType id) {
        if (field.optional()) {
            findings.add(
                    TypeRules.OPTIONAL_IDENTITY.at(
                            field.origin(),
                            quoted(owner.value() + "." + field.name())
                                    + " is the identity of "
                                    + quoted(id.aggregate())
                                    + " and cannot be missing",
                            "take the `?` away"));
        }
        if (!field.name().equals(name) && !owner.value().equals(id.aggregate())) {
            findings.add(
                    LinkRules.IDENTITY_RENAMED.at(
                            field.origin(),
                            quoted(owner.value() + "." + field.name())
                                    + " is the identity of "
                                    + quoted(id.aggregate())
                                    + " and is called "
                                    + quoted(name)
                                    + " in what is generated",
                            "call it `" + name + "`, or leave it out"));
        }
    }
}
