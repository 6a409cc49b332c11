package io.contextmill.diagnostic;

import java.util.Comparator;

/**
 * A stretch of a text.
 *
 * @param file the text
 * @param start the place before its first character
 * @param end the place behind its last character; equal to {@code start} for an empty stretch
 */
public record SourceSpan(SourceFile file, Position start, Position end)
        implements Comparable<SourceSpan> {
    private static final Comparator<SourceSpan> ORDER =
            Comparator.comparing((SourceSpan span) -> span.file().name())
                    .thenComparing(SourceSpan::start)
                    .thenComparing(SourceSpan::end);

    @Override
    public int compareTo(SourceSpan other) {
        return ORDER.compare(this, other);
    }

    /**
     * {@code file:line:column} of the start, the form that editors and terminals make into a link.
     */
    @Override
    public String toString() {
        return file.name() + ":" + start.line() + ":" + start.column();
    }
}
