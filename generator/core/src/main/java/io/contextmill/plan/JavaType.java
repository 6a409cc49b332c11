package io.contextmill.plan;

import io.contextmill.emit.RelativePath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The type that a Java file is of, going by where the file is. */
record JavaType(String packageName, String name) {
    static final String ENDING = ".java";

    /** Where Java files are below a module, as the generator lays it out. */
    private static final Pattern ROOT =
            Pattern.compile(
                    "(?:^|.*/)(?:src/[^/]+|target/generated(?:-test)?-sources/contextmill)/java/");

    /** Absent for a file that is no Java, or of no package. */
    static Optional<JavaType> of(RelativePath path) {
        Matcher root = ROOT.matcher(path.value());
        if (!path.value().endsWith(ENDING) || !root.lookingAt()) {
            return Optional.empty();
        }
        String below = path.value().substring(root.end(), path.value().length() - ENDING.length());
        int slash = below.lastIndexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(
                        new JavaType(
                                below.substring(0, slash).replace('/', '.'),
                                below.substring(slash + 1)));
    }

    String qualified() {
        return packageName + "." + name;
    }

    /** Whether its name means this type in such a text. */
    boolean isSeenFrom(String text) {
        boolean named =
                text.contains("package " + packageName + ";")
                        || text.contains(qualified())
                        || text.contains(packageName + ".*");
        return named && !isHidden(text);
    }

    /** Whether a text imports another type of its name. */
    private boolean isHidden(String text) {
        return !text.contains(qualified())
                && Pattern.compile("(?m)^import\\s+[\\w.]+\\." + Pattern.quote(name) + "\\s*;")
                        .matcher(text)
                        .find();
    }
}
