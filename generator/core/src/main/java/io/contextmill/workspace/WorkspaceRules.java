package io.contextmill.workspace;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import java.util.List;

/** What can go wrong while a plan is carried out. */
public final class WorkspaceRules {
    /** Another run has the folder. */
    public static final RuleDescription LOCKED =
            new RuleDescription(
                    new RuleId("output.locked"),
                    Severity.ERROR,
                    "Another run is writing to the output folder.",
                    "Two runs that write at once would mix their files. Nothing is written; run again when the other"
                            + " is done. The lock is the operating system's and goes with the process that holds it,"
                            + " so there is none to be removed by hand.",
                    "two `contextmill generate` at once with one output folder",
                    "one after the other");

    /** The operating system said no. */
    public static final RuleDescription WRITE_FAILED =
            new RuleDescription(
                    new RuleId("output.write-failed"),
                    Severity.ERROR,
                    "Writing failed.",
                    "The disk may be full, or a right was taken away meanwhile. Every file is whole, with its old or"
                            + " its new content, and the finding says which are still old. Mend the cause and run"
                            + " again: the run goes on from there.",
                    "a full disk",
                    "a disk with room for the project twice");

    private WorkspaceRules() {}

    /** All of them. */
    public static List<RuleDescription> all() {
        return List.of(LOCKED, WRITE_FAILED);
    }
}
