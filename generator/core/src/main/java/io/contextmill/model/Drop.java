package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * What is to go from the database of a context, and is nowhere else in its model.
 *
 * @param of what it is, or has the field
 * @param name of the aggregate or the read model; one of the model's where a field goes
 * @param field that goes; absent where all of it does
 */
public record Drop(Of of, String name, Optional<String> field, SourceSpan origin) {
    /** What keeps something. */
    public enum Of {
        /** An aggregate. */
        AGGREGATE,
        /** A read model. */
        READ_MODEL
    }

    /** What a spec calls it. */
    public String shown() {
        return field.map(gone -> name + "." + gone).orElse(name);
    }
}
