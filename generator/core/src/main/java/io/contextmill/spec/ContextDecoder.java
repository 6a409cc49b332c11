package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Validated;
import io.contextmill.source.Findings;
import io.contextmill.source.Node;
import io.contextmill.source.Node.Entry;
import io.contextmill.source.Node.Mapping;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.Node.Sequence;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.ConditionSpec;
import io.contextmill.spec.ContextSpec.EmitsSpec;
import io.contextmill.spec.ContextSpec.EntitySpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.FillingSpec;
import io.contextmill.spec.ContextSpec.FilterSpec;
import io.contextmill.spec.ContextSpec.FromSpec;
import io.contextmill.spec.ContextSpec.GuardSpec;
import io.contextmill.spec.ContextSpec.IdSpec;
import io.contextmill.spec.ContextSpec.LifecycleSpec;
import io.contextmill.spec.ContextSpec.OptionsSpec;
import io.contextmill.spec.ContextSpec.ProjectionSpec;
import io.contextmill.spec.ContextSpec.QuerySpec;
import io.contextmill.spec.ContextSpec.ReadModelSpec;
import io.contextmill.spec.ContextSpec.ScenarioSpec;
import io.contextmill.spec.ContextSpec.TypeSpec;
import io.contextmill.spec.ContextSpec.UpcastSpec;
import io.contextmill.spec.ContextSpec.ValueObjectSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decodes the nodes of one context, by the type that is expected in each place.
 *
 * <p>All findings come at once: a part that cannot be understood is left out and the rest is
 * decoded. The value is absent only if the nodes are no context, or something has a name that no
 * later step could work with. A key of the language that nothing is generated for yet is an error,
 * never ignored.
 */
final class ContextDecoder {
    /** What expressions, and Java, call the value of a typed scalar. */
    private static final String SCALAR_FIELD = "value";

