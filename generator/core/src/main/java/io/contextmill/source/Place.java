package io.contextmill.source;

import io.contextmill.diagnostic.Position;

/** Follows a text character by character and knows the line and column that it has come to. */
final class Place {
    private int line = 1;
    private int column = 1;
    private boolean behindCarriageReturn;

    /** The place behind the last character of a text. */
    static Position atEndOf(String text) {
        Place place = new Place();
        text.codePoints().forEach(place::pass);
        return place.position();
    }

    /** Goes past one character. */
    void pass(int character) {
        boolean secondOfPair = character == '\n' && behindCarriageReturn;
        behindCarriageReturn = character == '\r';
        if (secondOfPair) {
            return;
        }
        if (character == '\n' || character == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    /** Where it has come to. */
    Position position() {
        return new Position(line, column);
    }
}
