package io.contextmill.status;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.Names;
import io.contextmill.naming.WorkspaceNames;
import io.contextmill.plan.Manifest;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.OwnFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what a spec leaves to people. */
public final class Status {
    private final WorkspaceModel workspace;
    private final Optional<OutputFolder> folder;
    private final List<Diagnostic> findings = new ArrayList<>();
    private boolean isGenerated;

    private Status(WorkspaceModel workspace, Optional<OutputFolder> folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    /**
     * The commands of which the spec does not say what they lead to, in the order written.
     *
     * @param folder where the project was generated, to look at what its people wrote
     * @throws IOException if nothing of the spec was generated there, or it cannot be read
     */
    public static Validated<List<UndecidedCommand>> undecided(
            WorkspaceModel workspace, Optional<OutputFolder> folder) throws IOException {
        return new Status(workspace, folder).undecided();
    }

    private Validated<List<UndecidedCommand>> undecided() throws IOException {
        WorkspaceNames names = WorkspaceNames.of(workspace);
        List<UndecidedCommand> undecided = new ArrayList<>();
        for (ContextModel context : workspace.contexts()) {
            Optional<Manifest> manifest = manifest(context);
            for (AggregateModel aggregate : context.aggregates()) {
                undecided.addAll(undecided(context, aggregate, names.of(context), manifest));
            }
        }
        if (folder.isPresent() && !isGenerated && findings.isEmpty()) {
            throw new IOException(
                    "nothing was generated from this spec into " + folder.get().place().file());
        }
        return Validated.of(undecided, findings);
    }

    private List<UndecidedCommand> undecided(
            ContextModel context,
            AggregateModel aggregate,
            Names names,
            Optional<Manifest> manifest)
            throws IOException {
        List<CommandModel> commands =
                aggregate.commands().stream()
                        .filter(command -> command.emission().isUndecided())
                        .toList();
        if (commands.isEmpty()) {
            return List.of();
        }
        Optional<Decisions> decisions = decisions(aggregate, names, manifest);
        List<UndecidedCommand> undecided = new ArrayList<>();
        for (CommandModel command : commands) {
            List<SourceSpan> overrides =
                    decisions
                            .map(known -> known.about(names.of(command).simpleName()))
                            .orElse(List.of());
            int needed = command.creation() == Creation.IF_ABSENT ? 2 : 1;
            undecided.add(
                    new UndecidedCommand(
                            context.name(), command, overrides, overrides.size() >= needed));
        }
        return undecided;
    }

    private Optional<Manifest> manifest(ContextModel context) throws IOException {
        Optional<SourceFile> file = read(OwnFiles.manifest(context.name()));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        isGenerated = true;
        Validated<Manifest> manifest = Manifest.parse(file.get());
        findings.addAll(manifest.diagnostics());
        return manifest.value();
    }

    private Optional<Decisions> decisions(
            AggregateModel aggregate, Names names, Optional<Manifest> manifest) throws IOException {
        String end = "/" + names.of(aggregate, AggregateClass.BEHAVIOUR).path();
        Optional<RelativePath> path =
                manifest.stream()
                        .flatMap(known -> known.entries().entrySet().stream())
                        .filter(entry -> entry.getValue().ownership() == Ownership.SCAFFOLDED)
                        .map(entry -> entry.getKey())
                        .filter(owned -> owned.value().endsWith(end))
                        .findFirst();
        return path.isEmpty() ? Optional.empty() : read(path.get()).map(Decisions::in);
    }

    private Optional<SourceFile> read(RelativePath path) throws IOException {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        return folder.get()
                .readIfPresent(path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(text -> folder.get().source(path, text));
    }
}
