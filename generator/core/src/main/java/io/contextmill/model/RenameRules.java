package io.contextmill.model;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import java.util.List;

/** What can be wrong with a name that something had before. */
public final class RenameRules {
    static final RuleDescription NAME_IN_USE =
            new RuleDescription(
                    new RuleId("rename.name-in-use"),
                    Severity.ERROR,
                    "The name that something had before is that of something else.",
                    """
                    `renamedFrom` says that there is nothing of the former name any more: its files, its table and its
                    rows go on under the new one. Two things cannot come from one, and a name that is still
                    declared was not given up.
                    """,
                    """
                    context: Billing
                    aggregates:
                      Invoice: {renamedFrom: Bill}
                      Bill: {}
                    """,
                    """
                    context: Billing
                    aggregates:
                      Invoice: {renamedFrom: Bill}
                    """);

    /** A rename that nothing can follow, or not into some file. */
    public static final RuleDescription NOT_FOLLOWED =
            new RuleDescription(
                    new RuleId("rename.not-followed"),
                    Severity.WARNING,
                    "A rename cannot be followed.",
                    """
                    What is generated follows a rename by comparing the spec with itself under the former names. Where
                    it has an error under those, or where a file of yours cannot be changed without a doubt, what
                    you wrote stays as it is, and you move it yourself.
                    """,
                    """
                    context: Billing
                    aggregates: [Invoice]
                    events: [InvoiceSent]
                    commands:
                      SendInvoice: {renamedFrom: INVOICESENT}
                    """,
                    """
                    context: Billing
                    aggregates: [Invoice]
                    events: [InvoiceSent]
                    commands:
                      SendInvoice: {renamedFrom: MailInvoice}
                    """);

    private RenameRules() {}

    /** That nothing can follow the renames of a workspace, for it was not valid before them. */
    public static Diagnostic notFollowed(WorkspaceModel model, Diagnostic error) {
        return NOT_FOLLOWED.at(
                model.contexts().get(0).origin(),
                "nothing can follow the renames, for under the former names there is an error: "
                        + error.message(),
                "rename one thing at a time, and generate in between");
    }

    /** All of them. */
    public static List<RuleDescription> all() {
        return List.of(NAME_IN_USE, NOT_FOLLOWED);
    }
}
