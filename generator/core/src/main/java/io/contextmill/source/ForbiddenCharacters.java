package io.contextmill.source;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * Characters that no spec may hold: they show a text otherwise than it is, end lines for some
 * programs and not for others, or are no characters at all.
 */
final class ForbiddenCharacters {
    private ForbiddenCharacters() {}

    /** Adds a finding for each that stands in the text. */
    static void find(SourceFile file, Findings findings) {
        String text = file.text();
        Place place = new Place();
        for (int i = 0; i < text.length() && !findings.isFull(); ) {
            int character = text.codePointAt(i);
            boolean endsLine = character == '\r' && text.startsWith("\n", i + 1);
            if (isForbidden(character) && !endsLine) {
                Position start = place.position();
                Position end = new Position(start.line(), start.column() + 1);
                findings.add(finding(character, new SourceSpan(file, start, end)));
            }
            place.pass(character);
            i += Character.charCount(character);
        }
    }

    /** A finding if one of them stands in a value, where escapes have put it. */
    static Optional<Diagnostic> find(String value, SourceSpan span) {
        return value.codePoints()
                .filter(ForbiddenCharacters::isForbidden)
                .boxed()
                .findFirst()
                .map(character -> finding(character, span));
    }

    private static Diagnostic finding(int character, SourceSpan span) {
        return ReaderRules.FORBIDDEN_CHARACTER.at(
                span, String.format("`<U+%04X>` is %s", character, kind(character)), "delete it");
    }

    private static boolean isForbidden(int character) {
        if (character < 0x7F) {
            return character < ' ' && character != '\t' && character != '\n';
        }
        return character <= 0x9F
                || isSeparator(character)
                || isDirectional(character)
                || isNoCharacter(character);
    }

    private static String kind(int character) {
        if (isDirectional(character)) {
            return "a character that reorders the text around it";
        }
        if (character == 0xFEFF) {
            return "a byte order mark inside the text";
        }
        if (isSeparator(character)) {
            return "a line end that most programs do not know";
        }
        return isNoCharacter(character) ? "no Unicode character" : "a control character";
    }

    private static boolean isSeparator(int character) {
        // A carriage return that stands alone: some programs end a line there, YAML parsers only in
        // some places.
        return character == '\r' || character == 0x85 || character == 0x2028 || character == 0x2029;
    }

    private static boolean isDirectional(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private static boolean isNoCharacter(int character) {
        return character == 0xFEFF
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                || (character >= 0xFDD0 && character <= 0xFDEF)
                || (character & 0xFFFE) == 0xFFFE;
    }
}
