package io.contextmill.diagnostic;

import java.util.List;

/**
 * What a rule is about, as {@code contextmill explain} prints it. Every finding names one; a
 * finding is made from it, so that no finding can exist without a description.
 *
 * @param id the name of the rule
 * @param severity how much its findings matter
 * @param summary one sentence that states the fact it finds
 * @param rationale why that matters and what to do about it
 * @param badExample a spec that it finds something in
 * @param goodExample the same spec, mended
 */
public record RuleDescription(
        RuleId id,
        Severity severity,
        String summary,
        String rationale,
        String badExample,
        String goodExample) {

    /** A finding of this rule without hint. */
    public Diagnostic at(SourceSpan span, String message) {
        return new Diagnostic(id, severity, span, message, java.util.Optional.empty(), List.of());
    }

    /** A finding of this rule with a hint on how to mend it. */
    public Diagnostic at(SourceSpan span, String message, String hint) {
        return new Diagnostic(id, severity, span, message, java.util.Optional.of(hint), List.of());
    }
}
