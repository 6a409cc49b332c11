package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a workspace names the file of a context: relative to its own file, with forward slashes, so
 * that it means the same file on every system; never out of the workspace's folder.
 */
final class ContextPath {
    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*|~.*", Pattern.DOTALL);
    private static final Pattern YAML = Pattern.compile(".*[^/.]\\.ya?ml", Pattern.DOTALL);

    private ContextPath() {}

    /** What is wrong with the words of a path, if anything is. */
    static Optional<Diagnostic> fault(Text path) {
        String value = path.value();
        if (value.contains("\\") || value.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of(
                    SpecRules.ILLEGAL_VALUE.at(
                            path.span(),
                            quoted(value) + " is not the path of a file everywhere",
                            "write it with `/`, as in `contexts/order.yaml`"));
        }
        if (ABSOLUTE.matcher(value).matches() || leadsOut(value)) {
            return Optional.of(
                    SpecRules.PATH_OUTSIDE.at(
                            path.span(),
                            quoted(value) + " leads out of the folder of the workspace",
                            "keep the files of all contexts below the workspace's own"));
        }
        if (!YAML.matcher(value).matches()) {
            return Optional.of(
                    SpecRules.ILLEGAL_VALUE.at(
                            path.span(),
                            quoted(value) + " is not the path of a YAML file",
                            "name a file, as in `contexts/order.yaml`; a context without a file is written as"
                                    + " `{context: Order, …}`"));
        }
        return Optional.empty();
    }

    /** The same path without detours, to tell whether two are one. */
    static String normalized(Text path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.value().split("/", -1)) {
            if (part.equals("..")) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static boolean leadsOut(String path) {
        int depth = 0;
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                depth--;
            } else if (!part.isEmpty() && !part.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }
}
