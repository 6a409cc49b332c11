package io.contextmill.expand;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Emission;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.Computed;
import io.contextmill.model.ContextModel;
import io.contextmill.model.Drop;
import io.contextmill.model.EventModel;
import io.contextmill.model.EventModel.EarlierForm;
import io.contextmill.model.FieldModel;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Match;
import io.contextmill.model.ReadModel;
import io.contextmill.model.ReadModel.Projection;
import io.contextmill.model.Renames;
import io.contextmill.model.ScenarioModel;
import io.contextmill.model.ScenarioModel.Emitted;
import io.contextmill.model.ScenarioModel.Items;
import io.contextmill.model.ScenarioModel.Message;
import io.contextmill.model.ScenarioModel.Parts;
import io.contextmill.model.ScenarioModel.Plain;
import io.contextmill.model.ScenarioModel.Rejected;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.model.ScenarioModel.Value;
import io.contextmill.model.Type;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.model.WorkspaceModel.Options;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a model as a spec in which nothing is left to infer: reading it gives the same model, and
 * no finding of inference.
 *
 * <p>Everything stands in the order in which it was written, what was inferred behind it. Detail
 * stands in flow style, a line for each thing.
 */
public final class SpecPrinter {
    private static final String DROPPED = "{drop: true}";

    private final StringBuilder text = new StringBuilder();
    private final boolean alone;
    private String indent = "";
    private Renames renames = Renames.none();

    private SpecPrinter(boolean alone) {
        this.alone = alone;
    }

    /** The spec of a context that stands alone, or of a workspace with all its contexts in it. */
    public static String print(WorkspaceModel workspace) {
        SpecPrinter printer = new SpecPrinter(workspace.alone());
        if (workspace.alone()) {
            printer.alone(workspace);
        } else {
            printer.workspace(workspace);
        }
        return printer.text.toString();
    }

    private void alone(WorkspaceModel workspace) {
        ContextModel context = workspace.contexts().get(0);
        key("context", context.name());
        about(context);
        options(workspace.options());
        contents(workspace, context);
    }

    private void workspace(WorkspaceModel workspace) {
        key("workspace", workspace.name());
        options(workspace.options());
        text.append("\ncontexts:");
        for (ContextModel context : workspace.contexts()) {
            text.append('\n');
            indent = "  ";
            text.append(indent).append(context.name()).append(":\n");
            indent = "    ";
            about(context);
            contents(workspace, context);
        }
    }

    private void about(ContextModel context) {
        context.subdomain().ifPresent(subdomain -> key("subdomain", subdomain));
        context.description().ifPresent(description -> key("description", description));
    }

    private void options(Options options) {
        key("package", options.packageName());
        key("java", Integer.toString(options.java()));
        key("target", word(options.target()));
        key("database", word(options.database()));
        key("generated", word(options.generated()));
    }

    private void contents(WorkspaceModel workspace, ContextModel context) {
        renames = Renames.of(context, workspace.former(context));
        List<Type> types = new ArrayList<>(context.types());
        context.values().stream().filter(value -> value.entity().isEmpty()).forEach(types::add);
        section("types", types, this::declared);
        section("aggregates", context.aggregates(), aggregate -> aggregate(context, aggregate));
        dropped(context, Drop.Of.AGGREGATE).forEach(this::dropped);
        section(
                "events",
                asWritten(context, AggregateModel::events, EventModel::origin),
                this::event);
        section(
                "commands",
                asWritten(context, AggregateModel::commands, CommandModel::origin),
                this::command);
        section("readModels", context.readModels(), readModel -> readModel(context, readModel));
        dropped(context, Drop.Of.READ_MODEL).forEach(this::dropped);
        section("queries", context.queries(), query -> query(context, query));
        section("scenarios", context.scenarios(), this::scenario);
    }

