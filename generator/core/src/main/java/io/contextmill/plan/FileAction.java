package io.contextmill.plan;

import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.RelativePath;
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
        /** The generator's, and no longer wanted. */
        DELETED,
        /** Would destroy what a person wrote. */
        CONFLICT;

        /** As a person reads it. */
        public String word() {
            return this == CONFLICT ? "conflicts" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Is not there and will be.
     *
     * @param digest of what is written
     */
    record Create(GeneratedFile file, Digest digest) implements FileAction {
        @Override
        public RelativePath path() {
            return file.path();
        }

        @Override
        public Kind kind() {
            return Kind.CREATED;
        }
    }

    /**
     * Is there and will have other bytes.
     *
     * @param digest of what is written
     * @param before what is on disk now; with anything else there, it is not replaced
     */
    record Replace(GeneratedFile file, Digest digest, Digest before) implements FileAction {
        @Override
        public RelativePath path() {
            return file.path();
        }

        @Override
        public Kind kind() {
            return Kind.CHANGED;
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
