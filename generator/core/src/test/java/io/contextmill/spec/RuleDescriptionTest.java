package io.contextmill.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.source.ReaderRules;
import io.contextmill.source.YamlReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code contextmill explain} says about a rule is true. */
class RuleDescriptionTest {
    /** Rules whose bad example would be too long, or cannot be written as a text. */
    private static final Set<String> NOT_SHOWN_IN_FULL =
            Set.of(
                    "source.unreadable",
                    "source.encoding",
                    "source.too-large",
                    "source.line-too-long",
                    "source.too-many-findings",
                    "yaml.too-many-nodes",
                    "workspace.folder-without-file");

    static Stream<RuleDescription> rules() {
        return Stream.of(ReaderRules.all(), SpecRules.all()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBadExampleIsFoundAndTheGoodOneIsNot(RuleDescription rule) {
        if (NOT_SHOWN_IN_FULL.contains(rule.id().value())) {
            return;
        }
        assertThat(findings(rule.badExample())).contains(rule.id().value());
        // Sagas are checked before they are generated; explaining what is wrong with one needs one.
        assertThat(findings(rule.goodExample()))
                .isEqualTo(
                        rule.id().value().startsWith("saga.")
                                ? List.of(SpecRules.NOT_YET_SUPPORTED.id().value())
                                : List.of());
    }

    @Test
    void idsAreUnique() {
        assertThat(rules().map(RuleDescription::id)).doesNotHaveDuplicates();
    }

    private static List<String> findings(String yaml) {
        return new YamlReader()
                        .read(new SourceFile("x.yaml", yaml))
                        .then(SpecDecoder::decode)
                        .diagnostics()
                        .stream()
                        .map(finding -> finding.rule().value())
                        .toList();
    }
}