    private static final String ID_TYPE = "the type of an id";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String FROM_ONE = "it should be a whole number from 1";
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,2}|1000");
    private static final Pattern SORT = Pattern.compile("-?[a-z][A-Za-z0-9]*");
    private static final Pattern RETURNS = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\[])?");
    private static final Pattern FILTER =
            Pattern.compile("([a-z][A-Za-z0-9]*)(\\?)?(?::\\s*(range|contains))?");

    private final Findings findings = new Findings();
    private final Values values = new Values(findings);
    private final CollaborationDecoder collaboration = new CollaborationDecoder(findings, values);

    private final List<DropSpec> drops = new ArrayList<>();

    private ContextDecoder() {}

    /** Decodes a context that says its name itself. */
    static Validated<ContextSpec> decode(Node root) {
        return withFormer(decoded(root), names -> decoded(names.undone(root)));
    }

    private static Validated<ContextSpec> decoded(Node root) {
        ContextDecoder decoder = new ContextDecoder();
        if (!(root instanceof Mapping map)) {
            decoder.findings.add(
                    SpecRules.WRONG_SHAPE.at(
                            root.span(),
                            "a spec should be a map, not " + root.kind(),
                            "begin with `context:` and a name"));
            return decoder.findings.withoutValue();
        }
        Entries entries = Entries.of(map, Vocabulary.CONTEXT, decoder.findings);
        return decoder.context(decoder.contextName(map, entries), entries);
    }

    /** Decodes the detail of a context that a workspace names. */
    static Validated<ContextSpec> decode(Entry named) {
        return withFormer(
                decoded(named),
                names -> decoded(new Entry(named.key(), names.undone(named.value()))));
    }

    private static Validated<ContextSpec> decoded(Entry named) {
        ContextDecoder decoder = new ContextDecoder();
        Text name = decoder.values.name(named.key(), NameForm.PASCAL, "a context");
        Entries entries =
                decoder.values.detail(named, Vocabulary.NAMED_CONTEXT, quoted(name.value()));
        return decoder.context(Optional.of(name), entries);
    }

    /** Adds what a context was before its renames, decoded in the same way. */
    private static Validated<ContextSpec> withFormer(
            Validated<ContextSpec> decoded, Function<FormerNames, Validated<ContextSpec>> again) {
        if (decoded.hasErrors()) {
            return decoded;
        }
        Optional<ContextSpec> former =
                decoded.value()
                        .flatMap(FormerNames::of)
                        .map(again)
                        .filter(before -> !before.hasErrors())
                        .flatMap(Validated::value);
        return decoded.value().isPresent() && former.isPresent()
                ? Validated.of(
                        decoded.value().get().withFormer(former.get()), decoded.diagnostics())
                : decoded;
    }

    private Validated<ContextSpec> context(Optional<Text> name, Entries entries) {
        Optional<Text> subdomain = values.word(entries, Choice.SUBDOMAIN);
        Optional<Text> description = values.text(entries, "description");
        OptionsSpec options = values.options(entries);
        List<TypeSpec> types = new ArrayList<>();
        List<ValueObjectSpec> valueObjects = new ArrayList<>();
        types(entries, types, valueObjects);
        List<AggregateSpec> aggregates =
                values.named(entries, "aggregates", Vocabulary.AGGREGATE, this::aggregate);
        List<EventSpec> events = values.named(entries, "events", Vocabulary.EVENT, this::event);
        List<CommandSpec> commands =
                values.named(entries, "commands", Vocabulary.COMMAND, this::command);
        List<ReadModelSpec> readModels =
                values.named(entries, "readModels", Vocabulary.READ_MODEL, this::readModel);
        List<QuerySpec> queries = values.named(entries, "queries", Vocabulary.QUERY, this::query);
        List<ScenarioSpec> scenarios =
                entries.value("scenarios")
                        .map(node -> new ScenarioDecoder(findings, values).scenarios(node))
                        .orElse(List.of());
        aggregates.removeIf(aggregate -> isDropped(DropSpec.Of.AGGREGATE, aggregate.name()));
        readModels.removeIf(readModel -> isDropped(DropSpec.Of.READ_MODEL, readModel.name()));
        name.ifPresent(known -> collaboration.shared(Vocabulary.CONTEXT, known, entries));
        values.project(entries);
        CollaborationSpec withOthers = collaboration.decode(entries);
        if (name.isEmpty() || !values.allNamesLegal()) {
            return findings.withoutValue();
        }
        return findings.with(
                new ContextSpec(
                        entries.span(),
                        name.get(),
                        subdomain,
                        description,
                        options,
                        types,
                        valueObjects,
                        aggregates,
                        events,
                        commands,
                        readModels,
                        drops,
                        queries,
                        scenarios,
                        withOthers,
                        Optional.empty()));
    }

    private Optional<Text> contextName(Mapping map, Entries entries) {
        Optional<Node> node = entries.value("context");
        if (node.isEmpty()) {
            findings.add(
                    SpecRules.MISSING_KEY.at(
                            map.entries().isEmpty()
                                    ? map.span()
                                    : map.entries().get(0).key().span(),
                            "the context has no name",
                            "begin with `context:` and a name, as in `context: Order`"));
            return Optional.empty();
        }
        return node.filter(value -> values.text(value, "`context`").isPresent())
                .map(value -> values.name((Scalar) value, NameForm.PASCAL, "a context"));
    }

    private void types(Entries context, List<TypeSpec> enums, List<ValueObjectSpec> valueObjects) {
        Node node = context.value("types").orElse(null);
        if (node instanceof Mapping map) {
            for (Entry entry : map.entries()) {
                Text name = values.name(entry.key(), NameForm.PASCAL, "a type");
                if (entry.value() instanceof Mapping fields) {
                    valueObject(name, fields).ifPresent(valueObjects::add);
                } else if (entry.value() instanceof Scalar text && !text.isNothing()) {
                    scalar(name, entry).ifPresent(valueObjects::add);
                } else {
                    enumeration(name, entry.value()).ifPresent(enums::add);
                }
            }
        } else if (node != null) {
            values.wrongShape(node, "`types`", "a map from name to type");
        }
    }

    private Optional<TypeSpec> enumeration(Text name, Node node) {
        String what = quoted(name.value());
        if (node instanceof Sequence sequence) {
            List<Text> constants = values.texts(sequence, what, item -> constant(item, what));
            if (sequence.items().isEmpty()) {
                findings.add(
                        SpecRules.ILLEGAL_VALUE.at(
                                node.span(),
                                "the enum " + what + " has no values",
                                "write at least one"));
                return Optional.empty();
            }
            return constants.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TypeSpec(name, constants));
        }
        values.wrongShape(
                node,
                what,
                "a list of the values of an enum, a map of the fields of a value object, or a type");
        return Optional.empty();
    }

    /** A type with a name and, perhaps, limits of its own, which is written as a text. */
    private Optional<ValueObjectSpec> scalar(Text name, Entry entry) {
        return values.typeWithoutDefault(
                        entry, "say it of the fields that have this type, as in `\"Code = ABC\"`")
                .map(
                        type ->
                                new ValueObjectSpec(
                                        name,
                                        List.of(
                                                new FieldSpec(
                                                        new Text(SCALAR_FIELD, name.span()), type)),
                                        true,
                                        false));
    }

    /**
     * A value object, in its short form, which is its fields, or in its long one, which is told by
     * a map or nothing under {@code fields}: the type of a field is a text.
     */
    private Optional<ValueObjectSpec> valueObject(Text name, Mapping map) {
        boolean isLong =
                map.entries().stream()
                        .anyMatch(
                                entry ->
                                        entry.key().value().equals("fields")
                                                && !(entry.value() instanceof Scalar scalar
                                                        && !scalar.isNothing()));
        Optional<Entries> entries =
                isLong
                        ? Optional.of(Entries.of(map, Vocabulary.VALUE_OBJECT, findings))
                        : Optional.empty();
        boolean owned = entries.flatMap(said -> values.word(said, Choice.BEHAVIOUR)).isPresent();
        List<FieldSpec> fields =
                entries.map(said -> values.fields(said).orElse(List.of()))
                        .orElseGet(() -> values.fields(map));
        if (fields.isEmpty()) {
            if (map.entries().isEmpty() || isLong) {
                findings.add(
                        SpecRules.ILLEGAL_VALUE.at(
                                map.span(),
                                "the value object " + quoted(name.value()) + " has no fields",
                                "write at least one, as in `{amount: \"decimal(12,2)\"}`"));
            }
            return Optional.empty();
        }
        return Optional.of(new ValueObjectSpec(name, fields, false, owned));
    }

    private Optional<Text> constant(Node item, String what) {
        return values.text(item, "a value of " + what)
                .map(text -> values.name((Scalar) item, NameForm.CONSTANT, "a value of an enum"));
    }

    private AggregateSpec aggregate(Text name, Entries entries) {
        collaboration.shared(Vocabulary.AGGREGATE, name, entries);
        Optional<Text> persistence = values.word(entries, Choice.PERSISTENCE);
        boolean events = persistence.filter(said -> said.value().equals("events")).isPresent();
        return new AggregateSpec(
                name,
                values.text(entries, "description"),
                id(entries),
                keptFields(DropSpec.Of.AGGREGATE, name, entries, events),
                values.named(entries, "entities", Vocabulary.ENTITY, this::entity),
                entries.value("lifecycle").flatMap(this::lifecycle),
                guards(entries, "invariants", NameForm.CAMEL, "an invariant"),
                values.oneOrMore(entries, "unique").orElse(List.of()),
                persistence);
    }

    /** The fields that stay; what goes, all of it or some of its fields, is remembered. */
    private Optional<List<FieldSpec>> keptFields(
            DropSpec.Of of, Text name, Entries entries, boolean events) {
        List<Text> gone = new ArrayList<>();
        Optional<List<FieldSpec>> fields = values.keptFields(entries, gone::add);
        boolean dropped =
                values.word(entries, Choice.DROP)
                        .filter(said -> said.value().equals("true"))
                        .isPresent();
        if (dropped) {
            drops.add(new DropSpec(of, name, Optional.empty(), events));
        } else {
            gone.forEach(field -> drops.add(new DropSpec(of, name, Optional.of(field), events)));
        }
        return fields;
    }

    private boolean isDropped(DropSpec.Of of, Text name) {
        return drops.stream()
                .anyMatch(
                        drop ->
                                drop.of() == of
                                        && drop.field().isEmpty()
                                        && drop.name().equals(name));
    }

    private EntitySpec entity(Text name, Entries entries) {
        collaboration.shared(Vocabulary.ENTITY, name, entries);
        return new EntitySpec(
                name,
                values.text(entries, "description"),
                id(entries),
                values.fields(entries).orElse(List.of()));
    }

    private Optional<IdSpec> id(Entries entries) {
        Optional<Node> node = entries.value("id");
        if (node.isPresent() && node.get() instanceof Mapping map && map.entries().size() == 1) {
            Entry entry = map.entries().get(0);
            Text name = values.name(entry.key(), NameForm.PASCAL, ID_TYPE);
            return Optional.of(
                    new IdSpec(
                            name,
                            values.typeWithoutDefault(
                                            entry, "two things are never the same: take it away")
                                    .map(type -> new FieldSpec(name, type))));
        }
        return values.text(entries, "id")
                .map(
                        text ->
                                IdSpec.uuid(
                                        values.name(
                                                (Scalar) node.orElseThrow(),
                                                NameForm.PASCAL,
                                                ID_TYPE)));
    }

    private Optional<LifecycleSpec> lifecycle(Node node) {
        if (!(node instanceof Mapping map)) {
            values.wrongShape(node, "`lifecycle`", "a map with the keys `field` and `initial`");
            return Optional.empty();
        }
        Entries entries = Entries.of(map, Vocabulary.LIFECYCLE, findings);
        Optional<Text> field = required(entries, "field");
        Optional<Text> initial = required(entries, "initial");
        return field.flatMap(f -> initial.map(i -> new LifecycleSpec(entries.span(), f, i)));
    }

    private Optional<Text> required(Entries entries, String key) {
        if (entries.value(key).isEmpty()) {
            findings.add(
                    SpecRules.MISSING_KEY.at(
                            entries.span(),
                            "the lifecycle has no " + quoted(key),
                            "as in `{field: status, initial: PENDING}`"));
        }
        return values.text(entries, key);
    }

    private EventSpec event(Text name, Entries entries) {
        collaboration.shared(Vocabulary.EVENT, name, entries);
        Optional<Text> visibility = values.word(entries, Choice.VISIBILITY);
        Optional<Text> version = values.matching(entries, "version", NUMBER, FROM_ONE);
        return new EventSpec(
                name,
                values.text(entries, "description"),
                values.fields(entries),
                values.text(entries, "to"),
                values.sets(entries, "sets"),
                values.word(entries, Choice.DELETES),
                visibility,
                version,
                upcasts(entries));
    }

    private List<UpcastSpec> upcasts(Entries entries) {
        Node node = entries.value("upcasts").orElse(null);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Mapping map)) {
            values.wrongShape(node, "`upcasts`", "a map from version to what the event was then");
            return List.of();
        }
        List<UpcastSpec> upcasts = new ArrayList<>();
        for (Entry entry : map.entries()) {
            Text version = new Text(entry.key().value(), entry.key().span());
            if (values.matches(version, "a version", NUMBER, FROM_ONE)) {
                upcast(version, entry.value()).ifPresent(upcasts::add);
            }
        }
        return upcasts;
    }

    private Optional<UpcastSpec> upcast(Text version, Node node) {
        if (!(node instanceof Mapping map)) {
            values.wrongShape(node, "an earlier version", "a map with `fields` and `sets`");
            return Optional.empty();
        }
        Entries entries = Entries.of(map, Vocabulary.UPCAST, findings);
        return Optional.of(
                new UpcastSpec(
                        version,
                        values.fieldsWithoutDefaults(
                                entries,
                                "an event that was written carries what it carries; compute the"
                                        + " present field by `sets`"),
                        values.sets(entries, "sets")));
    }

    private CommandSpec command(Text name, Entries entries) {
        collaboration.shared(Vocabulary.COMMAND, name, entries);
        collaboration.needs(name, entries);
        return new CommandSpec(
                name,
                values.text(entries, "description"),
                values.text(entries, "aggregate"),
                values.word(entries, Choice.CREATES),
                entries.value("from").flatMap(this::from),
                guards(entries, "guards", NameForm.PASCAL, "a rejection"),
                values.fields(entries),
                entries.value("emits").flatMap(this::emits));
    }

    /** Conditions by their names, in the order written. */
    private List<GuardSpec> guards(Entries entries, String key, NameForm form, String thing) {
        List<GuardSpec> guards = new ArrayList<>();
        values.expressions(
                entries,
                key,
                "a map from name to condition",
                (name, holds) -> guards.add(new GuardSpec(values.name(name, form, thing), holds)));
        return guards;
    }

    private Optional<FromSpec> from(Node node) {
        if (!(node instanceof Mapping map)) {
            return Optional.of(new FromSpec(values.oneOrMore(node, "`from`"), Optional.empty()));
        }
        Entries entries = Entries.of(map, Vocabulary.FROM, findings);
        Optional<Text> rejects = rejection(entries, "rejects");
        Optional<List<Text>> states = values.oneOrMore(entries, "states");
        if (states.isEmpty()) {
            findings.add(
                    SpecRules.MISSING_KEY.at(
                            map.span(),
                            "`from` has no `states`",
                            "as in `{states: [SHIPPED], rejects: OrderNotShipped}`"));
        }
        states.filter(List::isEmpty)
                .ifPresent(
                        none ->
                                findings.add(
                                        SpecRules.ILLEGAL_VALUE.at(
                                                map.span(),
                                                "`states` of `from` names no state",
                                                "write at least one, or leave `from` out: then all are accepted")));
        return states.map(accepted -> new FromSpec(accepted, rejects));
    }

    /** The name of a rejection, which is declared where it is said first. */
    private Optional<Text> rejection(Entries entries, String key) {
        return values.text(entries, key)
                .map(
                        text ->
                                values.name(
                                        (Scalar) entries.value(key).orElseThrow(),
                                        NameForm.PASCAL,
                                        "a rejection"));
    }

    private Optional<EmitsSpec> emits(Node node) {
        if (!(node instanceof Mapping map)) {
            return Optional.of(
                    new EmitsSpec(node.span(), false, values.oneOrMore(node, "`emits`")));
        }
        boolean alternatives =
                map.entries().stream()
                        .anyMatch(entry -> entry.key().value().equalsIgnoreCase("oneOf"));
        if (!alternatives) {
            List<FillingSpec> fillings = map.entries().stream().map(this::filling).toList();
            return Optional.of(
                    new EmitsSpec(
                            map.span(),
                            false,
                            fillings.stream().map(FillingSpec::event).toList(),
                            List.of(),
                            fillings));
        }
        Node events = Entries.of(map, Vocabulary.EMITS, findings).value("oneOf").orElseThrow();
        if (!(events instanceof Sequence sequence)) {
            values.wrongShape(events, "`oneOf`", "a list of events");
            return Optional.empty();
        }
        List<ConditionSpec> conditions = new ArrayList<>();
        List<Text> names = values.texts(sequence, "`oneOf`", item -> alternative(item, conditions));
        return Optional.of(new EmitsSpec(map.span(), true, names, conditions, List.of()));
    }

    private FillingSpec filling(Entry entry) {
        Text event = new Text(entry.key().value(), entry.key().span());
        Entries detail = values.detail(entry, Vocabulary.EMITTED, quoted(event.value()));
        return new FillingSpec(event, values.sets(detail, "with"));
    }

    private Optional<Text> alternative(Node item, List<ConditionSpec> conditions) {
        if (item instanceof Mapping map && map.entries().size() == 1) {
            Entry entry = map.entries().get(0);
            Text event = new Text(entry.key().value(), entry.key().span());
            values.text(entry.value(), "the condition of " + quoted(event.value()))
                    .map(text -> new ExpressionSpec((Scalar) entry.value()))
                    .ifPresent(holds -> conditions.add(new ConditionSpec(event, holds)));
            return Optional.of(event);
        }
        return values.text(item, "an item of `oneOf`");
    }

    private ReadModelSpec readModel(Text name, Entries entries) {
        collaboration.shared(Vocabulary.READ_MODEL, name, entries);
        return new ReadModelSpec(
                name,
                values.text(entries, "description"),
                values.text(entries, "key"),
                keptFields(DropSpec.Of.READ_MODEL, name, entries, false),
                entries.value("projects").flatMap(this::projects));
    }

    private Optional<List<ProjectionSpec>> projects(Node node) {
        if (!(node instanceof Mapping map)) {
            return Optional.of(
                    values.oneOrMore(node, "`projects`").stream().map(ProjectionSpec::of).toList());
        }
        return Optional.of(map.entries().stream().map(this::projection).toList());
    }

    private ProjectionSpec projection(Entry entry) {
        Text event = new Text(entry.key().value(), entry.key().span());
        Entries detail = values.detail(entry, Vocabulary.PROJECTION, quoted(event.value()));
        return new ProjectionSpec(
                event, values.sets(detail, "sets"), values.word(detail, Choice.DELETES));
    }

    private QuerySpec query(Text name, Entries entries) {
        collaboration.shared(Vocabulary.QUERY, name, entries);
        collaboration.needs(name, entries);
        return new QuerySpec(
                name,
                values.text(entries, "description"),
                entries.value("by").map(this::filters),
                values.matching(
                        entries,
                        "returns",
                        RETURNS,
                        "write a read model, as in `OrderSummary` or `\"OrderSummary[]\"`"),
                values.matching(
                        entries,
                        "sort",
                        SORT,
                        "write a field, with `-` before it for descending order"),
                values.matching(entries, "page", PAGE, "write a whole number from 1 to 1000"));
    }

    private List<FilterSpec> filters(Node node) {
        if (node instanceof Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> filters(item, "an item of `by`"))
                    .toList();
        }
        return filters(node, "`by`").toList();
    }

    private Stream<FilterSpec> filters(Node node, String what) {
        if (node instanceof Mapping map) {
            return map.entries().stream()
                    .flatMap(
                            entry ->
                                    values
                                            .text(entry.value(), quoted(entry.key().value()))
                                            .flatMap(match -> filter(entry.key(), match))
                                            .stream());
        }
        return values.text(node, what).flatMap(this::filter).stream();
    }

    /** A filter of a map, as {@code placed: range}. */
    private Optional<FilterSpec> filter(Scalar field, Text match) {
        return filter(new Text(field.value() + ": " + match.value(), field.span()))
                .map(
                        filter ->
                                new FilterSpec(
                                        new Text(filter.field().value(), field.span()),
                                        filter.optional(),
                                        Optional.of(match)));
    }

    private Optional<FilterSpec> filter(Text written) {
        Matcher matcher = FILTER.matcher(written.value());
        if (!matcher.matches()) {
            values.illegalValue(
                    written,
                    "by",
                    "write a field, with `?` behind it if callers may leave it out, and then `: range` or"
                            + " `: contains` for another comparison than for equality");
            return Optional.empty();
        }
        return Optional.of(
                new FilterSpec(
                        new Text(matcher.group(1), written.span()),
                        matcher.group(2) != null,
                        Optional.ofNullable(matcher.group(3))
                                .map(match -> new Text(match, written.span()))));
    }
}
