package io.contextmill.templates.text;

/** The kinds of files that templates make. */
public enum FileType {
    /** Java source. */
    JAVA(".java"),
    /** XML, that of Maven included. */
    XML(".xml"),
    /** YAML. */
    YAML(".yaml"),
    /** SQL for PostgreSQL, as Flyway and {@code psql} read it. */
    SQL(".sql"),
    /** Markdown as in CommonMark. */
    MARKDOWN(".md"),
    /** Java properties. */
    PROPERTIES(".properties"),
    /** Shell scripts. */
    SHELL(".sh"),
    /** A list of paths that Git ignores; nothing can be filled in. */
    GIT_IGNORE(".gitignore");

    private final String ending;

    FileType(String ending) {
        this.ending = ending;
    }

    /**
     * The kind of a file.
     *
     * @throws IllegalArgumentException if the name ends like none of them
     */
    public static FileType of(String fileName) {
        for (FileType type : values()) {
            if (fileName.endsWith(type.ending)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no file type is known for " + fileName);
    }
}
