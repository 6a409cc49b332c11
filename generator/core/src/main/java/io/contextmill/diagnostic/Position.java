package io.contextmill.diagnostic;

import java.util.Comparator;

/**
 * A place in a text, between two characters.
 *
 * @param line counted from 1
 * @param column counted from 1, in Unicode code points
 */
public record Position(int line, int column) implements Comparable<Position> {
    /** Before the first character. */
    public static final Position START = new Position(1, 1);

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    /** Rejects numbers below 1. */
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("positions count from 1: " + line + ":" + column);
        }
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
