package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.samples.SampleRecord;
import io.contextmill.emitters.samples.SampleRecord.Sampled;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;

/** The records of a context, with samples. */
final class ValueRecords {
    private ValueRecords() {}

    /** All of a context: identities, value objects and entities, states, commands, events, rows. */
    static List<SampleRecord> all(ContextTypes types) {
        List<SampleRecord> all = new ArrayList<>();
        types.context().identities().forEach(id -> all.add(identity(types, id)));
        types.context().values().forEach(value -> all.add(value(types, value)));
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

    private static SampleRecord identity(ContextTypes types, IdType id) {
        CodeBlock value = Samples.written(id, CodeBlock.of("ID"));
        return new SampleRecord(
                (ClassName) types.type(id),
                List.of(new Sampled("value", types.type(id.value()), value)));
    }

    private static SampleRecord value(ContextTypes types, ValueType value) {
        return new SampleRecord(
                (ClassName) types.type(value),
                value.fields().stream()
                        .map(field -> sampled(Names.component(field), field, types))
                        .toList());
    }

    private static SampleRecord state(AggregateTypes aggregate) {
        List<Sampled> components = new ArrayList<>(List.of(identity("id", aggregate)));
        for (FieldModel field : aggregate.model().fields()) {
            components.add(sampled(Names.stateComponent(field), field, aggregate.types()));
        }
        return new SampleRecord(aggregate.state(), components);
    }

    private static SampleRecord message(
            AggregateTypes aggregate, ClassName type, List<FieldModel> fields) {
        List<Sampled> components =
                new ArrayList<>(List.of(identity(aggregate.idComponent(), aggregate)));
        fields.forEach(
                field -> components.add(sampled(Names.component(field), field, aggregate.types())));
        return new SampleRecord(type, components);
    }

    private static SampleRecord row(ReadModelTypes readModel) {
        List<Sampled> components =
                new ArrayList<>(List.of(identity(readModel.key(), readModel.aggregate())));
        readModel
                .model()
                .fields()
                .forEach(
                        field ->
                                components.add(
                                        sampled(Names.component(field), field, readModel.types())));
        return new SampleRecord(readModel.row(), components);
    }

    private static Sampled identity(String name, AggregateTypes aggregate) {
        return new Sampled(name, aggregate.id(), CodeBlock.of("$L", aggregate.constant()));
    }

    private static Sampled sampled(String name, FieldModel field, ContextTypes types) {
        return new Sampled(name, types.type(field), new Samples(types).java(field, 1));
    }
}
