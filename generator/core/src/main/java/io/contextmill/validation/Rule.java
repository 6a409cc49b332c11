package io.contextmill.validation;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import io.contextmill.model.WorkspaceModel;
import java.util.List;

/** A check of a resolved model. Pure: the same model has the same findings. */
public interface Rule {
    /** What it finds, why that matters and what it looks like. */
    RuleDescription description();

    /** Its name. */
    default RuleId id() {
        return description().id();
    }

    /** How much its findings matter. */
    default Severity severity() {
        return description().severity();
    }

    /** Why they matter. */
    default String rationale() {
        return description().rationale();
    }

    /** All its findings, made from the description. */
    List<Diagnostic> check(WorkspaceModel model);
}
