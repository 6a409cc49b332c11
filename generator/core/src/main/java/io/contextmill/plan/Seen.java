package io.contextmill.plan;

import io.contextmill.emit.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;

/**
 * What tells whether another run wrote to a folder since a plan began to look at it: such a plan
 * may have seen half of what the other did.
 *
 * @param changed when something was last put into our own folder, or taken out of it, as each run
 *     does; absent where the lock is not there yet, for making it does so as well
 * @param note of what a run is about to write
 * @param manifests those that were read
 */
public record Seen(
        Optional<FileTime> changed,
        Optional<Digest> note,
        Map<RelativePath, Optional<Digest>> manifests) {
    /** Of a plan that looked at no more than it will be compared with. */
    static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty(), Map.of());

    /** What is there before anything else is looked at. */
    static Seen now(OutputFolder folder) throws IOException {
        return new Seen(
                Files.exists(folder.resolve(OwnFiles.LOCK))
                        ? Optional.of(changed(folder))
                        : Optional.empty(),
                digest(folder, OwnFiles.UNFINISHED),
                Map.of());
    }

    /** The same, with what was read since. */
    Seen with(Map<RelativePath, Optional<Digest>> read) {
        return new Seen(changed, note, Map.copyOf(read));
    }

    /** Whether it is all still so. */
    boolean isStill(OutputFolder folder) throws IOException {
        if ((changed.isPresent() && !changed.get().equals(changed(folder)))
                || !note.equals(digest(folder, OwnFiles.UNFINISHED))) {
            return false;
        }
        for (Map.Entry<RelativePath, Optional<Digest>> manifest : manifests.entrySet()) {
            if (!manifest.getValue().equals(digest(folder, manifest.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static FileTime changed(OutputFolder folder) throws IOException {
        return Files.getLastModifiedTime(folder.resolve(OwnFiles.FOLDER));
    }

    private static Optional<Digest> digest(OutputFolder folder, RelativePath own)
            throws IOException {
        return folder.readIfPresent(own).map(Digest::of);
    }
}
