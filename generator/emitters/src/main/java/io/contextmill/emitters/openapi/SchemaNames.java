package io.contextmill.emitters.openapi;

import io.contextmill.model.CommandModel;
import io.contextmill.model.ContextModel;
import io.contextmill.model.ReadModel;
import io.contextmill.model.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the schemas of the document are called: as the spec declares them. The schemas of the
 * platform are called {@code Receipt} and {@code Problem}; a type, command or read model of that
 * name has its kind behind it.
 */
final class SchemaNames {
    static final String RECEIPT = "Receipt";
    static final String PROBLEM = "Problem";

    private final Set<String> taken = new HashSet<>(Set.of(folded(RECEIPT), folded(PROBLEM)));
    private final Map<String, String> declared = new HashMap<>();
    private final Map<String, String> pages = new HashMap<>();

    SchemaNames(ContextModel context) {
        context.types().forEach(type -> declared.put(type.name(), take(type.name(), "Type")));
        context.values().forEach(value -> declared.put(value.name(), take(value.name(), "Type")));
        context.aggregates().stream()
                .flatMap(aggregate -> aggregate.commands().stream())
                .forEach(command -> declared.put(command.name(), take(command.name(), "Command")));
        context.readModels()
                .forEach(
                        readModel ->
                                declared.put(readModel.name(), take(readModel.name(), "View")));
        context.readModels()
                .forEach(
                        readModel ->
                                pages.put(
                                        readModel.name(),
                                        take(readModel.name() + "Page", "OfRows")));
    }

    String of(Type type) {
        return known(declared, type.name());
    }

    String of(CommandModel command) {
        return known(declared, command.name());
    }

    String of(ReadModel readModel) {
        return known(declared, readModel.name());
    }

    String page(ReadModel readModel) {
        return known(pages, readModel.name());
    }

    private static String known(Map<String, String> names, String name) {
        String known = names.get(name);
        if (known == null) {
            throw new IllegalArgumentException("no schema for " + name);
        }
        return known;
    }

    private String take(String name, String kind) {
        String free = name;
        while (!taken.add(folded(free))) {
            free += kind;
        }
        return free;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
