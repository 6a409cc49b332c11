package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type.Scalar;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A record of the context, with a sample of each of its components.
 *
 * @param type the record
 * @param components what it holds
 */
record ValueRecord(ClassName type, List<Sampled> components) {

    /** A component with a sample; the field that it holds, unless it is an identity. */
    record Sampled(String name, TypeName type, CodeBlock sample, Optional<FieldModel> field) {}

    ValueRecord {
        components = List.copyOf(components);
    }

    /** All of a context: identities, states, commands, events, rows. */
    static List<ValueRecord> all(ContextTypes types) {
        List<ValueRecord> all = new ArrayList<>();
        types.aggregates().forEach(aggregate -> all.add(identity(aggregate)));
        types.aggregates().forEach(aggregate -> all.add(state(aggregate)));
        for (AggregateTypes aggregate : types.aggregates()) {
            aggregate
                    .model()
                    .commands()
                    .forEach(
                            command ->
                                    all.add(
                                            message(
                                                    aggregate,
                                                    types.command(command),
                                                    command.fields())));
        }
        for (AggregateTypes aggregate : types.aggregates()) {
            aggregate
                    .model()
                    .events()
                    .forEach(
                            event ->
                                    all.add(
                                            message(
                                                    aggregate,
                                                    types.event(event),
                                                    event.fields())));
        }
        types.readModels().forEach(readModel -> all.add(row(readModel)));
        return all;
    }

    boolean hasDecimal() {
        return components.stream()
                .flatMap(component -> component.field().stream())
                .anyMatch(field -> field.type() == Scalar.DECIMAL);
    }

    /** For each component that could be null: a construction where it is. */
    List<CodeBlock> constructionsWithNull() {
        List<CodeBlock> constructions = new ArrayList<>();
        for (Sampled missing : components) {
            if (!missing.type().isPrimitive()) {
                constructions.add(
                        CodeBlock.of(
                                "construction($L, () -> new $T($L))",
                                Literals.string(type.simpleName() + "." + missing.name()),
                                type,
                                arguments(missing)));
            }
        }
        return constructions;
    }

    private CodeBlock arguments(Sampled missing) {
        return components.stream()
                .map(
                        component ->
                                component.equals(missing)
                                        ? CodeBlock.of("null")
                                        : component.sample())
                .collect(CodeBlock.joining(", "));
    }

    private static ValueRecord identity(AggregateTypes aggregate) {
        TypeName uuid = ClassName.get(UUID.class);
        return new ValueRecord(
                aggregate.id(),
                List.of(new Sampled("value", uuid, CodeBlock.of("ID"), Optional.empty())));
    }

    private static ValueRecord state(AggregateTypes aggregate) {
        List<Sampled> components = new ArrayList<>(List.of(identity("id", aggregate)));
        for (FieldModel field : aggregate.model().fields()) {
            components.add(sampled(Names.stateComponent(field), field, aggregate.types()));
        }
        return new ValueRecord(aggregate.state(), components);
    }

    private static ValueRecord message(
            AggregateTypes aggregate, ClassName type, List<FieldModel> fields) {
        List<Sampled> components =
                new ArrayList<>(List.of(identity(aggregate.idComponent(), aggregate)));
        fields.forEach(
                field -> components.add(sampled(Names.component(field), field, aggregate.types())));
        return new ValueRecord(type, components);
    }

    private static ValueRecord row(ReadModelTypes readModel) {
        List<Sampled> components =
                new ArrayList<>(List.of(identity(readModel.key(), readModel.aggregate())));
        readModel
                .model()
                .fields()
                .forEach(
                        field ->
                                components.add(
                                        sampled(Names.component(field), field, readModel.types())));
        return new ValueRecord(readModel.row(), components);
    }

    private static Sampled identity(String name, AggregateTypes aggregate) {
        return new Sampled(
                name, aggregate.id(), CodeBlock.of("$L", aggregate.constant()), Optional.empty());
    }

    private static Sampled sampled(String name, FieldModel field, ContextTypes types) {
        return new Sampled(
                name, types.type(field), new Samples(types).java(field, 1), Optional.of(field));
    }
}
