package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.spec.Text;
import io.contextmill.spec.TypeExpression;
import java.util.List;
import java.util.Optional;

/** Type expressions that nobody wrote. */
final class Expressions {
    private Expressions() {}

    /** A type by its name, required and without limits. */
    static TypeExpression plain(String type, SourceSpan span) {
        return new TypeExpression(
                span,
                new Text(type, span),
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
