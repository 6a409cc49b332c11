package io.contextmill.emit;

import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.model.WorkspaceModel.Options;
import io.contextmill.naming.Names;
import io.contextmill.naming.WorkspaceNames;
import java.util.Optional;

/**
 * What an emitter makes the files of a context's module from. Nothing of other contexts is in it,
 * so that files need to be made again only when their own context or the options change.
 *
 * @param options what holds for everything that is generated together
 * @param workspaceNames what is called how beside the context
 * @param context the context whose files are wanted
 * @param names what is called how in the context
 * @param migrations what is there of the context's database migrations
 * @param contributions what all emitters asked for, complete and read-only; empty while they are
 *     still being asked
 * @param former the same with everything called as it was before things in the context were
 *     renamed; absent where nothing was
 */
public record EmitContext(
        Options options,
        WorkspaceNames workspaceNames,
        ContextModel context,
        Names names,
        MigrationHistory migrations,
        Contributions contributions,
        Optional<EmitContext> former) {

    /** Everything about a context but what emitters ask for. */
    public static EmitContext of(
            WorkspaceModel workspace,
            WorkspaceNames workspaceNames,
            ContextModel context,
            MigrationHistory migrations) {
        return new EmitContext(
                workspace.options(),
                workspaceNames,
                context,
                workspaceNames.of(context),
                migrations,
                Contributions.none(),
                workspace
                        .former(context)
                        .map(
                                then -> {
                                    WorkspaceModel before = workspace.former().orElseThrow();
                                    return of(before, WorkspaceNames.of(before), then, migrations);
                                }));
    }

    EmitContext with(Contributions complete) {
        return new EmitContext(
                options, workspaceNames, context, names, migrations, complete, former);
    }
}
