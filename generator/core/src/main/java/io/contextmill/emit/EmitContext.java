package io.contextmill.emit;

import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.naming.Names;
import io.contextmill.naming.WorkspaceNames;

/**
 * What an emitter makes the files of a context's module from.
 *
 * @param workspace everything that is generated together
 * @param workspaceNames what is called how beside the context
 * @param context the context whose files are wanted; one of the workspace's
 * @param names what is called how in the context
 * @param contributions what all emitters asked for, complete and read-only; empty while they are
 *     still being asked
 */
public record EmitContext(
        WorkspaceModel workspace,
        WorkspaceNames workspaceNames,
        ContextModel context,
        Names names,
        Contributions contributions) {

    /** Everything about a context but what emitters ask for. */
    public static EmitContext of(
            WorkspaceModel workspace, WorkspaceNames workspaceNames, ContextModel context) {
        return new EmitContext(
                workspace,
                workspaceNames,
                context,
                workspaceNames.of(context),
                Contributions.none());
    }

    EmitContext with(Contributions complete) {
        return new EmitContext(workspace, workspaceNames, context, names, complete);
    }
}
