package io.contextmill.emit;

import io.contextmill.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the files of one concern of what is generated. A pure function of the model: it reads no
 * disk, clock or environment, and may be asked for several modules at once, by several threads.
 * Found by {@link java.util.ServiceLoader}.
 *
 * <p>Paths are relative to the folder of the module that is asked for.
 */
public interface Emitter {
    /** Its name; unique among the emitters of a run. */
    EmitterId id();

    /** Says what it needs in files of a context's module that several emitters share. */
    default void contribute(EmitContext context, Contributions to) {}

    /**
     * What is to be said about the files of a context's module that no rule about the spec can
     * know, because it depends on what is there from earlier.
     */
    default List<Diagnostic> findings(EmitContext context) {
        return List.of();
    }

    /** The files of a context's module, made one at a time as the stream is consumed. */
    Stream<GeneratedFile> emit(EmitContext context);

    /**
     * The files of a shared module that come from one context alone, made one at a time as the
     * stream is consumed. No two contexts have a path in common.
     */
    default Stream<GeneratedFile> emit(EmitContext context, SharedModule module) {
        return Stream.empty();
    }

    /** Says what it needs in files of a shared module that several emitters share. */
    default void contribute(SharedEmitContext context, Contributions to) {}

    /**
     * The files of a shared module that come from the whole workspace, made one at a time as the
     * stream is consumed.
     */
    default Stream<GeneratedFile> emit(SharedEmitContext context) {
        return Stream.empty();
    }
}
