package io.contextmill.spec;

import java.util.Optional;

/**
 * What a spec still declares so that what is kept of it goes from the database; to everything else
 * it is as if it were not there.
 *
 * @param of what it is, or has the field
 * @param name of the aggregate or the read model
 * @param field that goes; absent where all of it does
 * @param keptAsEvents whether what happened to it is kept instead of its state
 */
public record DropSpec(Of of, Text name, Optional<Text> field, boolean keptAsEvents) {
    /** What keeps something. */
    public enum Of {
        /** An aggregate. */
        AGGREGATE,
        /** A read model. */
        READ_MODEL
    }

    /** The name of what goes. */
    public Text gone() {
        return field.orElse(name);
    }
}
