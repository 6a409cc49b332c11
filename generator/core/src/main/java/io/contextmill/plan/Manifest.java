package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the generator remembers of one context: which files it wrote, and what was in them. One line
 * for each file, so that version control merges it.
 *
 * @param generator the version of the generator that wrote it
 * @param entries by path
 */
public record Manifest(String generator, SortedMap<RelativePath, Entry> entries) {
    private static final int FORMAT = 1;
    private static final String FIRST_LINE =
            "# Written by Contextmill. Commit it: it tells files that were edited from files that were generated.";
    private static final Pattern FORMAT_LINE = Pattern.compile("format: ([1-9][0-9]{0,8})");
    private static final Pattern GENERATOR_LINE = Pattern.compile("generator: (\\S+)");
    private static final Pattern ENTRY_LINE =
            Pattern.compile(
                    "(generated|scaffolded|append-once) ([a-z][a-z0-9-]*) ([0-9a-f]{64}) (.+)");

    /**
     * One file.
     *
     * @param digest of what the generator wrote there last
     */
    public record Entry(Ownership ownership, EmitterId emitter, Digest digest) {}

    /** Takes a copy. */
    public Manifest {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** Of a context that was never generated. */
    public static Manifest empty(String generator) {
        return new Manifest(generator, new TreeMap<>());
    }

    /** With more files. */
    Manifest with(Map<RelativePath, Entry> more) {
        SortedMap<RelativePath, Entry> all = new TreeMap<>(entries);
        all.putAll(more);
        return new Manifest(generator, all);
    }

    /** As it is written to disk. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append("format: ").append(FORMAT).append('\n');
        text.append("generator: ").append(generator).append('\n');
        entries.forEach(
                (path, entry) -> {
                    // Of what builds make, there is nothing to be committed.
                    if (entry.ownership() != Ownership.BUILT) {
                        text.append(word(entry.ownership()))
                                .append(' ')
                                .append(entry.emitter())
                                .append(' ')
                                .append(entry.digest())
                                .append(' ')
                                .append(path)
                                .append('\n');
                    }
                });
        return text.toString();
    }

    /**
     * What such a text says; a finding for the first line that says nothing. Line ends may be of
     * any system.
     */
    public static Validated<Manifest> parse(SourceFile file) {
        List<String> lines = file.text().lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            return Validated.failed(List.of(damaged(file, 1, "the first line is missing")));
        }
        Matcher format = FORMAT_LINE.matcher(lines.size() > 1 ? lines.get(1) : "");
        if (!format.matches()) {
            return Validated.failed(List.of(damaged(file, 2, "the line `format: …` is missing")));
        }
        if (Integer.parseInt(format.group(1)) > FORMAT) {
            Diagnostic newer =
                    PlanRules.MANIFEST_NEWER.at(
                            line(file, 2),
                            "the manifest has format %s; this generator knows format %d"
                                    .formatted(format.group(1), FORMAT),
                            "use a later version of the generator");
            return Validated.failed(List.of(newer));
        }
        Matcher generator = GENERATOR_LINE.matcher(lines.size() > 2 ? lines.get(2) : "");
        if (!generator.matches()) {
            return Validated.failed(
                    List.of(damaged(file, 3, "the line `generator: …` is missing")));
        }
        SortedMap<RelativePath, Entry> entries = new TreeMap<>();
        List<Diagnostic> damage = new ArrayList<>();
        for (int i = 3; i < lines.size() && damage.isEmpty(); i++) {
            readEntry(lines.get(i), entries, what -> damage.add(what), file, i + 1);
        }
        return damage.isEmpty()
                ? Validated.of(new Manifest(generator.group(1), entries), List.of())
                : Validated.failed(damage);
    }

    private static void readEntry(
            String line,
            SortedMap<RelativePath, Entry> entries,
            java.util.function.Consumer<Diagnostic> damage,
            SourceFile file,
            int number) {
        Matcher entry = ENTRY_LINE.matcher(line);
        if (!entry.matches()) {
            damage.accept(damaged(file, number, "this line is not one of the generator's"));
            return;
        }
        RelativePath path;
        try {
            path = new RelativePath(entry.group(4));
        } catch (IllegalArgumentException e) {
            damage.accept(damaged(file, number, "this path leads out of the folder"));
            return;
        }
        Entry value =
                new Entry(
                        ownership(entry.group(1)),
                        new EmitterId(entry.group(2)),
                        new Digest(entry.group(3)));
        if (entries.put(path, value) != null) {
            damage.accept(damaged(file, number, "`%s` is there twice".formatted(path)));
        }
    }

    private static String word(Ownership ownership) {
        return ownership.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Ownership ownership(String word) {
        return Ownership.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Diagnostic damaged(SourceFile file, int number, String what) {
        return PlanRules.MANIFEST_DAMAGED.at(
                line(file, number),
                "the manifest is damaged: " + what,
                "restore it from version control");
    }

    private static SourceSpan line(SourceFile file, int number) {
        String text = file.line(number);
        return new SourceSpan(
                file,
                new Position(number, 1),
                new Position(number, 1 + text.codePointCount(0, text.length())));
    }
}
