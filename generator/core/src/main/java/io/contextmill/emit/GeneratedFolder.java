package io.contextmill.emit;

import io.contextmill.model.WorkspaceModel.Generated;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of a module that only the generator writes to. Emitters make files for the one among the
 * sources; where builds make them instead, they are moved as a whole.
 */
public enum GeneratedFolder {
    /** Of what is part of the program. */
    PROGRAM("src/generated", "target/generated-sources/contextmill"),
    /** Of what is part of its tests. */
    TESTS("src/generated-test", "target/generated-test-sources/contextmill");

    private final String source;
    private final String build;

    GeneratedFolder(String source, String build) {
        this.source = source;
        this.build = build;
    }

    /** Where it is, relative to the folder of its module. */
    public String path(Generated where) {
        return switch (where) {
            case SOURCE -> source;
            case BUILD -> build;
        };
    }

    /** Its Java sources, relative to the folder of the module. */
    public String java(Generated where) {
        return path(where) + "/java";
    }

    /** What else belongs on the class path, relative to the folder of the module. */
    public String resources(Generated where) {
        return path(where) + "/resources";
    }

    /**
     * The folder that a file is in which builds make, relative to the output folder; absent for all
     * others.
     */
    public static Optional<RelativePath> builtAround(RelativePath file) {
        String path = "/" + file;
        return Stream.of(values())
                .map(folder -> "/" + folder.build + "/")
                .filter(path::contains)
                .map(folder -> path.substring(1, path.indexOf(folder) + folder.length() - 1))
                .map(RelativePath::new)
                .findFirst();
    }

    /** The folder of the module that such a folder is in, with a slash behind it; or empty. */
    public static String moduleOf(RelativePath built) {
        return Stream.of(values())
                .filter(folder -> built.value().endsWith(folder.build))
                .map(
                        folder ->
                                built.value()
                                        .substring(
                                                0, built.value().length() - folder.build.length()))
                .findFirst()
                .orElseThrow();
    }

    /** The same file where builds make it; absent for one that is in no such folder. */
    static Optional<RelativePath> built(RelativePath file) {
        return Stream.of(values())
                .filter(folder -> file.value().startsWith(folder.source + "/"))
                .map(folder -> folder.build + file.value().substring(folder.source.length()))
                .map(RelativePath::new)
                .findFirst();
    }
}
