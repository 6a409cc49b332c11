package io.contextmill.emit;

import io.contextmill.model.WorkspaceModel;
import io.contextmill.naming.WorkspaceNames;

/**
 * What an emitter makes the files of a module from that belongs to no context.
 *
 * @param workspace everything that is generated together; not a context that stands alone
 * @param names what is called how
 * @param module whose files are wanted
 * @param contributions what all emitters asked for in this module, complete and read-only; empty
 *     while they are still being asked
 */
public record SharedEmitContext(
        WorkspaceModel workspace,
        WorkspaceNames names,
        SharedModule module,
        Contributions contributions) {}
