package io.contextmill.spec;

import io.contextmill.diagnostic.Position;
import java.util.Optional;

/**
 * Changes one word of a spec that people wrote, and nothing else of it: their comments and line
 * ends stay.
 */
public final class SpecEdit {
    private SpecEdit() {}

    /**
     * The text with another word instead of the one that stands at a position or behind it in the
     * same line; absent where it does not stand there.
     */
    public static Optional<String> replace(String text, Position position, String word, String by) {
        int start = 0;
        for (int line = 1; line < position.line(); line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return Optional.empty();
            }
            start = end + 1;
        }
        int next = text.indexOf('\n', start);
        int end = next < 0 ? text.length() : next;
        if (text.codePointCount(start, end) < position.column() - 1) {
            return Optional.empty();
        }
        int found = text.indexOf(word, text.offsetByCodePoints(start, position.column() - 1));
        return found < 0 || found + word.length() > end
                ? Optional.empty()
                : Optional.of(
                        text.substring(0, found) + by + text.substring(found + word.length()));
    }
}
