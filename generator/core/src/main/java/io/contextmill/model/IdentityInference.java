package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.Text;
import java.util.List;

/**
 * Rule 4, first half: an aggregate that names no type for its id has {@code <Aggregate>Id}; {@code
 * <Aggregate>Identity} where something else is called so.
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
                                                : complete(aggregate, names, findings))
                        .toList());
    }

    /** The name of an aggregate's id, before the rule has run too. */
    static String idName(AggregateSpec aggregate) {
        return aggregate.id().map(Text::value).orElse(aggregate.name().value() + "Id");
    }

    private static AggregateSpec complete(
            AggregateSpec aggregate, SpecNames names, List<Diagnostic> findings) {
        Text name = aggregate.name();
        String id = names.take(name.value() + "Id", name.value() + "Identity");
        findings.add(
                InferenceRules.IDENTITY.at(
                        name.span(), quoted(name.value()) + " is identified by " + quoted(id)));
        return aggregate.withId(new Text(id, name.span()));
    }
}