    private void declared(Type type) {
        if (type.wrapped().isPresent()) {
            line(type.name(), YamlText.scalar(type(type.wrapped().get())));
        } else if (type instanceof Type.ValueType value) {
            Detail fields = new Detail();
            value.fields().forEach(field -> fields.text(field.name(), type(field)));
            Detail detail = new Detail();
            if (value.owned()) {
                detail.raw("fields", fields.toString());
                detail.text("behaviour", "owned");
            }
            line(value.name(), (value.owned() ? detail : fields).toString());
        } else {
            line(type.name(), YamlText.list(((Type.EnumType) type).values()));
        }
    }

    /** What an aggregate has, with the aggregate. */
    private record Owned<T>(AggregateModel owner, T thing) {}

    /** The things of all aggregates in the order in which they stand in the spec. */
    private static <T> List<Owned<T>> asWritten(
            ContextModel context,
            Function<AggregateModel, List<T>> things,
            Function<T, SourceSpan> origin) {
        List<Owned<T>> all = new ArrayList<>();
        for (AggregateModel aggregate : context.aggregates()) {
            things.apply(aggregate).forEach(thing -> all.add(new Owned<>(aggregate, thing)));
        }
        all.sort(Comparator.comparing(owned -> origin.apply(owned.thing())));
        return all;
    }

    private void aggregate(ContextModel context, AggregateModel aggregate) {
        Detail detail = new Detail();
        aggregate.description().ifPresent(description -> detail.text("description", description));
        renamed(aggregate.name(), detail);
        id(detail, aggregate.id());
        Detail fields = fields(aggregate.fields(), aggregate.id(), false);
        addDropped(context, Drop.Of.AGGREGATE, aggregate.name(), fields);
        detail.raw("fields", fields.toString());
        List<Type.ValueType> entities = context.entitiesOf(aggregate);
        if (!entities.isEmpty()) {
            Detail named = new Detail();
            entities.forEach(entity -> named.raw(entity.name(), entity(entity)));
            detail.raw("entities", named.toString());
        }
        aggregate.lifecycle().ifPresent(lifecycle -> detail.raw("lifecycle", lifecycle(lifecycle)));
        if (!aggregate.invariants().isEmpty()) {
            Detail invariants = new Detail();
            aggregate
                    .invariants()
                    .forEach(invariant -> invariants.text(invariant.name(), invariant.text()));
            detail.raw("invariants", invariants.toString());
        }
        if (!aggregate.unique().isEmpty()) {
            detail.raw("unique", YamlText.list(aggregate.unique()));
        }
        if (aggregate.isKeptAsEvents()) {
            detail.raw("persistence", "events");
        }
        line(aggregate.name(), detail.toString());
    }

    private String entity(Type.ValueType entity) {
        Type.Entity said = entity.entity().orElseThrow();
        Detail detail = new Detail();
        said.description().ifPresent(description -> detail.text("description", description));
        renamed(entity.name(), detail);
        id(detail, said.id());
        Detail fields = new Detail();
        entity.ownFields().forEach(field -> fields.text(field.name(), type(field)));
        detail.raw("fields", fields.toString());
        return detail.toString();
    }

    private static String lifecycle(Lifecycle lifecycle) {
        Detail detail = new Detail();
        detail.text("field", lifecycle.field());
        detail.text("initial", lifecycle.initial());
        return detail.toString();
    }

    private void event(Owned<EventModel> owned) {
        EventModel event = owned.thing();
        Detail detail = new Detail();
        event.description().ifPresent(description -> detail.text("description", description));
        renamed(event.name(), detail);
        // The identity says whose event it is, even if no command emits it.
        detail.raw("fields", fields(event.fields(), owned.owner().id(), true).toString());
        event.to().ifPresent(to -> detail.text("to", to));
        if (!event.sets().isEmpty()) {
            detail.raw("sets", sets(event.sets()));
        }
        if (event.deletes()) {
            detail.text("deletes", "true");
        }
        // Among other contexts, silence would be taken for consent.
        if (event.isPublic() || !alone) {
            detail.text("visibility", event.isPublic() ? "public" : "private");
        }
        if (event.version() > 1) {
            detail.raw("version", String.valueOf(event.version()));
        }
        if (!event.earlier().isEmpty()) {
            Detail earlier = new Detail();
            event.earlier()
                    .forEach(
                            form ->
                                    earlier.raw(
                                            "" + form.version(), upcast(form, owned.owner().id())));
            detail.raw("upcasts", earlier.toString());
        }
        line(event.name(), detail.toString());
    }

