package io.contextmill.model;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import java.util.List;

/**
 * Everything that is inferred, in the order in which the language says so: each rule sees what
 * those before it wrote.
 */
final class Inference {
    private static final List<InferenceRule> RULES =
            List.of(
                    new CommandAggregateInference(),
                    new EmissionInference(),
                    new CreationInference(),
                    new IdentityInference(),
                    new StatusInference(),
                    new EntityInference(),
                    new ReadModelInference(),
                    new QueryInference());

    private Inference() {}

    /**
     * The spec with everything said that the language lets one leave out.
     *
     * @param alone whether there is no other context to hear of this one's events
     */
    static ContextSpec complete(ContextSpec spec, boolean alone, List<Diagnostic> findings) {
        ContextSpec complete = spec;
        for (InferenceRule rule : RULES) {
            complete = rule.complete(complete, findings);
        }
        return alone ? complete : new VisibilityInference().complete(complete, findings);
    }
}
