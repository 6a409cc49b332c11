package io.contextmill.plan;

import io.contextmill.emit.RelativePath;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What runs that did not come to their end were about to write. It is on disk before the first file
 * is moved into place and goes after the manifest was written, so that the next run knows a killed
 * run's files from a person's.
 *
 * @param digests for each path what may have been written there by us
 */
public record UnfinishedRun(SortedMap<RelativePath, SortedSet<Digest>> digests) {
    /** No run was killed. */
    public static final UnfinishedRun NONE = new UnfinishedRun(new TreeMap<>());

    /** Takes a copy. */
    public UnfinishedRun {
        SortedMap<RelativePath, SortedSet<Digest>> copy = new TreeMap<>();
        digests.forEach(
                (path, set) ->
                        copy.put(path, Collections.unmodifiableSortedSet(new TreeSet<>(set))));
        digests = Collections.unmodifiableSortedMap(copy);
    }

    /** Whether these bytes there are the work of a killed run. */
    public boolean wrote(RelativePath path, Digest digest) {
        return digests.getOrDefault(path, Collections.emptySortedSet()).contains(digest);
    }

    /** The same with more files. */
    public UnfinishedRun and(SortedMap<RelativePath, Digest> more) {
        SortedMap<RelativePath, SortedSet<Digest>> all = new TreeMap<>();
        digests.forEach((path, set) -> all.put(path, new TreeSet<>(set)));
        more.forEach((path, digest) -> all.computeIfAbsent(path, p -> new TreeSet<>()).add(digest));
        return new UnfinishedRun(all);
    }

    /** As it is written to disk. */
    public String text() {
        StringBuilder text = new StringBuilder("format: 1\n");
        digests.forEach(
                (path, set) ->
                        set.forEach(
                                digest ->
                                        text.append(digest).append(' ').append(path).append('\n')));
        return text.toString();
    }

    /**
     * What such a text says. Lines that say nothing are passed over: the worst that comes of it is
     * that a file of ours is taken for a person's, and asked about.
     */
    public static UnfinishedRun parse(String text) {
        SortedMap<RelativePath, SortedSet<Digest>> digests = new TreeMap<>();
        text.lines()
                .filter(line -> line.length() > 65 && line.charAt(64) == ' ')
                .forEach(
                        line -> {
                            try {
                                Digest digest = new Digest(line.substring(0, 64));
                                RelativePath path = new RelativePath(line.substring(65));
                                digests.computeIfAbsent(path, p -> new TreeSet<>()).add(digest);
                            } catch (IllegalArgumentException e) {
                                // Passed over, as promised.
                            }
                        });
        return new UnfinishedRun(digests);
    }
}