    private static String upcast(EarlierForm form, Type.IdType id) {
        Detail detail = new Detail();
        detail.raw("fields", fields(form.fields(), id, true).toString());
        if (!form.sets().isEmpty()) {
            detail.raw("sets", sets(form.sets()));
        }
        return detail.toString();
    }

    private static String sets(List<Computed> computed) {
        Detail sets = new Detail();
        computed.forEach(set -> sets.text(set.field(), set.text()));
        return sets.toString();
    }

    private void command(Owned<CommandModel> owned) {
        CommandModel command = owned.thing();
        Detail detail = new Detail();
        command.description().ifPresent(description -> detail.text("description", description));
        renamed(command.name(), detail);
        detail.text("aggregate", command.aggregate());
        detail.text(
                "creates",
                switch (command.creation()) {
                    case NEVER -> "never";
                    case ALWAYS -> "always";
                    case IF_ABSENT -> "ifAbsent";
                });
        if (!command.from().isEmpty()) {
            detail.raw("from", from(command));
        }
        if (!command.guards().isEmpty()) {
            Detail guards = new Detail();
            command.guards().forEach(guard -> guards.text(guard.rejection(), guard.text()));
            detail.raw("guards", guards.toString());
        }
        if (!command.fields().isEmpty()) {
            detail.raw("fields", fields(command.fields(), owned.owner().id(), false).toString());
        }
        detail.raw("emits", emits(command.emission()));
        line(command.name(), detail.toString());
    }

    private static String alternative(EmittedEvent event) {
        if (event.condition().isEmpty()) {
            return YamlText.scalar(event.event());
        }
        Detail condition = new Detail();
        condition.text(event.event(), event.condition().get().text());
        return condition.toString();
    }

    private static String emits(Emission emission) {
        List<String> events = emission.events().stream().map(EmittedEvent::event).toList();
        if (emission.alternatives()) {
            return "{oneOf: "
                    + emission.events().stream()
                            .map(SpecPrinter::alternative)
                            .collect(Collectors.joining(", ", "[", "]"))
                    + "}";
        }
        if (emission.events().stream().allMatch(event -> event.computed().isEmpty())) {
            return oneOrList(events);
        }
        Detail filled = new Detail();
        for (EmittedEvent event : emission.events()) {
            Detail with = new Detail();
            event.computed().forEach(value -> with.text(value.field(), value.text()));
            Detail said = new Detail();
            if (!event.computed().isEmpty()) {
                said.raw("with", with.toString());
            }
            filled.raw(event.event(), said.toString());
        }
        return filled.toString();
    }

    private static String from(CommandModel command) {
        String states = oneOrList(command.from());
        if (command.rejects().isEmpty()) {
            return states;
        }
        Detail detail = new Detail();
        detail.raw("states", states);
        detail.text("rejects", command.rejects().get());
        return detail.toString();
    }

    private void scenario(ScenarioModel scenario) {
        Detail detail = new Detail();
        detail.text("name", scenario.name());
        if (!scenario.given().isEmpty()) {
            detail.raw("given", messages(scenario.given()));
        }
        detail.raw("when", message(scenario.when()));
        if (scenario.then() instanceof Rejected rejected) {
            detail.raw("then", "{rejected: " + YamlText.scalar(rejected.name()) + "}");
        } else {
            detail.raw("then", messages(((Emitted) scenario.then()).events()));
        }
        text.append(indent).append("  - ").append(detail).append('\n');
    }

