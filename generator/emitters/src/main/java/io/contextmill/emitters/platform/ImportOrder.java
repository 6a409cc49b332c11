package io.contextmill.emitters.platform;

import java.util.ArrayList;
import java.util.List;

/** Where the imports of a Java file stand depends on the package that a template is filled with. */
final class ImportOrder {
    private ImportOrder() {}

    /** The source with the lines of each group of imports in the order of the alphabet. */
    static String sorted(String source) {
        List<String> lines = new ArrayList<>(List.of(source.split("\n", -1)));
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            while (to < lines.size() && lines.get(to).startsWith("import ")) {
                to++;
            }
            lines.subList(from, to).sort(ImportOrder::compare);
            from = to + 1;
        }
        return String.join("\n", lines);
    }

    /** Without the semicolon, which would put a class behind its members. */
    private static int compare(String one, String other) {
        return one.replace(";", "").compareTo(other.replace(";", ""));
    }
}
