package io.contextmill.emit;

import java.util.stream.Stream;

/**
 * Makes the files of one concern of a generated service. A pure function of the model: it reads no
 * disk, clock or environment. Found by {@link java.util.ServiceLoader}.
 */
public interface Emitter {
    /** Its name; unique among the emitters of a run. */
    EmitterId id();

    /** Says what it needs in files that several emitters share, before any file is made. */
    default void contribute(EmitContext context, Contributions to) {}

    /** The files, made one at a time as the stream is consumed. */
    Stream<GeneratedFile> emit(EmitContext context);
}
