package io.contextmill.spec;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.source.Node.Scalar;

/**
 * An expression in CEL as it was written: neither parsed nor checked.
 *
 * @param source the scalar whose text it is
 */
public record ExpressionSpec(Scalar source) {
    /** One that nobody wrote, because of what stands there. */
    public static ExpressionSpec implied(String text, SourceSpan cause) {
        return new ExpressionSpec(new Scalar(text, false, cause));
    }

    /** The expression. */
    public String text() {
        return source.value();
    }

    /** Where it stands. */
    public SourceSpan span() {
        return source.span();
    }

    /**
     * Where a part of it stands, as far as that can be told.
     *
     * @param from the offset of the part's first character
     * @param to the offset behind its last one
     */
    public SourceSpan part(int from, int to) {
        return source.part(from, to);
    }
}
