package io.contextmill.emit;

/** An emitter threw: a bug in it, not in the spec. */
public final class EmitterFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmitterFailure(EmitterId emitter, RuntimeException cause) {
        super("emitter `" + emitter + "` failed: " + cause, cause);
    }
}
