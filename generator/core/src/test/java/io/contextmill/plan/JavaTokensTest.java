package io.contextmill.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.plan.JavaTokens.Kind;
import io.contextmill.plan.JavaTokens.Token;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaTokensTest {
    private static final String FILE =
            "\uFEFFpackage a.b;\r\n\r\n// an Order\n/* Order */ class Order_1$ {\n\tchar c = '\\''; String s ="
                    + " \"Or\\\"der\" + \"\"\"\n  Order \\\"\"\" \"quoted\" \n  \"\"\"; int i = 0x1F; double d = 1e-3;\n}\n";

    @Test
    void thePiecesAreTheText() {
        assertThat(JavaTokens.of(FILE).orElseThrow().stream().map(Token::text))
                .hasSizeGreaterThan(30)
                .satisfies(pieces -> assertThat(String.join("", pieces)).isEqualTo(FILE));
    }

    @Test
    void namesAreToldFromWhatStandsInTextsAndComments() {
        assertThat(
                        JavaTokens.of(FILE).orElseThrow().stream()
                                .filter(token -> token.kind() == Kind.NAME)
                                .map(Token::text)
                                .collect(Collectors.joining(" ")))
                .isEqualTo("package a b class Order_1$ char c String s int i double d");
        assertThat(JavaTokens.of(FILE).orElseThrow())
                .contains(
                        new Token(Kind.STRING, "\"Or\\\"der\""),
                        new Token(Kind.COMMENT, "// an Order"),
                        new Token(Kind.COMMENT, "/* Order */"),
                        new Token(Kind.BLOCK, "\"\"\"\n  Order \\\"\"\" \"quoted\" \n  \"\"\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { String s = \"open",
                "class A { String s = \"open\n\"; }",
                "class A { char c = 'x",
                "class A { String s = \"\"\"\n open \"\" }",
                "class A { /* open * / }",
                "class A { String s = \"open\\",
                "class \\u0041 {}"
            })
    void whatCannotBeJavaHasNone(String text) {
        assertThat(JavaTokens.of(text)).isEmpty();
    }
}
