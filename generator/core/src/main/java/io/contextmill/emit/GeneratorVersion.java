package io.contextmill.emit;

/** Which generator this is. */
public final class GeneratorVersion {
    /** The version of this project's build; a test holds the two together. */
    public static final String CURRENT = "0.1.0-SNAPSHOT";

    private GeneratorVersion() {}
}
