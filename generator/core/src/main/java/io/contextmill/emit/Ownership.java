package io.contextmill.emit;

/** Who writes a file after it was first made. */
public enum Ownership {
    /** Only the generator: replaced when different, deleted when no longer emitted. */
    GENERATED,
    /**
     * The generator once, people from then on: made when missing, never changed by the generator
     * again.
     */
    SCAFFOLDED,
    /** The generator once, nobody from then on: database migrations. */
    APPEND_ONCE
}
