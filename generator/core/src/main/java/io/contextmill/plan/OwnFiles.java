package io.contextmill.plan;

import io.contextmill.emit.RelativePath;
import io.contextmill.model.ContextModel;
import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the generator keeps what it remembers, below the output folder. No emitter writes there.
 */
public final class OwnFiles {
    /** The folder of all of it. */
    public static final RelativePath FOLDER = new RelativePath(".contextmill");

    /** Keeps out of version control what is of no use to others. */
    public static final RelativePath GITIGNORE = FOLDER.resolve(".gitignore");

    /** Locked by the operating system while somebody writes; its content means nothing. */
    public static final RelativePath LOCK = FOLDER.resolve("lock");

    /** What the run that is going on, or was killed, writes. */
    public static final RelativePath UNFINISHED = FOLDER.resolve("unfinished");

    /** Where files are written before they are moved into place. */
    public static final RelativePath STAGING = FOLDER.resolve("staging");

    /** What the last run rendered from what, so that the next one need not render it again. */
    public static final RelativePath RENDERED = FOLDER.resolve("rendered");

    /** What was made of files that people changed since, for merges. */
    private static final RelativePath ORIGINALS = FOLDER.resolve("original");

    private static final String MANIFEST_ENDING = ".manifest";
    private static final String BUILT_ENDING = ".built";

    /** The text of {@link #GITIGNORE}. */
    public static final String GITIGNORE_TEXT =
            "/*.built\n/lock\n/rendered\n/staging/\n/unfinished\n";

    /** What is remembered of the workspace itself; no context can be called so. */
    public static final RelativePath WORKSPACE_MANIFEST = FOLDER.resolve("_workspace.manifest");

    private OwnFiles() {}

    /** What is remembered of a part: of a context, or of the workspace itself. People commit it. */
    public static RelativePath manifest(Optional<ContextModel> part) {
        return part.map(context -> manifest(context.name())).orElse(WORKSPACE_MANIFEST);
    }

    /** What is remembered of one context. */
    public static RelativePath manifest(String contextName) {
        String name = Words.of(contextName).kebab();
        // Windows has no file of such a name, whatever its ending; no other context has an
        // underscore.
        String portable = ReservedWords.isWindowsDevice(name) ? name + "_" : name;
        return FOLDER.resolve(portable + MANIFEST_ENDING);
    }

    /** What the generator last made of a file that is merged. People commit it. */
    public static RelativePath original(RelativePath path) {
        return ORIGINALS.resolve(path.value());
    }

    /** Where a file is written before it is moved into place, for the run that does so. */
    public static RelativePath staged(RelativePath path) {
        return STAGING.resolve("new/" + path);
    }

    /** Whether a path below {@link #FOLDER} is a manifest's. */
    static boolean isManifest(RelativePath path) {
        return path.value().endsWith(MANIFEST_ENDING);
    }

    /** Whether people commit such a file. */
    public static boolean isCommitted(RelativePath own) {
        return isManifest(own) || own.value().startsWith(ORIGINALS + "/");
    }

    /** What is remembered of the files that builds make, beside a manifest. Nobody commits it. */
    static RelativePath built(RelativePath manifest) {
        String path = manifest.value();
        return new RelativePath(path.substring(0, path.lastIndexOf('.')) + BUILT_ENDING);
    }

    /**
     * Whether a path is one of these, also on a file system that does not tell upper from lower
     * case.
     */
    static boolean contains(RelativePath path) {
        String value = path.value().toLowerCase(Locale.ROOT);
        String below = FOLDER.value() + "/";
        return value.equals(FOLDER.value())
                || value.equals(GITIGNORE.value())
                || value.equals(LOCK.value())
                || value.equals(RENDERED.value())
                || value.equals(UNFINISHED.value())
                || value.startsWith(STAGING.value())
                || value.startsWith(ORIGINALS.value())
                || (value.startsWith(below)
                        && (value.endsWith(MANIFEST_ENDING) || value.endsWith(BUILT_ENDING)));
    }
}
