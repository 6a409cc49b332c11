package io.contextmill.emitters.postgres;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.Effects;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type;
import io.contextmill.naming.Names;
import io.contextmill.words.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * What tells snapshots apart that cannot stand for each other: a digest of what the state of an
 * aggregate is made of, and of how events make it.
 */
final class StateForm {
    private static final int LENGTH = 16;

    private StateForm() {}

    /** The digest, as hexadecimal digits. */
    static String of(AggregateTypes aggregate) {
        StringBuilder text = new StringBuilder();
        ContextTypes types = aggregate.types();
        AggregateModel model = aggregate.model();
        add(text, types, model.fields());
        for (Type.ValueType value : types.values(model.fields().stream())) {
            text.append(value.name()).append('\n');
            add(text, types, value.fields());
        }
        EffectCode code = new EffectCode(types);
        for (EventModel event : model.events()) {
            text.append(event.name()).append(' ').append(event.deletes()).append('\n');
            if (event.creates()) {
                text.append(
                        code.creation(
                                aggregate.state(),
                                CodeBlock.of("id"),
                                Effects.beginning(model.fields(), model.lifecycle(), event),
                                "event"));
            }
            if (event.changes()) {
                text.append(
                        code.change(
                                "before",
                                Effects.changes(model.fields(), model.lifecycle(), event),
                                "event",
                                Names::stateComponent));
            }
        }
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
    }

    private static void add(StringBuilder text, ContextTypes types, Iterable<FieldModel> fields) {
        for (FieldModel field : fields) {
            text.append(field.name()).append(' ').append(types.type(field));
            enumOf(field.type()).forEach(declared -> text.append(' ').append(declared.values()));
            text.append('\n');
        }
    }

    private static Stream<Type.EnumType> enumOf(Type type) {
        if (type instanceof Type.ListType list) {
            return enumOf(list.item().type());
        }
        return type instanceof Type.EnumType declared ? Stream.of(declared) : Stream.empty();
    }
}
