package io.contextmill.spec;

import io.contextmill.diagnostic.SourceSpan;

/**
 * A word or sentence of the spec.
 *
 * @param value as written, with quotes and escapes undone
 * @param span where it stands
 */
public record Text(String value, SourceSpan span) {
    @Override
    public String toString() {
        return value;
    }
}
