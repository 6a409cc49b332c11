package io.contextmill.workspace;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.RelativePath;
import java.util.List;

/**
 * What became of a plan.
 *
 * @param done the files that were created, replaced or deleted, in the order in which it happened;
 *     manifests are not among them
 * @param notDone those that are still as they were, because something failed
 * @param diagnostics why; without one, the plan was carried out
 */
public record Applied(
        List<RelativePath> done, List<RelativePath> notDone, List<Diagnostic> diagnostics) {
    /** Takes copies. */
    public Applied {
        done = List.copyOf(done);
        notDone = List.copyOf(notDone);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether everything that was planned is done. */
    public boolean isComplete() {
        return diagnostics.isEmpty();
    }
}
