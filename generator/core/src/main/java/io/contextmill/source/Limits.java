package io.contextmill.source;

/**
 * How much is read before a spec is refused.
 *
 * @param bytes the largest file
 * @param line the longest line, in UTF-16 units; the parser's time grows with the square of it
 * @param depth how deep lists and maps may stand inside each other
 * @param nodes how many texts, lists and maps there may be in all, keys included
 */
public record Limits(int bytes, int line, int depth, int nodes) {
    /**
     * Room for some hundred large contexts in one file; what exceeds it is refused in a second and
     * 256 MiB.
     */
    public static final Limits DEFAULT = new Limits(4 << 20, 100_000, 64, 250_000);
}
