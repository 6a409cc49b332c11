package io.contextmill.emit;

/** Who writes a file after it was first made. */
public enum Ownership {
    /** Only the generator: replaced when different, deleted when no longer emitted. */
    GENERATED,
    /**
     * Only the generator, below the folder of what is built: made by every build, whatever is there
     * instead; deleted when no longer emitted.
     */
    BUILT,
    /**
     * The generator once, people from then on: made when missing. Java is never changed by the
     * generator again; into other files it merges what is new.
     */
    SCAFFOLDED,
    /** The generator once, nobody from then on: database migrations. */
    APPEND_ONCE;

    /** Whether the generator writes it once only, or merges into what people make of it. */
    public boolean isOnce() {
        return this == SCAFFOLDED || this == APPEND_ONCE;
    }

    /** Whether what is new is merged into such a file. */
    public boolean isMerged(RelativePath path) {
        return this == SCAFFOLDED && !path.value().endsWith(".java");
    }
}
