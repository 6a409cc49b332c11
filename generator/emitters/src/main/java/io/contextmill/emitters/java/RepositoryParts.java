package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.contextmill.naming.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What a repository and the rows of a read model on PostgreSQL are made of, under the names that
 * the parts have wherever they are handed on.
 */
public final class RepositoryParts {
    private RepositoryParts() {}

    /** The parts of the repository of an aggregate, in the order of its constructor. */
    public static List<ParameterSpec> of(AggregateTypes aggregate) {
        ContextTypes types = aggregate.types();
        boolean events = aggregate.model().isKeptAsEvents();
        List<ParameterSpec> parts = new ArrayList<>();
        if (!events || !aggregate.unique().isEmpty()) {
            parts.add(part(Libraries.JDBC_CLIENT, "jdbc"));
        }
        parts.add(part(Libraries.TRANSACTIONS, "transactions"));
        parts.add(part(outbox(types, "Outbox"), "outbox"));
        parts.add(part(aggregate.decider(), "decider"));
        if (events) {
            parts.add(part(eventStore(types, "EventStore"), "eventStore"));
            parts.add(part(eventStore(types, "Snapshots"), "snapshots"));
        } else if (hasComposites(aggregate)) {
            parts.add(part(Libraries.JSON_MAPPER, "json"));
        }
        return List.copyOf(parts);
    }

    /** The parts of what keeps the rows of a read model, in the order of its constructor. */
    public static List<ParameterSpec> of(ReadModelTypes readModel) {
        List<ParameterSpec> parts = new ArrayList<>();
        parts.add(part(Libraries.JDBC_CLIENT, "jdbc"));
        if (readModel.model().fields().stream().anyMatch(field -> field.type().isComposite())) {
            parts.add(part(Libraries.JSON_MAPPER, "json"));
        }
        if (readModel.isOfSeveral()) {
            parts.add(part(outbox(readModel.types(), "EventJson"), "events"));
        }
        return List.copyOf(parts);
    }

    /** A constructor that takes all parts. */
    public static MethodSpec constructor(List<ParameterSpec> parts) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (ParameterSpec part : parts) {
            constructor.addParameter(part).addStatement("this.$L = $L", part.name(), part.name());
        }
        return constructor.build();
    }

    /** The fields that hold the parts. */
    public static List<FieldSpec> fields(List<ParameterSpec> parts) {
        return parts.stream()
                .map(
                        part ->
                                FieldSpec.builder(
                                                part.type(),
                                                part.name(),
                                                Modifier.PRIVATE,
                                                Modifier.FINAL)
                                        .build())
                .toList();
    }

    /** Their names, as they are handed on. */
    public static String names(List<ParameterSpec> parts) {
        return parts.stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
    }

    /** A class of the platform's outbox. */
    public static ClassName outbox(ContextTypes types, String name) {
        return ClassName.get(types.packageName(Layer.PLATFORM) + ".outbox", name);
    }

    /** A class of the platform's event store. */
    public static ClassName eventStore(ContextTypes types, String name) {
        return ClassName.get(types.packageName(Layer.PLATFORM) + ".eventstore", name);
    }

    private static boolean hasComposites(AggregateTypes aggregate) {
        return aggregate.model().fields().stream().anyMatch(field -> field.type().isComposite());
    }

    private static ParameterSpec part(TypeName type, String name) {
        return ParameterSpec.builder(type, name).build();
    }
}
