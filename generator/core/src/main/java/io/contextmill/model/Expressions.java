package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.spec.Text;
import io.contextmill.spec.TypeExpression;
import io.contextmill.spec.TypeExpression.Range;
import java.util.List;
import java.util.Optional;

/** Type expressions that nobody wrote. */
final class Expressions {
    private Expressions() {}

    /** A type by its name, required and without limits. */
    static TypeExpression plain(String type, SourceSpan span) {
        return expression(type, Optional.empty(), span);
    }

    /** A list of a type by its name, required and without limits. */
    static TypeExpression list(String type, SourceSpan span) {
        Range any = new Range(span, Optional.empty(), Optional.empty());
        return expression(type, Optional.of(any), span);
    }

    private static TypeExpression expression(String type, Optional<Range> list, SourceSpan span) {
        return new TypeExpression(
                span,
                new Text(type, span),
                List.of(),
                list,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
