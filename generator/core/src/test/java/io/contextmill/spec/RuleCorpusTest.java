package io.contextmill.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticText;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.Validated;
import io.contextmill.model.Linker;
import io.contextmill.source.Limits;
import io.contextmill.source.ReaderRules;
import io.contextmill.validation.RuleBook;
import io.contextmill.validation.Validators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each spec in {@code rules/<rule-id>/} and compares all findings with the text beside it. A
 * spec is a file, or a folder with several. Cases whose names begin with {@code clean-} show what
 * the rule does not find. Cases of the rules of reading and decoding end there, unless {@code
 * linked} is in their names; all others run to the end. A first line {@code # limits: bytes=60
 * line=80 depth=3 nodes=10} sets limits for a case. With {@code -Dcorpus.update=true} the expected
 * texts are written instead; read the difference.
 */
class RuleCorpusTest {
    private static final Path RULES = Path.of("src/test/resources/rules");
    private static final boolean UPDATE = Boolean.getBoolean("corpus.update");
    private static final Pattern LIMITS =
            Pattern.compile("# limits: bytes=(\\d+) line=(\\d+) depth=(\\d+) nodes=(\\d+)");

    /** Every rule that the steps of {@link #findings} report. */
    private static List<RuleDescription> rules() {
        return RuleBook.all();
    }

    /** The steps of the pipeline that a case runs through. */
    private static List<Diagnostic> findings(Case corpusCase) throws IOException {
        Limits limits = corpusCase.limits();
        Path spec = corpusCase.spec();
        Validated<WorkspaceSpec> decoded =
                new SpecReader(limits).read(spec, spec.getFileName().toString());
        return corpusCase.isLinked()
                ? decoded.then(Linker::link)
                        .then(model -> Validated.of(model, Validators.validate(model)))
                        .diagnostics()
                : decoded.diagnostics();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsExactlyWhatIsExpected(Case corpusCase) throws IOException {
        String found = DiagnosticText.plain().render(findings(corpusCase));
        if (UPDATE) {
            Files.writeString(corpusCase.expected(), found);
        }
        assertThat(found).isEqualTo(Files.readString(corpusCase.expected()));
        String hit = "[" + corpusCase.rule() + "]";
        if (corpusCase.isClean()) {
            assertThat(found).doesNotContain(hit);
        } else {
            assertThat(found).contains(hit);
        }
    }

    @Test
    void everyRuleHasAHitAndACleanCase() throws IOException {
        List<Case> all = cases().toList();
        for (RuleDescription rule : rules()) {
            String id = rule.id().value();
            assertThat(all)
                    .as("hit of " + id)
                    .anyMatch(one -> one.rule().equals(id) && !one.isClean());
            assertThat(all)
                    .as("clean case of " + id)
                    .anyMatch(one -> one.rule().equals(id) && one.isClean());
        }
    }

    @Test
    void everyFolderIsNamedAfterARule() throws IOException {
        List<String> known = rules().stream().map(rule -> rule.id().value()).toList();
        assertThat(cases().map(Case::rule).distinct()).isSubsetOf(known);
    }

    private static Stream<Case> cases() throws IOException {
        try (Stream<Path> paths = Files.walk(RULES, 2)) {
            return paths
                    .map(path -> RULES.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.indexOf('/') > 0)
                    .map(path -> path.replaceFirst("\\.(yaml|expected)$", ""))
                    .distinct()
                    .sorted()
                    .map(Case::new)
                    .toList()
                    .stream();
        }
    }

    private record Case(String path) {
        String rule() {
            return path.substring(0, path.indexOf('/'));
        }

        boolean isLinked() {
            return path.contains("linked")
                    || Stream.of(ReaderRules.all(), SpecRules.all())
                            .flatMap(List::stream)
                            .noneMatch(rule -> rule.id().value().equals(rule()));
        }

        boolean isClean() {
            return path.contains("/clean-");
        }

        Path spec() {
            Path folder = RULES.resolve(path);
            return Files.isDirectory(folder) ? folder : RULES.resolve(path + ".yaml");
        }

        Path expected() {
            return RULES.resolve(path + ".expected");
        }

        Limits limits() throws IOException {
            return firstLine()
                    .map(LIMITS::matcher)
                    .filter(Matcher::matches)
                    .map(
                            matcher ->
                                    new Limits(
                                            number(matcher, 1),
                                            number(matcher, 2),
                                            number(matcher, 3),
                                            number(matcher, 4)))
                    .orElse(Limits.DEFAULT);
        }

        private Optional<String> firstLine() throws IOException {
            if (!Files.isRegularFile(spec())) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(spec()), StandardCharsets.ISO_8859_1);
            return text.lines().findFirst();
        }

        private static int number(Matcher matcher, int group) {
            return Integer.parseInt(matcher.group(group));
        }

        @Override
        public String toString() {
            return path;
        }
    }
}
