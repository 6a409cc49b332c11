package io.contextmill.plan;

import io.contextmill.emit.EmitterId;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.Manifest.Entry;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files of a part that builds make look like, which is remembered beside its manifest but
 * not committed: where it is lost, they are rendered once more.
 */
final class BuiltFiles {
    private static final Pattern LINE = Pattern.compile("([a-z][a-z0-9-]*) ([0-9a-f]{64}) (.+)");

    private BuiltFiles() {}

    /** Of all that is remembered of a part. */
    static Digest remembered(PartPlan part) {
        return remembered(part.known.text(), part.built.orElse(""));
    }

    /** The same, of what is going to be remembered. */
    static Digest remembered(String manifest, String built) {
        return Digest.of(manifest + built);
    }

    /** One line for each; nothing where there are none. */
    static String text(SortedMap<RelativePath, Entry> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(
                (path, entry) -> {
                    if (entry.ownership() == Ownership.BUILT) {
                        text.append(entry.emitter()).append(' ').append(entry.digest());
                        text.append(' ').append(path).append('\n');
                    }
                });
        return text.toString();
    }

    /** What such a text says; nothing of a line that is not one of ours. */
    static Map<RelativePath, Entry> parse(String text) {
        Map<RelativePath, Entry> entries = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) {
                try {
                    entries.put(
                            new RelativePath(entry.group(3)),
                            new Entry(
                                    Ownership.BUILT,
                                    new EmitterId(entry.group(1)),
                                    new Digest(entry.group(2))));
                } catch (IllegalArgumentException e) {
                    // No path of ours.
                }
            }
        }
        return entries;
    }
}
