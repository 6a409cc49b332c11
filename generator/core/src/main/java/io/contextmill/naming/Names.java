package io.contextmill.naming;

import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.ContextModel;
import io.contextmill.model.Drop;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.ReadModel;
import io.contextmill.model.Type;
import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of one context: how everything in the model is called in Java, SQL and HTTP.
 *
 * <p>Each kind of name is injective: two things never share one, not even up to case. Names follow
 * from the spec alone, and where they clash, in this order:
 *
 * <ol>
 *   <li><b>A declared name wins.</b> The class of an aggregate, event, command, type, rejection,
 *       read model or query is called as it is declared, unless that would hide a type that every
 *       Java file sees ({@code java.lang}, a few of {@code java.util} and {@code java.time}) or is
 *       no portable file name, or would be hidden by a constant of generated code. Then it gets its
 *       kind behind it: the aggregate {@code Record} is the class {@code RecordAggregate}, the
 *       event {@code Override} is {@code OverrideEvent}; likewise {@code Command}, {@code Type},
 *       {@code Rejection}, {@code View} for a read model and {@code Query}. Only the class is
 *       affected: the ids, tables, paths and messages of an aggregate {@code Record} are {@code
 *       RecordId}, {@code records}, {@code /records}.
 *   <li><b>Generated names give way.</b> A generated class whose name is taken uses the alternative
 *       of its {@linkplain ClassFamily family}: with an event {@code CustomerEvent} the events of
 *       {@code Customer} are {@code CustomerDomainEvent}. All classes of a context share one space
 *       of names, whatever their package.
 *   <li><b>Numbers</b> from 2 end what is left.
 * </ol>
 *
 * <p>Java identifiers that are keywords, and record components that Java does not allow ({@code
 * hashCode}), get an underscore behind them; names in JSON stay as declared. SQL names are lower
 * snake case, at most 63 characters, and end in {@code _id} where they hold an identity; whether
 * one has to be quoted is {@link ReservedWords#isPostgresqlKeyword}'s to say.
 */
public final class Names {
    private static final String RESOURCES = "src/main/resources/";

    /** Where the migrations of all contexts are, each in a folder of its own. */
    static final String MIGRATIONS = RESOURCES + "db/migration/";

    /** What Jakarta Validation takes for a getter. */
    private static final Pattern GETTER = Pattern.compile("(get|is|has)[A-Z].*");

    /** Tables that the platform itself may have. */
    private static final Set<String> PLATFORM_TABLES =
            Set.of(
                    "events",
                    "flyway_schema_history",
                    "idempotency",
                    "idempotency_keys",
                    "inbox",
                    "outbox",
                    "projection_positions",
                    "projections",
                    "snapshots",
                    "receipts",
                    "requests",
                    "saga_instances",
                    "scheduled_tasks",
                    "subscriptions");

    private static final String AGGREGATES = "_aggregates";
    private static final String READ_MODELS = "_read_models";

    /** Columns that the table of each aggregate has beside its fields. */
    private static final Set<String> AGGREGATE_COLUMNS = Set.of("id", "version");

    /** Columns that the table of each read model has beside its key and fields. */
    private static final Set<String> READ_MODEL_COLUMNS = Set.of("version");

    /**
     * Variables and parameters that generated methods have beside the aggregate's own, and methods
     * that stand beside one called as the aggregate is.
     */
    private static final Set<String> GENERATED_VARIABLES =
            Set.of(
                    "after",
                    "append",
                    "assertThat",
                    "assertThatIllegalArgumentException",
                    "assertThatNoException",
                    "assertThatThrownBy",
                    "before",
                    "changed",
                    "clock",
                    "command",
                    "commit",
                    "committed",
                    "create",
                    "created",
                    "current",
                    "decider",
                    "ends",
                    "event",
                    "eventStore",
                    "events",
                    "expected",
                    "find",
                    "found",
                    "handler",
                    "history",
                    "id",
                    "ifMatch",
                    "index",
                    "jdbc",
                    "json",
                    "kept",
                    "key",
                    "limit",
                    "loaded",
                    "now",
                    "outbox",
                    "page",
                    "projection",
                    "query",
                    "receipt",
                    "request",
                    "requests",
                    "row",
                    "rows",
                    "saved",
                    "seen",
                    "since",
                    "snapshot",
                    "snapshots",
                    "sql",
                    "state",
                    "status",
                    "transactions",
                    "version");

    /** Constants that generated classes have, whatever their context. */
    private static final Set<String> GENERATED_CONSTANTS =
            Set.of(
                    "DECIDER", "EVENTS", "FIND", "ID", "INSERT", "JSON", "MAPPER", "NOW", "SAVE",
                    "SELECT", "UPDATE", "UUID");

    /** Methods that all rows have beside those that answer listings. */
    private static final Set<String> ROWS_METHODS =
            Set.of(
                    "await",
                    "delete",
                    "find",
                    "isDeleted",
                    "list",
                    "removeAll",
                    "row",
                    "save",
                    "see",
                    "seen",
                    "takeAwaited");

    /** The query parameters of every list. */
    private static final Set<String> LIST_PARAMETERS = Set.of("after", "limit");

    private final ContextModel context;
    private final WorkspaceNames workspace;
    private final NamePool classes =
            new NamePool(
                    name ->
                            !ReservedWords.isJavaType(name)
                                    && !ReservedWords.isWindowsDevice(name)
                                    && !GENERATED_CONSTANTS.contains(name),
                    "");
    private final Map<String, JavaType> declared = new HashMap<>();
    private final Map<FamilyKey, JavaType> generated = new HashMap<>();
    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Map<String, JavaType> taken = new HashMap<>();
    private final Map<String, String> deletedTables = new HashMap<>();
    private final Map<String, String> seenTables = new HashMap<>();
    private final Map<String, String> awaitedTables = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, Map<String, String>> columns = new HashMap<>();

    private record FamilyKey(ClassFamily family, String name) {}

    /**
     * @param workspace says what the context is called beside others
     */
    Names(ContextModel context, WorkspaceNames workspace) {
        this.context = context;
        this.workspace = workspace;
        declareClasses();
        generateClasses();
        nameTables();
        namePaths();
        nameColumns();
    }

    // Java: packages and classes

    /**
     * The package of a layer. All contexts of a workspace have the same platform, and the same
     * support for their tests.
     */
    public String packageName(Layer layer) {
        return switch (layer) {
            case PLATFORM -> workspace.platformPackage();
            case TESTING -> workspace.testingPackage();
            default -> layer.in(workspace.packageName(context));
        };
    }

    /** The class of an aggregate's state. */
    public JavaType of(AggregateModel aggregate) {
        return declared(aggregate.name());
    }

    /** The class of an event. */
    public JavaType of(EventModel event) {
        return declared(event.name());
    }

    /** The class of a command. */
    public JavaType of(CommandModel command) {
        return declared(command.name());
    }

    /** The class of a rejection that the spec has a name for. */
    public JavaType rejection(String name) {
        return declared(name);
    }

    /** The class of the rejection of a value that another aggregate has already. */
    public JavaType taken(AggregateModel aggregate, FieldModel field) {
        return known(taken, aggregate.name() + "." + field.name());
    }

    /** The class of a read model's row. */
    public JavaType of(ReadModel readModel) {
        return declared(readModel.name());
    }

    /** The class of a query. */
    public JavaType of(QueryModel query) {
        return declared(query.name());
    }

    /** The class of an enum. */
    public JavaType of(Type.EnumType type) {
        return declared(type.name());
    }

    /** The class of a value object or an entity. */
    public JavaType of(Type.ValueType type) {
        return declared(type.name());
    }

    /** A class that is generated for a value object. */
    public JavaType of(Type.ValueType type, ValueClass family) {
        return generated(family, type.name());
    }

    /** The class of an id. */
    public JavaType of(Type.IdType type) {
        return declared(type.name());
    }

    /** A class that is generated for an aggregate. */
    public JavaType of(AggregateModel aggregate, AggregateClass family) {
        return generated(family, aggregate.name());
    }

    /** A class that is generated for a command. */
    public JavaType of(CommandModel command, CommandClass family) {
        return generated(family, command.name());
    }

    /** A class that is generated for a query. */
    public JavaType of(QueryModel query, QueryClass family) {
        return generated(family, query.name());
    }

    /** A class that is generated for a read model. */
    public JavaType of(ReadModel readModel, ReadModelClass family) {
        return generated(family, readModel.name());
    }

    /** A class that is generated for the context. */
    public JavaType of(ContextClass family) {
        return generated(family, context.name());
    }

    // Java: fields and variables

    /**
     * The record component of a field: the declared name, with an underscore behind it where Java
     * does not allow it.
     */
    public static String component(FieldModel field) {
        return component(field.name());
    }

    /**
     * The component of a request's record: as {@link #component(FieldModel)}, but {@code _isOpen}
     * for a field {@code isOpen}, since validation takes an accessor that looks like a getter for
     * one, and would call the field {@code open}.
     */
    public static String requestComponent(FieldModel field) {
        String component = component(field);
        return GETTER.matcher(component).matches() ? "_" + component : component;
    }

    /** The record component for a name of the spec, such as the key of a read model. */
    public static String component(String name) {
        return ReservedWords.isRecordComponent(name) && !ReservedWords.isJavaKeyword(name)
                ? name
                : name + "_";
    }

    /**
     * The record component of one of an aggregate's own fields: as {@link #component(FieldModel)},
     * but {@code id_} for a field {@code id}, since {@code id} is the identity.
     */
    public static String stateComponent(FieldModel field) {
        return field.name().equals("id") ? "id_" : component(field);
    }

    /**
     * The record component that holds an aggregate's identity in its commands, events and inferred
     * read models.
     */
    public static String identityComponent(AggregateModel aggregate) {
        return component(identityName(aggregate));
    }

    /**
     * What holds an aggregate's identity in its commands and events, in JSON: {@code orderItem}.
     */
    public static String identityName(AggregateModel aggregate) {
        return aggregate.id().fieldName();
    }

    /**
     * A variable or parameter that holds an aggregate: {@code orderItem}; {@code event_} for an
     * aggregate {@code Event}.
     */
    public static String variable(AggregateModel aggregate) {
        String name = Words.of(aggregate.name()).camel();
        return GENERATED_VARIABLES.contains(name) ? name + "_" : component(name);
    }

    /**
     * A variable or parameter that holds several aggregates, such as a repository: {@code
     * orderItems}.
     */
    public static String variables(AggregateModel aggregate) {
        String plural = Words.of(aggregate.name()).plural().camel();
        String name =
                plural.equals(Words.of(aggregate.name()).camel()) ? plural + "Repository" : plural;
        return GENERATED_VARIABLES.contains(name) ? name + "_" : component(name);
    }

    /**
     * A method that stands for a command or query: {@code cancelOrder}; {@code return_} for {@code
     * Return}.
     */
    public static String member(String declared) {
        return component(Words.of(declared).camel());
    }

    /**
     * A field that stands for a command or query, in a class whose methods have variables of the
     * generator's: as {@link #member}, but {@code request_} for a command {@code Request}.
     */
    public static String field(String declared) {
        String name = Words.of(declared).camel();
        return GENERATED_VARIABLES.contains(name) ? name + "_" : component(name);
    }

    /**
     * The method of a read model's rows that answers a listing by its own name: {@code find_} for
     * {@code Find}, since every read model finds a row.
     */
    public static String listing(QueryModel query) {
        String name = Words.of(query.name()).camel();
        return ROWS_METHODS.contains(name) ? name + "_" : component(name);
    }

    /**
     * A constant that stands for something of the spec: {@code ORDER_ITEM}; {@code ID_} for {@code
     * Id}, since generated classes have an {@code ID} of their own.
     */
    public static String constantFor(String declared) {
        String name = Words.of(declared).upperSnake();
        return GENERATED_CONSTANTS.contains(name) ? name + "_" : name;
    }

    /**
     * The constant of an enum's value: as declared, with an underscore behind it where it is a
     * keyword of Java.
     */
    public static String constant(String value) {
        return ReservedWords.isJavaKeyword(value) ? value + "_" : value;
    }

    // SQL

    /** The table of an aggregate: {@code order_items}. */
    public String table(AggregateModel aggregate) {
        return known(tables, aggregate.name());
    }

    /** The table of a read model: {@code order_summaries}. */
    public String table(ReadModel readModel) {
        return known(tables, readModel.name());
    }

    /** The table of what is known of aggregates that were deleted: {@code deleted_order_items}. */
    public String deletedTable(AggregateModel aggregate) {
        return known(deletedTables, aggregate.name());
    }

    /** The table of what a read model's rows have seen of whom: {@code order_overviews_seen}. */
    public String seenTable(ReadModel readModel) {
        return known(seenTables, readModel.name());
    }

    /** The table of events that wait for a row of a read model: {@code order_overviews_awaited}. */
    public String awaitedTable(ReadModel readModel) {
        return known(awaitedTables, readModel.name());
    }

    /** The table of what is known of a read model's rows that are gone. */
    public String deletedTable(ReadModel readModel) {
        return known(deletedTables, readModel.name());
    }

    /**
     * The column of an aggregate's field; never {@code id} or {@code version}, which every
     * aggregate has.
     */
    public String column(AggregateModel aggregate, FieldModel field) {
        return known(known(columns, aggregate.name()), field.name());
    }

    /** The column of a read model's field; never {@code version}, which every read model has. */
    public String column(ReadModel readModel, FieldModel field) {
        return known(known(columns, readModel.name()), field.name());
    }

    /** The column of a read model's key: {@code order_id} for a key {@code order}. */
    public String keyColumn(ReadModel readModel) {
        return known(known(columns, readModel.name()), readModel.key());
    }

    /** The name of an index or constraint, made of the words given: {@code orders_status_idx}. */
    public static String constraint(String... words) {
        return Sql.shortened(String.join("_", words));
    }

    /**
     * The database of the context, and the only one that its login may use: {@code order_service}.
     */
    public String database() {
        return Sql.shortened(Words.of(context.name()).snake() + "_service");
    }

    /** The login of the service, called as its database is. */
    public String login() {
        return database();
    }

    /** The folder of the migrations, below the resources: {@code db/migration/order}. */
    public String migrations() {
        return MIGRATIONS.substring(RESOURCES.length()) + module();
    }

    /** Where those are in the module. */
    public String migrationFolder() {
        return MIGRATIONS + module();
    }

    // HTTP, files

    /** The file of the service's own settings, below the resources: {@code order.yaml}. */
    public String configuration() {
        return module() + ".yaml";
    }

    /** The file of the settings that it comes with: {@code generated/order.yaml}. */
    public String generatedConfiguration() {
        return "generated/" + configuration();
    }

    /**
     * The folder of what it serves as it is, below the resources: {@code static/order}. Services
     * that are tested together find only their own.
     */
    public String staticFiles() {
        return "static/" + module();
    }

    /**
     * The name of the service: its module, folder, artifact and configuration: {@code order},
     * {@code aux-service}.
     */
    public String module() {
        return workspace.module(context);
    }

    /** The path segment of all aggregates of a kind: {@code order-items}. */
    public String segment(AggregateModel aggregate) {
        return known(paths, aggregate.name());
    }

    /** The path segment of a read model's rows: {@code order-summaries}. */
    public String segment(ReadModel readModel) {
        return known(paths, readModel.name());
    }

    /** The path segment of a command: {@code cancel-order}. */
    public static String segment(CommandModel command) {
        return Words.of(command.name()).kebab();
    }

    /** The path segment of a query: {@code list-orders}. */
    public static String segment(QueryModel query) {
        return Words.of(query.name()).kebab();
    }

    /**
     * Where a command is posted to: {@code /orders} for the first that makes a new order each time,
     * {@code /orders/import-order} for any other such, {@code /orders/{order}/cancel-order} for one
     * that goes to a certain order.
     */
    public String path(CommandModel command) {
        AggregateModel aggregate = context.aggregate(command.aggregate());
        if (command.creation() != CommandModel.Creation.ALWAYS) {
            return itemPath(aggregate) + "/" + segment(command);
        }
        boolean first =
                aggregate.commands().stream()
                        .filter(other -> other.creation() == CommandModel.Creation.ALWAYS)
                        .findFirst()
                        .filter(command::equals)
                        .isPresent();
        return collectionPath(aggregate) + (first ? "" : "/" + segment(command));
    }

    /**
     * Where a query is asked: {@code /orders/{order}} for the first by the key of an order and
     * {@code /orders} for the first that lists them; for any other its own name behind that.
     */
    public String path(QueryModel query) {
        AggregateModel aggregate =
                context.aggregate(context.readModel(query.readModel()).aggregate());
        boolean first =
                context.queries().stream()
                        .filter(other -> other.getClass() == query.getClass())
                        .filter(
                                other ->
                                        context.readModel(other.readModel())
                                                .aggregate()
                                                .equals(aggregate.name()))
                        .findFirst()
                        .filter(query::equals)
                        .isPresent();
        String path =
                query instanceof QueryModel.ByKey ? itemPath(aggregate) : collectionPath(aggregate);
        return path + (first ? "" : "/" + segment(query));
    }

    /** The path of all aggregates of a kind: {@code /orders}. */
    public String collectionPath(AggregateModel aggregate) {
        return "/" + segment(aggregate);
    }

    /** The path of one aggregate, as a template: {@code /orders/{order}}. */
    public String itemPath(AggregateModel aggregate) {
        return collectionPath(aggregate) + "/{" + identityName(aggregate) + "}";
    }

    /**
     * What a query parameter is called that selects by a field: as the filter, save for those that
     * every list has.
     */
    public static String queryParameter(Filter filter) {
        return queryParameter(filter.parameter());
    }

    /** What the query parameter of that name is called. */
    public static String queryParameter(String name) {
        return LIST_PARAMETERS.contains(name) ? name + "_" : name;
    }

    /** What a field is called in JSON: as declared. */
    public static String json(FieldModel field) {
        return field.name();
    }

    // How they are decided

    private void declareClasses() {
        Map<String, Declaration> declarations = new LinkedHashMap<>();
        for (Type.EnumType type : context.types()) {
            declarations.put(type.name(), new Declaration(Layer.DOMAIN, "Type"));
        }
        for (Type.ValueType value : context.values()) {
            declarations.put(value.name(), new Declaration(Layer.DOMAIN, "Type"));
            value.entity()
                    .ifPresent(
                            entity ->
                                    declarations.put(
                                            entity.id().name(),
                                            new Declaration(Layer.DOMAIN, "Type")));
        }
        for (AggregateModel aggregate : context.aggregates()) {
            declarations.put(aggregate.name(), new Declaration(Layer.DOMAIN, "Aggregate"));
            declarations.put(aggregate.id().name(), new Declaration(Layer.DOMAIN, "Type"));
            aggregate
                    .events()
                    .forEach(
                            event ->
                                    declarations.put(
                                            event.name(), new Declaration(Layer.DOMAIN, "Event")));
            aggregate
                    .commands()
                    .forEach(
                            command ->
                                    declarations.put(
                                            command.name(),
                                            new Declaration(Layer.DOMAIN, "Command")));
        }
        context.rejections()
                .forEach(
                        rejection ->
                                declarations.put(
                                        rejection, new Declaration(Layer.DOMAIN, "Rejection")));
        context.readModels()
                .forEach(
                        readModel ->
                                declarations.put(
                                        readModel.name(),
                                        new Declaration(Layer.READ_MODEL, "View")));
        context.queries()
                .forEach(
                        query ->
                                declarations.put(
                                        query.name(), new Declaration(Layer.READ_MODEL, "Query")));

        // Whoever can keep the declared name does so before anybody else takes an alternative.
        List<String> displaced = new ArrayList<>();
        declarations.forEach(
                (name, declaration) -> {
                    if (classes.isFree(name)) {
                        declared.put(
                                name,
                                new JavaType(
                                        packageName(declaration.layer()),
                                        classes.take(List.of(name))));
                    } else {
                        displaced.add(name);
                    }
                });
        for (String name : displaced) {
            Declaration declaration = known(declarations, name);
            declared.put(
                    name,
                    new JavaType(
                            packageName(declaration.layer()),
                            classes.take(List.of(name + declaration.suffix()))));
        }
    }

    private record Declaration(Layer layer, String suffix) {}

    private void generateClasses() {
        for (AggregateModel aggregate : context.aggregates()) {
            generate(AggregateClass.values(), aggregate.name());
            aggregate.unique().forEach(field -> generateTaken(aggregate.name(), field));
            aggregate
                    .commands()
                    .forEach(command -> generate(CommandClass.values(), command.name()));
        }
        context.readModels()
                .forEach(readModel -> generate(ReadModelClass.values(), readModel.name()));
        context.queries().forEach(query -> generate(QueryClass.values(), query.name()));
        context.values().forEach(value -> generate(ValueClass.values(), value.name()));
        generate(ContextClass.values(), context.name());
    }

    private void generateTaken(String aggregate, String field) {
        String name = AggregateModel.taken(aggregate, field);
        taken.put(
                aggregate + "." + field,
                new JavaType(
                        packageName(Layer.DOMAIN),
                        classes.take(List.of(name, name.replaceFirst("Taken$", "AlreadyTaken")))));
    }

    private void generate(ClassFamily[] families, String name) {
        for (ClassFamily family : families) {
            String simpleName = classes.take(family.candidates(name));
            generated.put(
                    new FamilyKey(family, name),
                    new JavaType(packageName(family.layer()), simpleName));
        }
    }

    private void nameTables() {
        NamePool pool = new NamePool(name -> !PLATFORM_TABLES.contains(name), "_");
        for (AggregateModel aggregate : context.aggregates()) {
            tables.put(aggregate.name(), table(pool, aggregate.name(), AGGREGATES));
        }
        for (ReadModel readModel : context.readModels()) {
            tables.put(readModel.name(), table(pool, readModel.name(), READ_MODELS));
        }
        tables.forEach((name, table) -> deletedTables.put(name, pool.take(deletedTables(table))));
        for (ReadModel readModel : context.readModels()) {
            String table = known(tables, readModel.name());
            seenTables.put(readModel.name(), pool.take(seenTables(table)));
            awaitedTables.put(readModel.name(), pool.take(awaitedTables(table)));
        }
    }

    private static String table(NamePool pool, String name, String alternative) {
        return pool.take(tables(name, alternative));
    }

    /** The names for a table, the first that is free of which it has. */
    private static List<String> tables(String name, String alternative) {
        Words words = Words.of(name);
        return List.of(
                Sql.shortened(words.plural().snake()), Sql.shortened(words.snake() + alternative));
    }

    private static List<String> deletedTables(String table) {
        return List.of(Sql.shortened("deleted_" + table), Sql.shortened(table + "_deleted"));
    }

    private static List<String> seenTables(String table) {
        return List.of(Sql.shortened(table + "_seen"), Sql.shortened("seen_" + table));
    }

    private static List<String> awaitedTables(String table) {
        return List.of(Sql.shortened(table + "_awaited"), Sql.shortened("awaited_" + table));
    }

    /**
     * The names that the tables of something may have that a context has no more: what it was
     * called beside others that are gone as well, is not known.
     *
     * @return the names that its own table may have, each with those of the tables beside it
     */
    public static Map<String, List<String>> formerTables(Drop drop) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        String alternative = drop.of() == Drop.Of.AGGREGATE ? AGGREGATES : READ_MODELS;
        for (String table : tables(drop.name(), alternative)) {
            List<String> beside = new ArrayList<>(deletedTables(table));
            if (drop.of() == Drop.Of.READ_MODEL) {
                beside.addAll(seenTables(table));
                beside.addAll(awaitedTables(table));
            }
            tables.put(table, beside);
        }
        return tables;
    }

    /** The names that the column of a field may have that is no more. */
    public static List<String> formerColumns(String field) {
        String plain = Words.of(field).snake();
        return Stream.of(plain, identityColumn(field), plain + "_value")
                .map(Sql::shortened)
                .distinct()
                .toList();
    }

    private void namePaths() {
        NamePool pool = new NamePool(name -> true, "-");
        for (AggregateModel aggregate : context.aggregates()) {
            paths.put(aggregate.name(), path(pool, aggregate.name(), "-aggregates"));
        }
        for (ReadModel readModel : context.readModels()) {
            paths.put(readModel.name(), path(pool, readModel.name(), "-read-models"));
        }
    }

    private static String path(NamePool pool, String name, String alternative) {
        Words words = Words.of(name);
        return pool.take(List.of(words.plural().kebab(), words.kebab() + alternative));
    }

    private void nameColumns() {
        for (AggregateModel aggregate : context.aggregates()) {
            Map<String, String> wanted = new LinkedHashMap<>();
            aggregate.fields().forEach(field -> wanted.put(field.name(), column(field)));
            columns.put(aggregate.name(), columns(AGGREGATE_COLUMNS, wanted));
        }
        for (ReadModel readModel : context.readModels()) {
            Map<String, String> wanted = new LinkedHashMap<>();
            wanted.put(readModel.key(), identityColumn(readModel.key()));
            readModel.fields().forEach(field -> wanted.put(field.name(), column(field)));
            columns.put(readModel.name(), columns(READ_MODEL_COLUMNS, wanted));
        }
    }

    private static String column(FieldModel field) {
        return field.type() instanceof Type.IdType
                ? identityColumn(field.name())
                : Words.of(field.name()).snake();
    }

    private static String identityColumn(String field) {
        String name = Words.of(field).snake();
        return name.equals("id") || name.endsWith("_id") ? name : name + "_id";
    }

    private static Map<String, String> columns(Set<String> generated, Map<String, String> wanted) {
        NamePool pool =
                new NamePool(
                        name ->
                                !generated.contains(name)
                                        && !ReservedWords.isPostgresqlSystemColumn(name),
                        "_");
        Map<String, String> columns = new HashMap<>();
        Map<String, String> displaced = new LinkedHashMap<>();
        wanted.forEach(
                (field, column) -> {
                    String name = Sql.shortened(column);
                    if (pool.isFree(name)) {
                        columns.put(field, pool.take(List.of(name)));
                    } else {
                        displaced.put(field, column);
                    }
                });
        displaced.forEach(
                (field, column) ->
                        columns.put(field, pool.take(List.of(Sql.shortened(column + "_value")))));
        return columns;
    }

    private JavaType declared(String name) {
        return known(declared, name);
    }

    private JavaType generated(ClassFamily family, String name) {
        JavaType type = generated.get(new FamilyKey(family, name));
        if (type == null) {
            throw new IllegalArgumentException(name + " is not of the context " + context.name());
        }
        return type;
    }

    private <T> T known(Map<String, T> names, String name) {
        T known = names.get(name);
        if (known == null) {
            throw new IllegalArgumentException(name + " is not of the context " + context.name());
        }
        return known;
    }
}
