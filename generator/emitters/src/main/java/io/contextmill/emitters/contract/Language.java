package io.contextmill.emitters.contract;

import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.ContextModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The public language of a context: what it tells others and what they can ask of it.
 *
 * @param types what everything is called
 * @param families the events, commands and queries
 * @param views what queries return
 */
record Language(ContractTypes types, List<Family> families, List<ContractRecord> views) {

    Language {
        families = List.copyOf(families);
        views = List.copyOf(views);
    }

    /** What a context of a workspace shares with the others. */
    static Language of(ContractTypes types) {
        ContextModel context = types.domain().context();
        List<Family> families = new ArrayList<>(events(types));
        types.domain().aggregates().stream()
                .filter(aggregate -> !aggregate.model().commands().isEmpty())
                .forEach(aggregate -> families.add(Family.commands(types, aggregate)));
        if (!context.queries().isEmpty()) {
            families.add(Family.queries(types, context.queries()));
        }
        List<ContractRecord> views =
                types.domain().readModels().stream()
                        .map(readModel -> ContractRecord.view(types, readModel))
                        .toList();
        return new Language(types, families, views);
    }

    /** What a context that stands alone says to whoever listens. */
    static Language ofEvents(ContractTypes types) {
        return new Language(types, events(types), List.of());
    }

    /** All records. */
    List<ContractRecord> records() {
        List<ContractRecord> records = new ArrayList<>(messages());
        values().forEach(value -> records.add(ContractRecord.value(types, value)));
        return records;
    }

    /** The value objects that others hold. */
    List<ValueType> values() {
        return types.domain().values(fields(messages())).stream()
                .filter(value -> !value.scalar())
                .toList();
    }

    private List<ContractRecord> messages() {
        return Stream.concat(
                        families.stream().flatMap(family -> family.records().stream()),
                        views.stream())
                .toList();
    }

    private static Stream<FieldModel> fields(List<ContractRecord> records) {
        return records.stream()
                .flatMap(each -> each.members().stream())
                .flatMap(member -> member.field().stream());
    }

    /** The enums that a record holds values of. */
    List<EnumType> enums() {
        return types.domain().context().types().stream().filter(this::isUsed).toList();
    }

    /** What its package says about itself. */
    Javadoc meaning() {
        String name = types.domain().context().name();
        boolean eventsOnly = families.size() == types.heardOf().size() && views.isEmpty();
        return eventsOnly
                ? Javadoc.of(
                        "What others hear of the $L context: its events, in plain values.", name)
                : Javadoc.of(
                        "The public language of the $L context: what it tells others and what they can ask of"
                                + " it, in plain values.",
                        name);
    }

    private boolean isUsed(EnumType declared) {
        return fields(records())
                .map(FieldModel::type)
                .map(type -> type instanceof ListType list ? list.item().type() : type)
                .anyMatch(declared::equals);
    }

    private static List<Family> events(ContractTypes types) {
        return types.heardOf().stream().map(aggregate -> Family.events(types, aggregate)).toList();
    }
}
