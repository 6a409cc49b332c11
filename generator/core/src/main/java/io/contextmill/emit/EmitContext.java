package io.contextmill.emit;

import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;

/**
 * What an emitter makes files from.
 *
 * @param workspace everything that is generated together
 * @param context the context whose files are wanted; one of the workspace's
 * @param contributions what all emitters asked for, complete and read-only; empty while they are
 *     still being asked
 */
public record EmitContext(
        WorkspaceModel workspace, ContextModel context, Contributions contributions) {}
