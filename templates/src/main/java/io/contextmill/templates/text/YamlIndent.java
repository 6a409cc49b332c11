package io.contextmill.templates.text;

/**
 * The white space in front of a key in a YAML file.
 *
 * @param depth how many keys the key is below
 */
public record YamlIndent(int depth) implements Encoded {
    /** Rejects a negative depth. */
    public YamlIndent {
        if (depth < 0) {
            throw new IllegalArgumentException("negative depth: " + depth);
        }
    }

    @Override
    public String raw() {
        return "  ".repeat(depth);
    }

    @Override
    public String encoded() {
        return raw();
    }

    @Override
    public FileType fileType() {
        return FileType.YAML;
    }
}
