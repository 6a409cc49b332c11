package io.contextmill.status;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.RelativePath;
import java.util.Locale;
import java.util.Optional;

/**
 * How a file of a project stands to the spec.
 *
 * @param path below the folder of the project
 * @param reason in words, for people
 * @param place in the file, where it is one place that matters
 */
public record FileStatus(
        RelativePath path, Standing standing, String reason, Optional<SourceSpan> place) {

    /** Ways in which a file can differ from what was written. */
    public enum Standing {
        /** A person changed what the generator wrote. */
        EDITED,
        /** The generator would write something else now. */
        DRIFTED,
        /** A person's, and the spec no longer asks for it, or for what it needs. */
        ORPHANED,
        /** A person deleted it, and it is not made again. */
        DELETED;

        /** As a person reads it, and a program. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
