package io.contextmill.emit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is there of a context's database migrations when it is generated again. With the spec, the
 * options and the generator it is all that files depend on.
 *
 * @param snapshot what the migrations have made of the database, as an emitter wrote it down last;
 *     absent before the first generation
 * @param files the names of the files beside it, those of people too
 */
public record MigrationHistory(Optional<String> snapshot, List<String> files) {
    /** Nothing was generated yet. */
    public static final MigrationHistory NONE = new MigrationHistory(Optional.empty(), List.of());

    /** The name of the file that the snapshot is in, in the folder of the migrations. */
    public static final String SNAPSHOT = "schema.json";

    private static final Pattern VERSION = Pattern.compile("V([0-9]{1,9})(?:[._][0-9]+)*__.*");

    /** Takes a copy. */
    public MigrationHistory {
        files = List.copyOf(files);
    }

    /** The highest whole version among the files; empty where there is none. */
    public OptionalInt lastVersion() {
        return files.stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .mapToInt(version -> Integer.parseInt(version.group(1)))
                .max();
    }
}
