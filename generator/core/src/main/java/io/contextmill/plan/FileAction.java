package io.contextmill.plan;

import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.RelativePath;
import java.util.Locale;
import java.util.Optional;

/** What becomes of one file. */
public sealed interface FileAction {
    /** Which file. */
    RelativePath path();

    /** What a summary counts it as. */
    Kind kind();

    /** What a summary counts. */
    enum Kind {
        /** Was not there. */
        CREATED,
        /** Was there with other bytes. */
        CHANGED,
        /** The generator's, and as it is wanted already. */
        UNCHANGED,
        /** Left as it is, because it is no longer the generator's. */
        KEPT,
        /** A person's, into which the generator brings what is new. */
        MERGED,
        /** A person's, which follows a rename of the spec. */
        RENAMED,
        /** The generator's, and no longer wanted. */
        DELETED,
        /** A person has to decide about it. */
        CONFLICT;

        /** As a person reads it. */
        public String word() {
            return this == CONFLICT ? "conflicts" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Puts bytes at the path. */
    sealed interface Write extends FileAction {
        /** Whether what is written is a person's work, of which there is no other copy. */
        default boolean isPeoples() {
            return this instanceof Moved || this instanceof Followed;
        }

        /** What is written, as UTF-8. */
        String text();

        /** Of what is written. */
        Digest digest();

        /** What is on disk now, absent for nothing; with anything else there, it is not written. */
        Optional<Digest> before();
    }

    /** Is not there and will be. */
    record Create(RelativePath path, String text, Digest digest) implements Write {
        @Override
        public Optional<Digest> before() {
            return Optional.empty();
        }

        @Override
        public Kind kind() {
            return Kind.CREATED;
        }
    }

    /** Is there, as the generator wrote it or given up, and will have other bytes. */
    record Replace(RelativePath path, String text, Digest digest, Optional<Digest> before)
            implements Write {
        @Override
        public Kind kind() {
            return Kind.CHANGED;
        }
    }

    /**
     * Is a person's, and will have in it what the generator has to say that is new.
     *
     * @param conflicts at how many places both stand there, for the person to decide
     */
    record Merged(
            RelativePath path, String text, Digest digest, Optional<Digest> before, int conflicts)
            implements Write {
        @Override
        public Kind kind() {
            return conflicts == 0 ? Kind.MERGED : Kind.CONFLICT;
        }
    }

    /**
     * Is a person's at another path, and moves with the thing that it is about, which has another
     * name now.
     *
     * @param from where it is now
     * @param was what is there now; with anything else there, it is not moved
     */
    record Moved(RelativePath path, String text, Digest digest, RelativePath from, Digest was)
            implements Write {
        @Override
        public Optional<Digest> before() {
            return Optional.empty();
        }

        @Override
        public Kind kind() {
            return Kind.RENAMED;
        }
    }

    /** Is a person's, and names things that have another name now. */
    record Followed(RelativePath path, String text, Digest digest, Optional<Digest> before)
            implements Write {
        @Override
        public Kind kind() {
            return Kind.RENAMED;
        }
    }

    /** Is as it is wanted; neither written nor touched. */
    record Unchanged(RelativePath path) implements FileAction {
        @Override
        public Kind kind() {
            return Kind.UNCHANGED;
        }
    }

    /**
     * Belongs to people by now: neither written nor touched, nor made again where they deleted it.
     */
    record Keep(RelativePath path, Reason reason) implements FileAction {
        @Override
        public Kind kind() {
            return Kind.KEPT;
        }

        /** Why. */
        public enum Reason {
            /** Scaffolded once; people's from then on. */
            OWNED,
            /** Scaffolded once and deleted by its owner. */
            DELETED_BY_OWNER,
            /** Written once, never changed. */
            APPEND_ONCE
        }
    }

    /**
     * Is there and will not be.
     *
     * @param before what is on disk now; with anything else there, it is not deleted
     */
    record Delete(RelativePath path, Digest before) implements FileAction {
        @Override
        public Kind kind() {
            return Kind.DELETED;
        }
    }

    /**
     * Was written by a person where the generator wants to write; the plan is refused.
     *
     * @param wanted what the generator would write; absent where it would delete
     */
    record Conflict(RelativePath path, Optional<GeneratedFile> wanted) implements FileAction {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }
}
