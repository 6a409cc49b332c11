package io.contextmill.source;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what one step finds in one file. Beyond {@value #MOST} findings nothing more is kept,
 * since nobody reads them and a file made for it could have millions; one more finding says so.
 */
public final class Findings {
    /** How many findings are kept. */
    public static final int MOST = 200;

    private final List<Diagnostic> kept = new ArrayList<>();

    /** Keeps the finding, or says that there are too many. */
    public void add(Diagnostic finding) {
        if (kept.size() < MOST) {
            kept.add(finding);
        } else if (kept.size() == MOST) {
            kept.add(
                    ReaderRules.TOO_MANY_FINDINGS.at(
                            finding.span(),
                            "there are more findings than the " + MOST + " shown",
                            "mend these first; the others are shown then"));
        }
    }

    /** Whether {@link #add} has no effect any more. */
    public boolean isFull() {
        return kept.size() > MOST;
    }

    /** The value with all findings. */
    public <T> Validated<T> with(T value) {
        return Validated.of(value, kept);
    }

    /** All findings without a value. */
    public <T> Validated<T> withoutValue() {
        return Validated.failed(kept);
    }
}
