package io.contextmill.cli;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Severity;
import io.contextmill.plan.PlanRules;
import io.contextmill.starter.StarterRules;
import java.util.List;
import java.util.Set;

/** What a command tells the program that started it. */
enum ExitCode {
    /** Done. */
    DONE(0),
    /** The spec has findings at or above the threshold, or the generated project's build failed. */
    FINDINGS(1),
    /** The command line was wrong. */
    USAGE(2),
    /**
     * A file or folder could not be read or written, a program is missing, or the generator itself
     * failed.
     */
    ENVIRONMENT(3),
    /** A person has to decide about files that are theirs. */
    CONFLICTS(4);

    private static final Set<String> CONFLICT_RULES =
            Set.of(
                    PlanRules.EDITED.id().value(),
                    PlanRules.NOT_OURS.id().value(),
                    PlanRules.UNRESOLVED.id().value(),
                    StarterRules.NOT_EMPTY.id().value());
    private static final Set<String> ENVIRONMENT_RULES =
            Set.of(
                    "source.unreadable",
                    "workspace.unreadable-context",
                    "workspace.folder-without-file",
                    BuildRules.NO_MAVEN.id().value());

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /**
     * The graver reason wins: what cannot be read or written before the rest, the spec before
     * conflicts.
     */
    static ExitCode of(List<Diagnostic> diagnostics, Severity threshold) {
        List<String> grave =
                diagnostics.stream()
                        .filter(finding -> finding.severity().compareTo(threshold) >= 0)
                        .map(finding -> finding.rule().value())
                        .toList();
        if (grave.isEmpty()) {
            boolean marked =
                    diagnostics.stream()
                            .anyMatch(
                                    finding ->
                                            finding.rule().equals(PlanRules.MERGE_CONFLICT.id()));
            return marked ? CONFLICTS : DONE;
        }
        if (grave.stream()
                .anyMatch(rule -> rule.startsWith("output.") || ENVIRONMENT_RULES.contains(rule))) {
            return ENVIRONMENT;
        }
        return CONFLICT_RULES.containsAll(grave) ? CONFLICTS : FINDINGS;
    }
}
