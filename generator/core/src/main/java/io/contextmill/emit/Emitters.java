package io.contextmill.emit;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All emitters of a run, in the order of their ids, however they were found. */
public final class Emitters {
    private final List<Emitter> emitters;

    private Emitters(Collection<? extends Emitter> emitters) {
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
        return new Emitters(emitters);
    }

    /** Those that the class path of the loader offers as services. */
    public static Emitters load(ClassLoader loader) {
        return new Emitters(
                ServiceLoader.load(Emitter.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** Their names, in order. */
    public List<EmitterId> ids() {
        return emitters.stream().map(Emitter::id).toList();
    }

    /**
     * The files of every context of the workspace, context by context and emitter by emitter. All
     * emitters have said what they need in shared files before the first one makes a file.
     *
     * @param findings is told what is wrong with the emitters, at the latest when the last file was
     *     taken; a file whose path another one has already is told here and is not among the files
     * @throws EmitterFailure if an emitter throws, at the latest when the last file was taken
     */
    public List<ContextFiles> emit(WorkspaceModel workspace, Consumer<Diagnostic> findings) {
        PathClaims claims = new PathClaims();
        List<ContextFiles> all = new ArrayList<>();
        for (ContextModel context : workspace.contexts()) {
            requireDistinctIds(context, findings);
            Validated<Contributions> contributions = contributions(workspace, context);
            contributions.diagnostics().forEach(findings);
            EmitContext emitContext =
                    new EmitContext(
                            workspace,
                            context,
                            contributions.value().orElseGet(Contributions::none));
            Stream<GeneratedFile> files =
                    emitters.stream()
                            .flatMap(emitter -> filesOf(emitter, emitContext))
                            .filter(
                                    file -> {
                                        Optional<Diagnostic> taken = claims.claim(file);
                                        taken.ifPresent(findings);
                                        return taken.isEmpty();
                                    });
            all.add(new ContextFiles(context, files));
        }
        return all;
    }

    private void requireDistinctIds(ContextModel context, Consumer<Diagnostic> findings) {
        for (int i = 1; i < emitters.size(); i++) {
            Emitter first = emitters.get(i - 1);
            Emitter second = emitters.get(i);
            if (first.id().equals(second.id())) {
                findings.accept(
                        EmitRules.DUPLICATE_EMITTER.at(
                                context.origin(),
                                "`%s` and `%s` are both called `%s`"
                                        .formatted(
                                                first.getClass().getName(),
                                                second.getClass().getName(),
                                                first.id())));
            }
        }
    }

    private Validated<Contributions> contributions(WorkspaceModel workspace, ContextModel context) {
        EmitContext empty = new EmitContext(workspace, context, Contributions.none());
        SortedMap<EmitterId, Contributions> parts = new TreeMap<>();
        for (Emitter emitter : emitters) {
            Contributions part = parts.computeIfAbsent(emitter.id(), id -> new Contributions());
            blaming(
                    emitter,
                    () -> {
                        emitter.contribute(empty, part);
                        return part;
                    });
        }
        return Contributions.merge(parts, context.origin());
    }

    /** The emitter's files; what it throws while they are made is blamed on it too. */
    private static Stream<GeneratedFile> filesOf(Emitter emitter, EmitContext context) {
        Stream<GeneratedFile> files = blaming(emitter, () -> emitter.emit(context));
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
