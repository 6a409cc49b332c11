package io.contextmill.naming;

import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.ContextModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.ReadModel;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.ValueType;
import io.contextmill.words.ReservedWords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a context's public language is called in Java. Integration events and commands are records
 * in an interface for each aggregate, queries in one for the context; views and enums stand beside
 * these. Names are as declared, by the rules of {@link Names}; none occurs twice, so that each can
 * be imported.
 */
public final class ContractNames {
    private final String packageName;
    private final Map<String, String> declared = new HashMap<>();
    private final Map<String, JavaType> events = new HashMap<>();
    private final Map<String, JavaType> commands = new HashMap<>();
    private final JavaType queries;
    private final JavaType test;

    ContractNames(ContextModel context, String packageName) {
        this.packageName = packageName;
        NamePool pool =
                new NamePool(
                        name ->
                                !ReservedWords.isJavaType(name)
                                        && !ReservedWords.isWindowsDevice(name),
                        "");
        Map<String, String> displaced = new LinkedHashMap<>();
        declarations(context)
                .forEach(
                        (name, suffix) -> {
                            if (pool.isFree(name)) {
                                declared.put(name, pool.take(List.of(name)));
                            } else {
                                displaced.put(name, suffix);
                            }
                        });
        displaced.forEach((name, suffix) -> declared.put(name, pool.take(List.of(name + suffix))));
        for (AggregateModel aggregate : context.aggregates()) {
            events.put(aggregate.name(), family(pool, aggregate.name(), "IntegrationEvent"));
            commands.put(aggregate.name(), family(pool, aggregate.name(), "IntegrationCommand"));
        }
        queries = family(pool, context.name(), "IntegrationQuery");
        test = family(pool, context.name(), "ContractTest");
    }

    /** The package of all of them. */
    public String packageName() {
        return packageName;
    }

    /** The interface of an aggregate's integration events. */
    public JavaType events(AggregateModel aggregate) {
        return known(events, aggregate.name());
    }

    /** The interface of the commands that go to an aggregate. */
    public JavaType commands(AggregateModel aggregate) {
        return known(commands, aggregate.name());
    }

    /** The interface of the context's queries. */
    public JavaType queries() {
        return queries;
    }

    /** The test of all of them. */
    public JavaType test() {
        return test;
    }

    /** An integration event's name in the interface of its aggregate's. */
    public String of(EventModel event) {
        return known(declared, event.name());
    }

    /** A command's name in the interface of its aggregate's. */
    public String of(CommandModel command) {
        return known(declared, command.name());
    }

    /** A query's name in the interface of the context's. */
    public String of(QueryModel query) {
        return known(declared, query.name());
    }

    /** What queries return. */
    public JavaType of(ReadModel readModel) {
        return type(known(declared, readModel.name()));
    }

    /** An enum. */
    public JavaType of(EnumType type) {
        return type(known(declared, type.name()));
    }

    /** A value object. */
    public JavaType of(ValueType type) {
        return type(known(declared, type.name()));
    }

    private static Map<String, String> declarations(ContextModel context) {
        Map<String, String> declarations = new LinkedHashMap<>();
        context.types().forEach(type -> declarations.put(type.name(), "Type"));
        context.values().forEach(value -> declarations.put(value.name(), "Type"));
        for (AggregateModel aggregate : context.aggregates()) {
            aggregate.events().forEach(event -> declarations.put(event.name(), "Event"));
            aggregate.commands().forEach(command -> declarations.put(command.name(), "Command"));
        }
        context.readModels().forEach(readModel -> declarations.put(readModel.name(), "View"));
        context.queries().forEach(query -> declarations.put(query.name(), "Query"));
        return declarations;
    }

    private JavaType family(NamePool pool, String owner, String suffix) {
        return type(pool.take(List.of(owner + suffix, owner + "Domain" + suffix)));
    }

    private JavaType type(String simpleName) {
        return new JavaType(packageName, simpleName);
    }

    private <T> T known(Map<String, T> names, String name) {
        T known = names.get(name);
        if (known == null) {
            throw new IllegalArgumentException(name + " is not of " + packageName);
        }
        return known;
    }
}
