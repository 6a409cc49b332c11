package io.contextmill.diagnostic;

import java.util.List;
import java.util.Optional;

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

    /**
     * A rule with findings that stop generation; the parameters are those of the record.
     *
     * @throws IllegalArgumentException if the id is no name of a rule
     */
    public static RuleDescription error(
            String id, String summary, String rationale, String badExample, String goodExample) {
        return new RuleDescription(
                new RuleId(id), Severity.ERROR, summary, rationale, badExample, goodExample);
    }

    /**
     * A rule with findings that people should look at; the parameters are those of the record.
     *
     * @throws IllegalArgumentException if the id is no name of a rule
     */
    public static RuleDescription warning(
            String id, String summary, String rationale, String badExample, String goodExample) {
        return new RuleDescription(
                new RuleId(id), Severity.WARNING, summary, rationale, badExample, goodExample);
    }

    /**
     * A rule with findings that say what was done; the parameters are those of the record.
     *
     * @throws IllegalArgumentException if the id is no name of a rule
     */
    public static RuleDescription note(
            String id, String summary, String rationale, String badExample, String goodExample) {
        return new RuleDescription(
                new RuleId(id), Severity.NOTE, summary, rationale, badExample, goodExample);
    }

    /** A finding of this rule without hint. */
    public Diagnostic at(SourceSpan span, String message) {
        return new Diagnostic(id, severity, span, message, Optional.empty(), List.of());
    }

    /** A finding of this rule with a hint on how to mend it. */
    public Diagnostic at(SourceSpan span, String message, String hint) {
        return new Diagnostic(id, severity, span, message, Optional.of(hint), List.of());
    }
}
