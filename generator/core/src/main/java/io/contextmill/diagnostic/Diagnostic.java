package io.contextmill.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One finding about a spec.
 *
 * @param rule the rule that found it
 * @param severity how much it matters
 * @param span where it is
 * @param message what is there, with names in backquotes
 * @param hint how to mend it
 * @param related other places that have to do with it
 */
public record Diagnostic(
        RuleId rule,
        Severity severity,
        SourceSpan span,
        String message,
        Optional<String> hint,
        List<RelatedSpan> related) {

    /** By file, position, rule and message: the order in which findings are shown. */
    public static final Comparator<Diagnostic> ORDER =
            Comparator.comparing(Diagnostic::span)
                    .thenComparing(Diagnostic::rule)
                    .thenComparing(Diagnostic::message);

    /** Takes a copy of the list. */
    public Diagnostic {
        related = List.copyOf(related);
    }

    /** The same finding, naming one more place. */
    public Diagnostic relatedTo(SourceSpan other, String what) {
        List<RelatedSpan> more = new java.util.ArrayList<>(related);
        more.add(new RelatedSpan(other, what));
        return new Diagnostic(rule, severity, span, message, hint, more);
    }

    /** Whether nothing can be generated until it is mended. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
