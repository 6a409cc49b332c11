package io.contextmill.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.model.InferenceRules;
import io.contextmill.model.LinkRules;
import io.contextmill.model.Specs;
import io.contextmill.spec.SpecRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code explain} shows is true: the bad example has the finding, and the good one has it no
 * more.
 */
class RuleExamplesTest {
    static Stream<RuleDescription> rules() {
        // The bad example of one rule would be too long to be shown in full.
        return Stream.of(LinkRules.all(), InferenceRules.all(), ModelRules.all())
                .flatMap(List::stream)
                .filter(rule -> !rule.id().value().equals("context.too-large"));
    }

    /**
     * What is checked before it is generated: their examples need what nothing is generated for.
     */
    private static final Set<String> AHEAD_OF_GENERATION =
            Set.of(
                    "reference.unknown-context",
                    "reference.unknown-operation",
                    "reference.unknown-query",
                    "reference.unknown-policy",
                    "reference.private-event");

    private static List<Diagnostic> findings(RuleDescription rule, String example) {
        boolean ahead = AHEAD_OF_GENERATION.contains(rule.id().value());
        return Specs.validate(example).diagnostics().stream()
                .filter(
                        finding ->
                                !ahead || !finding.rule().equals(SpecRules.NOT_YET_SUPPORTED.id()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBadExampleIsFound(RuleDescription rule) {
        List<Diagnostic> findings = findings(rule, rule.badExample());

        assertThat(findings).extracting(Diagnostic::rule).contains(rule.id());
        assertThat(findings)
                .filteredOn(Diagnostic::isError)
                .as("errors are of the rule only")
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(rule.id()))
                .hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theGoodExampleIsClean(RuleDescription rule) {
        List<Diagnostic> findings = findings(rule, rule.goodExample());

        assertThat(findings)
                .filteredOn(finding -> finding.isError() || finding.rule().equals(rule.id()))
                .as("of the rule, or errors of any")
                .isEmpty();
    }

    @Test
    void idsAreUniqueAndSorted() {
        List<RuleId> ids = RuleBook.all().stream().map(RuleDescription::id).toList();

        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(RuleBook.find(ids.get(0))).contains(RuleBook.all().get(0));
        assertThat(RuleBook.find(new RuleId("no.such-rule"))).isEmpty();
    }

    @Test
    void everyCheckOfTheModelHasADescriptionAndTheOtherWayRound() {
        assertThat(Validators.rules())
                .extracting(Rule::description)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ModelRules.all().stream(), TrialRules.all().stream())
                                .toList());
    }
}
