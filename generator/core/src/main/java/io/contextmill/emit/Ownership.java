package io.contextmill.emit;

/** Who writes a file after it was first made. */
public enum Ownership {
    /** Only the generator: replaced when different, deleted when no longer emitted. */
    GENERATED,
    /**
     * The generator once, people from then on: made when missing. Java is never changed by the
     * generator again; into other files it merges what is new.
     */
    SCAFFOLDED,
    /** The generator once, nobody from then on: database migrations. */
    APPEND_ONCE;

    /** Whether what is new is merged into such a file. */
    public boolean isMerged(RelativePath path) {
        return this == SCAFFOLDED && !path.value().endsWith(".java");
    }
}
