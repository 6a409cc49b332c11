package io.contextmill.starter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the project of a {@code pom.xml} is called, as it stands there: encoded.
 *
 * @param group its group
 * @param artifact its artifact
 * @param version its version
 */
record Coordinates(String group, String artifact, String version) {
    private static final String TEXT =
            """
                <groupId>%s</groupId>
                <artifactId>%s</artifactId>
                <version>%s</version>
            """;

    /** The project's own come before those of what it needs. */
    private static final Pattern FIRST =
            Pattern.compile(TEXT.formatted("([^<]+)", "([^<]+)", "([^<]+)"));

    /** Those of a pom that was generated. */
    static Coordinates of(String pom) {
        Matcher first = FIRST.matcher(pom);
        if (!first.find()) {
            throw new IllegalArgumentException("a pom that does not say what it is of");
        }
        return new Coordinates(first.group(1), first.group(2), first.group(3));
    }

    Coordinates withGroup(String other) {
        return new Coordinates(other, artifact, version);
    }

    /** The pom with these. */
    String in(String pom) {
        return FIRST.matcher(pom).replaceFirst(Matcher.quoteReplacement(text()));
    }

    private String text() {
        return TEXT.formatted(group, artifact, version);
    }
}
