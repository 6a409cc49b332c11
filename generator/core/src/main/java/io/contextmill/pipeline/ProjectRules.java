package io.contextmill.pipeline;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import java.util.List;

/** What is found about a generated project as a whole. */
final class ProjectRules {
    /** A file is not what a run would leave. */
    static final RuleDescription NOT_CURRENT =
            new RuleDescription(
                    new RuleId("check.not-current"),
                    Severity.ERROR,
                    "A generated file is not what the spec asks for.",
                    "The spec was changed and the project was not generated again, or it was generated and not all of"
                            + " it was committed. What is built then is not what the spec says. Generate, and commit"
                            + " what changes.",
                    "a command that was added to the spec alone",
                    "the spec and what was generated from it, committed together");

    /** What is remembered is not what a run would leave. */
    static final RuleDescription MANIFEST_NOT_CURRENT =
            new RuleDescription(
                    new RuleId("check.manifest-not-current"),
                    Severity.ERROR,
                    "A manifest is not what the spec asks for.",
                    "The manifest tells files that were edited from files that were generated. One that is missing, or of"
                            + " an earlier state, lets an edit pass for a generated file or the other way round."
                            + " Generate, and commit it with the rest.",
                    ".contextmill/order.manifest, left out of a commit",
                    ".contextmill/order.manifest, committed with the files that it names");

    /** There is nothing to be ejected. */
    static final RuleDescription NOTHING_TO_EJECT =
            new RuleDescription(
                    new RuleId("eject.nothing-to-eject"),
                    Severity.ERROR,
                    "What is generated is part of the project already.",
                    "`eject` moves what builds make into the project, and the generator out of its build. A spec that does not"
                            + " say `generated: build` has neither.",
                    "contextmill eject order.yaml --out order, where order.yaml says nothing about `generated`",
                    "the same, where order.yaml says `generated: build`");

    private ProjectRules() {}

    static List<RuleDescription> all() {
        return List.of(NOT_CURRENT, MANIFEST_NOT_CURRENT, NOTHING_TO_EJECT);
    }
}
