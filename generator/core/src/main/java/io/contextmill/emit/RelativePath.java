package io.contextmill.emit;

import java.util.Locale;
import java.util.Set;

/**
 * A path below the output folder, with forward slashes, that means one file inside it on every
 * operating system.
 *
 * @param value one or more names with {@code /} between them; no name is empty, {@code .} or {@code
 *     ..}, holds a control character or one of {@code \ : * ? " < > |}, ends with a dot or a space,
 *     or is a device name of Windows
 */
public record RelativePath(String value) implements Comparable<RelativePath> {
    private static final String FORBIDDEN = "\\:*?\"<>|";

    private static final Set<String> DEVICES =
            Set.of(
                    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6",
                    "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
                    "lpt8", "lpt9");

    /**
     * Rejects what could lead out of the folder or mean something else on another system.
     *
     * @throws IllegalArgumentException if the value breaks one of the rules above
     */
    public RelativePath {
        int start = 0;
        for (int end = value.indexOf('/'); end >= 0; end = value.indexOf('/', start)) {
            requirePortable(value, start, end);
            start = end + 1;
        }
        requirePortable(value, start, value.length());
    }

    /** The path below this one. */
    public RelativePath resolve(String child) {
        return new RelativePath(value + "/" + child);
    }

    @Override
    public int compareTo(RelativePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void requirePortable(String path, int start, int end) {
        if (!isPortable(path.substring(start, end))) {
            throw new IllegalArgumentException("not a portable relative path: " + path);
        }
    }

    private static boolean isPortable(String name) {
        if (name.isEmpty() || name.endsWith(".") || name.endsWith(" ")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == 127 || FORBIDDEN.indexOf(c) >= 0) {
                return false;
            }
        }
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        // No device has a longer name.
        return stem.length() > 4 || !DEVICES.contains(stem.toLowerCase(Locale.ROOT));
    }
}
