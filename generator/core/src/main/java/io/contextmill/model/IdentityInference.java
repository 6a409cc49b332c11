package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.EntitySpec;
import io.contextmill.spec.ContextSpec.IdSpec;
import io.contextmill.spec.Text;
import java.util.List;

/**
 * Rule 4, first half: an aggregate, or an entity inside one, that names no type for its id has
 * {@code <Aggregate>Id}; {@code <Aggregate>Identity} where something else is called so.
 */
final class IdentityInference implements InferenceRule {
    @Override
    public ContextSpec complete(ContextSpec spec, List<Diagnostic> findings) {
        SpecNames names = new SpecNames(spec);
        return spec.withAggregates(
                spec.aggregates().stream()
                        .map(
                                aggregate ->
                                        aggregate.id().isPresent()
                                                ? aggregate
                                                : aggregate.withId(
                                                        id(aggregate.name(), names, findings)))
                        .map(
                                aggregate ->
                                        aggregate.withEntities(
                                                aggregate.entities().stream()
                                                        .map(
                                                                entity ->
                                                                        complete(
                                                                                entity, names,
                                                                                findings))
                                                        .toList()))
                        .toList());
    }

    /** The name of an aggregate's id, before the rule has run too. */
    static String idName(AggregateSpec aggregate) {
        return aggregate.id().map(id -> id.name().value()).orElse(aggregate.name().value() + "Id");
    }

    private static EntitySpec complete(
            EntitySpec entity, SpecNames names, List<Diagnostic> findings) {
        return entity.id().isPresent() ? entity : entity.withId(id(entity.name(), names, findings));
    }

    private static IdSpec id(Text name, SpecNames names, List<Diagnostic> findings) {
        String id = names.take(name.value() + "Id", name.value() + "Identity");
        findings.add(
                InferenceRules.IDENTITY.at(
                        name.span(), quoted(name.value()) + " is identified by " + quoted(id)));
        return IdSpec.uuid(new Text(id, name.span()));
    }
}
