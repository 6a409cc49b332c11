package io.contextmill.emitters;

import io.contextmill.emit.Emitter;
import io.contextmill.emit.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** The specs that emitters are tried with, each a file among the resources of the tests. */
public final class Specs {
    /** Where they are. */
    public static final Path FOLDER = Path.of("src/test/resources/specs");

    private Specs() {}

    /** The file of a spec. */
    public static Path file(String name) {
        return FOLDER.resolve(name + ".yaml");
    }

    /** The text of a spec. */
    public static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a workspace whose contexts are those of other specs. */
    public static String workspace(String name, String... contexts) {
        StringBuilder workspace = new StringBuilder("workspace: " + name + "\ncontexts:\n");
        for (String context : contexts) {
            workspace
                    .append("  - ")
                    .append(text(context).strip().replace("\n", "\n    "))
                    .append('\n');
        }
        return workspace.toString();
    }

    /** The files that emitters make of a spec, by path. */
    public static SortedMap<String, GeneratedFile> files(String name, Emitter... emitters) {
        return GoldenFiles.of(name + ".yaml", text(name), emitters);
    }

    /** The text of the file whose path ends like that. */
    public static String text(SortedMap<String, GeneratedFile> files, String end) {
        return files.values().stream()
                .filter(file -> file.path().value().endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + end + " among " + files.keySet()))
                .text();
    }
}
