package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.RelativePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is decided about the files of a part; filled by one thread at a time. */
final class PartPlan {
    /** Where it is remembered. */
    final RelativePath manifest;

    final List<FileAction> actions = new ArrayList<>();
    final List<Diagnostic> findings = new ArrayList<>();

    /** Of the generator's own files, those beside the manifest that will have other bytes. */
    final List<GenerationPlan.OwnUpdate> originals = new ArrayList<>();

    /** What the manifest will say. */
    final SortedMap<RelativePath, Manifest.Entry> entries = new TreeMap<>();

    /** What would be written now, had nothing been written before. */
    final Map<RelativePath, Digest> fresh = new HashMap<>();

    /** What the manifest says. */
    Manifest known;

    /** Of the manifest on disk. */
    Optional<Digest> before = Optional.empty();

    /** What is remembered of the files that builds make; no text where nothing is. */
    Optional<String> built = Optional.empty();

    /** Lets what people wrote follow what was renamed; absent where nothing was. */
    Optional<RenamedFiles> renamed = Optional.empty();

    /** Whether nothing can be decided, because its manifest cannot be understood. */
    boolean blocked;

    /** Whether its manifest names all that is wanted, and no file of it has to be written. */
    boolean untouched;

    /** Whether it remembers an edited file that is asked for no more. */
    boolean contested;

    /** Whether the spec has such a part no more. */
    boolean gone;

    PartPlan(RelativePath manifest, String generatorVersion) {
        this.manifest = manifest;
        this.known = Manifest.empty(generatorVersion);
    }

    /** Whether a file of a person's that was there moves to another path. */
    boolean tookFrom(RelativePath path) {
        return renamed.filter(files -> files.tookFrom(path)).isPresent();
    }

    /** What the manifest says of a file. */
    Optional<Manifest.Entry> known(RelativePath path) {
        return Optional.ofNullable(known.entries().get(path));
    }
}
