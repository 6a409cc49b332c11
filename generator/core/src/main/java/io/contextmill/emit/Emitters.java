package io.contextmill.emit;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.model.WorkspaceModel.Options;
import io.contextmill.naming.WorkspaceNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All emitters of a run, in the order of their ids, however they were found. */
public final class Emitters {
    private final List<Emitter> emitters;
    private final Optional<ClassLoader> loader;

    private Emitters(Collection<? extends Emitter> emitters, Optional<ClassLoader> loader) {
        this.loader = loader;
        this.emitters =
                emitters.stream()
                        .sorted(
                                Comparator.comparing(Emitter::id)
                                        .thenComparing(emitter -> emitter.getClass().getName()))
                        .<Emitter>map(emitter -> emitter)
                        .toList();
    }

    /** Exactly these. */
    public static Emitters of(Collection<? extends Emitter> emitters) {
        return new Emitters(emitters, Optional.empty());
    }

    /** Those that the class path of the loader offers as services. */
    public static Emitters load(ClassLoader loader) {
        return new Emitters(
                ServiceLoader.load(Emitter.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                Optional.of(loader));
    }

    /** Their names, in order. */
    public List<EmitterId> ids() {
        return emitters.stream().map(Emitter::id).toList();
    }

    /** Where they were looked for; absent for emitters that were given one by one. */
    public Optional<ClassLoader> loader() {
        return loader;
    }

    /** The files of a workspace of which nothing was generated yet. */
    public List<PartFiles> emit(WorkspaceModel workspace, Consumer<Diagnostic> findings) {
        return emit(workspace, context -> MigrationHistory.NONE, findings);
    }

    /**
     * The files of every part of the workspace: what comes from all of it first, then context by
     * context, with what it adds to shared modules; emitter by emitter in each. All emitters have
     * said what they need in shared files of a module before the first one makes a file of it.
     * Parts may be taken by different threads at once.
     *
     * @param migrations what is there of a context's database migrations
     * @param findings is told what is wrong with the emitters and what they find, by the threads
     *     that take the files and at the latest when they took the last one; a file whose path
     *     another one has already is told here and is not among the files
     * @throws EmitterFailure if an emitter throws, at the latest when the last file was taken
     */
    public List<PartFiles> emit(
            WorkspaceModel workspace,
            Function<ContextModel, MigrationHistory> migrations,
            Consumer<Diagnostic> findings) {
        requireDistinctIds(workspace, findings);
        WorkspaceNames names = WorkspaceNames.of(workspace);
        List<PartFiles> parts = new ArrayList<>();
        if (!workspace.alone()) {
            Stream<GeneratedFile> files =
                    Stream.of(SharedModule.values())
                            .flatMap(module -> sharedFiles(workspace, names, module, findings));
            PathClaims claims = new PathClaims();
            workspace.contexts().forEach(context -> claims.close(names.folder(context), context));
            parts.add(new PartFiles(Optional.empty(), unclaimed(files, claims, findings)));
        }
        for (ContextModel context : workspace.contexts()) {
            // Even the names of a context are made only when somebody wants its files.
            Stream<GeneratedFile> files =
                    Stream.of(context)
                            .map(
                                    wanted ->
                                            EmitContext.of(
                                                    workspace,
                                                    names,
                                                    wanted,
                                                    migrations.apply(wanted)))
                            .flatMap(wanted -> contextFiles(wanted, findings));
            parts.add(
                    new PartFiles(
                            Optional.of(context),
                            unclaimed(files, new PathClaims(), findings),
                            former(workspace, names, context)));
        }
        return parts;
    }

    /** What is found about a form that is no more is of no use to anybody. */
    private Optional<PartFiles.Former> former(
            WorkspaceModel workspace, WorkspaceNames names, ContextModel context) {
        if (workspace.former(context).isEmpty()) {
            return Optional.empty();
        }
        Consumer<Diagnostic> nobody = finding -> {};
        Stream<GeneratedFile> files =
                Stream.of(context)
                        .flatMap(
                                now ->
                                        EmitContext.of(workspace, names, now, MigrationHistory.NONE)
                                                .former()
                                                .stream())
                        .flatMap(then -> contextFiles(then, nobody));
        return Optional.of(
                new PartFiles.Former(
                        names.folder(context), unclaimed(files, new PathClaims(), nobody)));
    }

    private static Stream<GeneratedFile> unclaimed(
            Stream<GeneratedFile> files, PathClaims claims, Consumer<Diagnostic> findings) {
        return files.filter(
                file -> {
                    Optional<Diagnostic> taken = claims.claim(file);
                    taken.ifPresent(findings);
                    return taken.isEmpty();
                });
    }

    private Stream<GeneratedFile> contextFiles(EmitContext context, Consumer<Diagnostic> findings) {
        EmitContext complete =
                context.with(
                        contributions(
                                (emitter, part) -> emitter.contribute(context, part),
                                context.context().origin(),
                                findings));
        for (Emitter emitter : emitters) {
            blaming(emitter, () -> emitter.findings(complete)).forEach(findings);
        }
        WorkspaceNames names = context.workspaceNames();
        Stream<GeneratedFile> own =
                files(
                        emitter -> emitter.emit(complete),
                        names.folder(context.context()),
                        context.options());
        if (names.alone()) {
            return own;
        }
        Stream<GeneratedFile> shared =
                Stream.of(SharedModule.values())
                        .flatMap(
                                module ->
                                        files(
                                                emitter -> emitter.emit(complete, module),
                                                module.folder(),
                                                context.options()));
        return Stream.concat(own, shared);
    }

    private Stream<GeneratedFile> sharedFiles(
            WorkspaceModel workspace,
            WorkspaceNames names,
            SharedModule module,
            Consumer<Diagnostic> findings) {
        SharedEmitContext empty =
                new SharedEmitContext(workspace, names, module, Contributions.none());
        SharedEmitContext complete =
                new SharedEmitContext(
                        workspace,
                        names,
                        module,
                        contributions(
                                (emitter, part) -> emitter.contribute(empty, part),
                                workspace.contexts().get(0).origin(),
                                findings));
        return files(emitter -> emitter.emit(complete), module.folder(), workspace.options());
    }

    private Stream<GeneratedFile> files(
            Function<Emitter, Stream<GeneratedFile>> emit, String folder, Options options) {
        return emitters.stream()
                .flatMap(emitter -> filesOf(emitter, emit))
                .map(file -> file.in(folder, options.generated()));
    }

    private void requireDistinctIds(WorkspaceModel workspace, Consumer<Diagnostic> findings) {
        for (int i = 1; i < emitters.size(); i++) {
            Emitter first = emitters.get(i - 1);
            Emitter second = emitters.get(i);
            if (first.id().equals(second.id())) {
                findings.accept(
                        EmitRules.DUPLICATE_EMITTER.at(
                                workspace.contexts().get(0).origin(),
                                "`%s` and `%s` are both called `%s`"
                                        .formatted(
                                                first.getClass().getName(),
                                                second.getClass().getName(),
                                                first.id())));
            }
        }
    }

    private Contributions contributions(
            BiConsumer<Emitter, Contributions> ask,
            SourceSpan origin,
            Consumer<Diagnostic> findings) {
        SortedMap<EmitterId, Contributions> parts = new TreeMap<>();
        for (Emitter emitter : emitters) {
            Contributions part = parts.computeIfAbsent(emitter.id(), id -> new Contributions());
            blaming(
                    emitter,
                    () -> {
                        ask.accept(emitter, part);
                        return part;
                    });
        }
        Validated<Contributions> merged = Contributions.merge(parts, origin);
        merged.diagnostics().forEach(findings);
        return merged.value().orElseGet(Contributions::none);
    }

    /** The emitter's files; what it throws while they are made is blamed on it too. */
    private static Stream<GeneratedFile> filesOf(
            Emitter emitter, Function<Emitter, Stream<GeneratedFile>> emit) {
        Stream<GeneratedFile> files = blaming(emitter, () -> emit.apply(emitter));
        Iterator<GeneratedFile> made = files.iterator();
        Iterator<GeneratedFile> blamed =
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return blaming(emitter, made::hasNext);
                    }

                    @Override
                    public GeneratedFile next() {
                        return blaming(emitter, made::next);
                    }
                };
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                blamed, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(files::close);
    }

    private static <T> T blaming(Emitter emitter, Supplier<T> step) {
        try {
            return step.get();
        } catch (EmitterFailure known) {
            throw known;
        } catch (RuntimeException e) {
            throw new EmitterFailure(emitter.id(), e);
        }
    }
}