    private static String messages(List<Message> messages) {
        return messages.stream()
                .map(SpecPrinter::message)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String message(Message message) {
        if (message.values().isEmpty()) {
            return YamlText.scalar(message.name());
        }
        Detail detail = new Detail();
        detail.raw(message.name(), said(message.values()));
        return detail.toString();
    }

    private static String said(List<Said> values) {
        Detail detail = new Detail();
        values.forEach(
                said -> detail.raw(said.field(), said.value().map(SpecPrinter::said).orElse("")));
        return detail.toString();
    }

    private static String said(Value value) {
        if (value instanceof Plain plain) {
            return YamlText.scalar(plain.text());
        }
        return value instanceof Parts parts
                ? said(parts.parts())
                : ((Items) value)
                        .items().stream()
                                .map(SpecPrinter::said)
                                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void readModel(ContextModel context, ReadModel readModel) {
        Type.IdType id = context.aggregate(readModel.aggregate()).id();
        Detail fields = new Detail();
        fields.text(readModel.key(), id.name());
        readModel.fields().forEach(field -> fields.text(field.name(), type(field)));
        addDropped(context, Drop.Of.READ_MODEL, readModel.name(), fields);
        Detail detail = new Detail();
        readModel.description().ifPresent(description -> detail.text("description", description));
        renamed(readModel.name(), detail);
        detail.text("key", readModel.key());
        detail.raw("fields", fields.toString());
        detail.raw("projects", projects(readModel));
        line(readModel.name(), detail.toString());
    }

    private static String projects(ReadModel readModel) {
        boolean plain =
                readModel.projections().stream()
                        .allMatch(said -> said.sets().isEmpty() && !said.deletes());
        if (plain) {
            return YamlText.list(readModel.projects());
        }
        Detail projects = new Detail();
        for (Projection said : readModel.projections()) {
            Detail detail = new Detail();
            if (!said.sets().isEmpty()) {
                detail.raw("sets", sets(said.sets()));
            }
            if (said.deletes()) {
                detail.text("deletes", "true");
            }
            projects.raw(said.event(), detail.toString());
        }
        return projects.toString();
    }

    private void query(ContextModel context, QueryModel query) {
        Detail detail = new Detail();
        query.description().ifPresent(description -> detail.text("description", description));
        renamed(query.name(), detail);
        if (query instanceof QueryModel.Listing listing) {
            if (!listing.filters().isEmpty()) {
                detail.raw(
                        "by",
                        oneOrList(
                                listing.filters().stream()
                                        .filter(filter -> filter.match() != Match.TO)
                                        .map(SpecPrinter::filter)
                                        .toList()));
            }
            detail.text("returns", listing.readModel() + "[]");
            detail.text("sort", (listing.descending() ? "-" : "") + listing.sort());
            detail.text("page", Integer.toString(listing.pageSize()));
        } else {
            detail.text("by", context.readModel(query.readModel()).key());
            detail.text("returns", query.readModel());
        }
        line(query.name(), detail.toString());
    }

    private static String filter(Filter filter) {
        String match =
                switch (filter.match()) {
                    case EQUAL -> "";
                    case FROM, TO -> ": range";
                    case CONTAINS -> ": contains";
                };
        return filter.field() + (filter.optional() ? "?" : "") + match;
    }

    private void renamed(String name, Detail detail) {
        renames.before(name).ifPresent(before -> detail.text("renamedFrom", before));
    }

    /** An id: its name, with what it is written as where that is no UUID. */
    private static void id(Detail detail, Type.IdType id) {
        if (id.isUuid()) {
            detail.text("id", id.name());
        } else {
            Detail value = new Detail();
            value.text(id.name(), type(id.value()));
            detail.raw("id", value.toString());
        }
    }

    /**
     * Fields as a map.
     *
     * @param withIdentity whether the identity of the aggregate stands among them; it does anyway
     *     where another field has its type, so that this one is not taken for it
     */
    private static Detail fields(List<FieldModel> fields, Type.IdType id, boolean withIdentity) {
        Detail detail = new Detail();
        if (withIdentity || fields.stream().anyMatch(field -> field.type().equals(id))) {
            detail.text(id.fieldName(), id.name());
        }
        fields.forEach(field -> detail.text(field.name(), type(field)));
        return detail;
    }

    private void dropped(Drop drop) {
        line(drop.name(), DROPPED);
    }

    /** What goes as a whole. */
    private static List<Drop> dropped(ContextModel context, Drop.Of of) {
        return context.drops().stream()
                .filter(drop -> drop.of() == of && drop.field().isEmpty())
                .toList();
    }

    private static void addDropped(ContextModel context, Drop.Of of, String name, Detail fields) {
        context.drops().stream()
                .filter(drop -> drop.of() == of && drop.name().equals(name))
                .flatMap(drop -> drop.field().stream())
                .forEach(field -> fields.raw(field, DROPPED));
    }

    private static String type(FieldModel field) {
        FieldModel item = field.type() instanceof ListType list ? list.item() : field;
        StringBuilder type = new StringBuilder(item.type().word()).append(size(item));
        if (field.type() instanceof ListType list) {
            type.append(range(list));
        }
        if (field.optional()) {
            type.append('?');
        }
        for (FieldModel.Bound bound : item.limits().bounds()) {
            type.append(' ')
                    .append(bound.comparison().sign())
                    .append(' ')
                    .append(bound.value().toPlainString());
        }
        item.limits().pattern().ifPresent(pattern -> type.append(" ~ ").append(pattern));
        field.defaultValue().ifPresent(value -> type.append(" = ").append(value));
        return type.toString();
    }

    private static String range(ListType list) {
        if (list.min().isEmpty() && list.max().isEmpty()) {
            return "[]";
        }
        String least = list.min().isPresent() ? String.valueOf(list.min().getAsInt()) : "";
        return "[" + least + ".." + (list.max().isPresent() ? list.max().getAsInt() : "") + "]";
    }

    private static String size(FieldModel field) {
        Limits limits = field.limits();
        if (field.type() == Scalar.STRING && limits.maxLength().isPresent()) {
            String least =
                    limits.minLength().isPresent() ? limits.minLength().getAsInt() + ".." : "";
            return "(" + least + limits.maxLength().getAsInt() + ")";
        }
        if (field.type() == Scalar.DECIMAL && limits.precision().isPresent()) {
            return "(" + limits.precision().getAsInt() + "," + limits.scale().orElse(0) + ")";
        }
        return "";
    }

    private static String oneOrList(List<String> texts) {
        return texts.size() == 1 ? YamlText.scalar(texts.get(0)) : YamlText.list(texts);
    }

    /**
     * The word of a spec for a constant of the model: {@code spring-boot} for {@code SPRING_BOOT}.
     */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void key(String key, String value) {
        text.append(indent).append(key).append(": ").append(YamlText.scalar(value)).append('\n');
    }

    private <T> void section(String key, List<T> things, Consumer<T> print) {
        if (!things.isEmpty()) {
            text.append('\n').append(indent).append(key).append(":\n");
            things.forEach(print);
        }
    }

    private void line(String name, String detail) {
        text.append(indent).append("  ").append(name).append(": ").append(detail).append('\n');
    }

    /** A map in flow style, as it grows. */
    private static final class Detail {
        private final StringBuilder inside = new StringBuilder();

        void text(String key, String value) {
            raw(key, YamlText.scalar(value));
        }

        void raw(String key, String yaml) {
            inside.append(inside.isEmpty() ? "" : ", ").append(key).append(": ").append(yaml);
        }

        @Override
        public String toString() {
            return "{" + inside + "}";
        }
    }
}
