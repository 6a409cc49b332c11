package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.EntitySpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The list in which an aggregate holds an entity that no field of it holds, itself or in another
 * entity. It is called as many of them are, {@code orderItems} for {@code OrderItem}; {@code
 * orderItemList} where the aggregate or another field of it is called so.
 */
final class EntityInference implements InferenceRule {
    @Override
    public ContextSpec complete(ContextSpec spec, List<Diagnostic> findings) {
        return spec.withAggregates(
                spec.aggregates().stream()
                        .map(aggregate -> complete(aggregate, findings))
                        .toList());
    }

    private static AggregateSpec complete(AggregateSpec aggregate, List<Diagnostic> findings) {
        List<FieldSpec> fields = new ArrayList<>(aggregate.fields().orElse(List.of()));
        for (EntitySpec entity : aggregate.entities()) {
            Text name = entity.name();
            if (isHeld(aggregate, name)) {
                continue;
            }
            String field = fieldName(aggregate, fields, name.value());
            fields.add(
                    new FieldSpec(
                            new Text(field, name.span()),
                            Expressions.list(name.value(), name.span())));
            findings.add(
                    InferenceRules.ENTITY.at(
                            name.span(),
                            quoted(aggregate.name().value())
                                    + " holds each "
                                    + quoted(name.value())
                                    + " in "
                                    + quoted(field)));
        }
        return fields.size() == aggregate.fields().orElse(List.of()).size()
                ? aggregate
                : aggregate.withState(fields, aggregate.lifecycle());
    }

    private static boolean isHeld(AggregateSpec aggregate, Text entity) {
        Stream<FieldSpec> ofOthers =
                aggregate.entities().stream()
                        .filter(other -> !other.name().value().equals(entity.value()))
                        .flatMap(other -> other.fields().stream());
        return Stream.concat(aggregate.fields().orElse(List.of()).stream(), ofOthers)
                .anyMatch(field -> field.type().name().value().equals(entity.value()));
    }

    private static String fieldName(
            AggregateSpec aggregate, List<FieldSpec> fields, String entity) {
        Set<String> taken = new HashSet<>();
        taken.add(Words.fold(aggregate.name().value()));
        fields.forEach(field -> taken.add(Words.fold(field.name().value())));
        String plural = SpecNames.cut(Words.of(entity).plural().camel(), SpecNames.LONGEST);
        return taken.contains(Words.fold(plural))
                ? SpecNames.cut(Words.of(entity).camel(), SpecNames.LONGEST - 4) + "List"
                : plural;
    }
}
