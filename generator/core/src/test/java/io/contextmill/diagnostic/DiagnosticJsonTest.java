package io.contextmill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticJsonTest {
    private static final SourceFile FILE = new SourceFile("a \"b\".yaml", "a: b\n");
    private static final RuleId RULE = new RuleId("yaml.duplicate-key");

    @Test
    void saysEverythingThatAFindingHas() {
        SourceSpan span = new SourceSpan(FILE, new Position(1, 2), new Position(3, 4));
        Diagnostic finding =
                new Diagnostic(
                        RULE,
                        Severity.ERROR,
                        span,
                        "it's `\"`",
                        Optional.of("hint"),
                        List.of(new RelatedSpan(FILE.start(), "here")));
        assertThat(DiagnosticJson.render(List.of(finding)))
                .isEqualTo(
                        """
                        [
                          {
                            "rule" : "yaml.duplicate-key",
                            "severity" : "error",
                            "file" : "a \\"b\\".yaml",
                            "start" : {
                              "line" : 1,
                              "column" : 2
                            },
                            "end" : {
                              "line" : 3,
                              "column" : 4
                            },
                            "message" : "it's `\\"`",
                            "hint" : "hint",
                            "related" : [
                              {
                                "file" : "a \\"b\\".yaml",
                                "start" : {
                                  "line" : 1,
                                  "column" : 1
                                },
                                "end" : {
                                  "line" : 1,
                                  "column" : 1
                                },
                                "message" : "here"
                              }
                            ]
                          }
                        ]
                        """);
    }

    @Test
    void whatAFindingDoesNotHaveIsLeftOut() {
        Diagnostic finding =
                new Diagnostic(
                        RULE, Severity.NOTE, FILE.start(), "message", Optional.empty(), List.of());
        assertThat(DiagnosticJson.render(List.of(finding)))
                .doesNotContain("hint", "related", "null");
        assertThat(DiagnosticJson.toJson(List.of())).isEmpty();
    }
}
