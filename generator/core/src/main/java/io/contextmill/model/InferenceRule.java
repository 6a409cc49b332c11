package io.contextmill.model;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import java.util.List;

/**
 * A step of inference: writes into a spec what it does not say, and nothing where it says
 * something.
 */
interface InferenceRule {
    /** The spec with more said, and a finding for everything that was decided. */
    ContextSpec complete(ContextSpec spec, List<Diagnostic> findings);
}
