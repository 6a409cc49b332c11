package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.Entity;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.ValueType;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.EntitySpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves value objects and entities, each behind those that it holds. One that holds itself,
 * through however many others, could never be made, and is reported; so is an entity that something
 * outside its aggregate holds.
 *
 * <p>The identity of an entity is its field {@value Entity#IDENTITY}, listed or not.
 */
final class ValueObjects {
    private final Map<String, Holder> holders = new LinkedHashMap<>();
    private final TypeResolver types;
    private final List<Diagnostic> findings;
    private final Map<String, ValueType> resolved = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    /** What holds values. */
    private record Holder(
            Text name,
            Optional<Entity> entity,
            List<FieldSpec> fields,
            boolean scalar,
            boolean owned) {}

    /**
     * @param types resolves the types of fields, and learns each value object and entity that is
     *     resolved
     * @param entityIds the types of the identities of entities, by the names of these
     */
    ValueObjects(
            ContextSpec spec,
            Map<String, IdType> entityIds,
            TypeResolver types,
            List<Diagnostic> findings) {
        spec.values()
                .forEach(
                        value ->
                                add(
                                        new Holder(
                                                value.name(),
                                                Optional.empty(),
                                                value.fields(),
                                                value.scalar(),
                                                value.owned())));
        for (AggregateSpec aggregate : spec.aggregates()) {
            aggregate
                    .entities()
                    .forEach(entity -> add(holder(entity, aggregate.name(), entityIds)));
        }
        this.types = types;
        this.findings = findings;
    }

    private static Holder holder(EntitySpec entity, Text aggregate, Map<String, IdType> entityIds) {
        Optional<Entity> inside =
                Optional.ofNullable(entityIds.get(entity.name().value()))
                        .map(
                                id ->
                                        new Entity(
                                                aggregate.value(),
                                                id,
                                                entity.description().map(Text::value)));
        return new Holder(entity.name(), inside, entity.fields(), false, false);
    }

    private void add(Holder holder) {
        holders.putIfAbsent(holder.name().value(), holder);
    }

    List<ValueType> resolve() {
        holders.values().forEach(this::resolve);
        return List.copyOf(resolved.values());
    }

    /**
     * Reports a field of that type where it is none of the aggregate's own.
     *
     * @param aggregate the aggregate that the field is part of; absent for a value object, which
     *     has no part in any
     */
    void checkHeld(FieldSpec field, Optional<String> aggregate) {
        Text type = field.type().name();
        Optional.ofNullable(holders.get(type.value()))
                .ifPresent(
                        held ->
                                held.entity()
                                        .filter(entity -> !isPartOf(entity, aggregate))
                                        .ifPresent(entity -> reportOutside(type, held, entity)));
    }

    private static boolean isPartOf(Entity entity, Optional<String> aggregate) {
        return aggregate.filter(entity.aggregate()::equals).isPresent();
    }

    private void reportOutside(Text type, Holder held, Entity entity) {
        findings.add(
                LinkRules.ENTITY_OUTSIDE
                        .at(
                                type.span(),
                                quoted(type.value())
                                        + " is inside "
                                        + quoted(entity.aggregate())
                                        + ", and this is not",
                                "refer to it by its id, `"
                                        + entity.id().name()
                                        + "`, or hold a value object with what is needed of it")
                        .relatedTo(held.name().span(), "the entity is declared here"));
    }

    private void resolve(Holder holder) {
        String name = holder.name().value();
        if (resolved.containsKey(name)) {
            return;
        }
        open.add(name);
        List<FieldModel> fields = new ArrayList<>();
        holder.entity().ifPresent(entity -> fields.add(identity(entity.id())));
        for (FieldSpec field : holder.fields()) {
            Text type = field.type().name();
            Holder held = holders.get(type.value());
            checkHeld(field, holder.entity().map(Entity::aggregate));
            if (held != null && open.contains(type.value())) {
                reportCycle(holder, type, held);
            } else if (holder.entity().isPresent() && isIdentity(field)) {
                checkIdentity(field, holder);
            } else {
                Optional.ofNullable(held).ifPresent(this::resolve);
                types.resolve(field)
                        .filter(model -> !holder.scalar() || isOneValue(model, holder, type))
                        .ifPresent(fields::add);
            }
        }
        open.remove(name);
        ValueType value =
                new ValueType(
                        name,
                        holder.entity(),
                        fields,
                        holder.scalar(),
                        holder.owned(),
                        holder.name().span());
        resolved.put(name, value);
        types.learn(value);
    }

    /** Whether a typed scalar is made of one value of the language's own types. */
    private boolean isOneValue(FieldModel model, Holder holder, Text type) {
        boolean plain = model.type() instanceof Type.Scalar && !model.optional();
        if (!plain) {
            findings.add(
                    TypeRules.UNFITTING_SCALAR.at(
                            type.span(),
                            quoted(holder.name().value())
                                    + " is to be one value, and this is "
                                    + (model.optional()
                                            ? "one that may be missing"
                                            : model.type() instanceof Type.ListType
                                                    ? "a list"
                                                    : quoted(model.type().word())),
                            "write `string`, `int` or another type of the language, without `?`"
                                    + " and `[]`, which stand where it is used"));
        }
        return plain;
    }

    private static FieldModel identity(IdType id) {
        return new FieldModel(Entity.IDENTITY, id, false, Limits.NONE, id.origin());
    }

    /** Whether a field is called as the identity of an entity is. */
    private static boolean isIdentity(FieldSpec field) {
        return Words.fold(field.name().value()).equals(Entity.IDENTITY);
    }

    private void checkIdentity(FieldSpec field, Holder holder) {
        IdType id = holder.entity().orElseThrow().id();
        String listed = quoted(holder.name().value() + "." + field.name().value());
        Optional<FieldModel> model = types.resolve(field);
        if (model.isEmpty()) {
            return;
        }
        if (!model.get().type().equals(id)) {
            findings.add(
                    LinkRules.IDENTITY_NAME_TAKEN.at(
                            field.name().span(),
                            listed
                                    + " is called as the identity of "
                                    + quoted(id.aggregate())
                                    + " is, which is there without being listed",
                            "give it the type `" + id.name() + "` if it is meant, or rename it"));
        } else if (model.get().optional()) {
            findings.add(
                    TypeRules.OPTIONAL_IDENTITY.at(
                            field.name().span(),
                            listed
                                    + " is the identity of "
                                    + quoted(id.aggregate())
                                    + " and cannot be missing",
                            "take the `?` away"));
        }
    }

    private void reportCycle(Holder holder, Text type, Holder held) {
        List<String> path = new ArrayList<>(open);
        List<String> cycle = new ArrayList<>(path.subList(path.indexOf(type.value()), path.size()));
        cycle.add(type.value());
        findings.add(
                TypeRules.CYCLIC_VALUE
                        .at(
                                type.span(),
                                quoted(type.value())
                                        + " holds itself: "
                                        + String.join(
                                                " → ",
                                                cycle.stream().map(name -> quoted(name)).toList()),
                                held.entity()
                                        .map(
                                                entity ->
                                                        "refer to it by its id, `"
                                                                + entity.id().name()
                                                                + "`")
                                        .orElse(
                                                "a value object holds other values only; what refers to its like"
                                                        + " is an aggregate"))
                        .relatedTo(
                                holder.name().span(),
                                quoted(holder.name().value()) + " is declared here"));
    }
}
