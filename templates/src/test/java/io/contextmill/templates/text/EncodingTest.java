package io.contextmill.templates.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the readers of each kind of file read where an encoded text stands. */
class EncodingTest {
    /** What has ended a text somewhere. */
    static final List<String> VISIBLE =
            List.of(
                    "",
                    " ",
                    "a b",
                    "order",
                    "*/ evil /*",
                    "\\u002a\\u002f evil",
                    "\\u000a evil",
                    "\\",
                    "ends with \\",
                    "'",
                    "''; drop table orders; --",
                    "\"",
                    "\"\"\"",
                    "$1",
                    "${user.home}",
                    "#{1+1}",
                    "{{x}}",
                    "@{x}",
                    "`id`",
                    "$(id)",
                    "]]>",
                    "--> <evil/> <!--",
                    "- --- -",
                    "&amp;",
                    "<script>",
                    "key: value",
                    "x #comment",
                    "# x",
                    "- item",
                    "? key",
                    "!tag",
                    "&anchor",
                    "*alias",
                    "%directive",
                    "@at",
                    "[a",
                    "{a",
                    "|",
                    ">",
                    "~",
                    "null",
                    "NULL",
                    "yes",
                    "No",
                    "ON",
                    "true",
                    "True",
                    "0",
                    "00",
                    "010",
                    "0x1F",
                    "0b1",
                    "0o7",
                    "1_000",
                    "1e3",
                    "1.0",
                    "-1",
                    "+1",
                    "-0",
                    ".5",
                    ".inf",
                    ".NaN",
                    "1:30",
                    "190:20:30",
                    "2026-01-31",
                    "2026-01-31T00:00:00Z",
                    "<<",
                    "=",
                    "...",
                    "---",
                    "a:",
                    ":a",
                    "a: b",
                    "jdbc:postgresql://localhost:5432/x",
                    "${X:y}",
                    "é ü 日本 😀",
                    "12345678901234567890123");

    static final List<String> INVISIBLE =
            List.of(
                    "a\nb", "a\rb", "a\r\nb", "a\tb", "\n", "\u0000", "\u0007", "\u0085", "\u2028",
                    "\u202e", "\u200b", "\ufeff");

    @ParameterizedTest
    @FieldSource("VISIBLE")
    void xmlText(String text) throws Exception {
        Document document = xml("<a b=\"%1$s\">%1$s</a>".formatted(new XmlText(text).encoded()));

        assertThat(document.getDocumentElement().getTextContent()).isEqualTo(text);
        assertThat(document.getDocumentElement().getAttribute("b")).isEqualTo(text);
        assertThat(document.getDocumentElement().getElementsByTagName("*").getLength()).isZero();
    }

    @ParameterizedTest
    @FieldSource("INVISIBLE")
    void xmlTextRefusesWhatXmlWouldChange(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new XmlText(text));
    }

    @Test
    void xmlTextForMavenRefusesExpressions() {
        assertThatIllegalArgumentException().isThrownBy(() -> XmlText.forMaven("${user.home}"));
        assertThatIllegalArgumentException().isThrownBy(() -> XmlText.forMaven("@{user.home}"));
        assertThat(XmlText.forMaven("$5 {x}").encoded()).isEqualTo("$5 {x}");
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void xmlComment(String text) throws Exception {
        Document document = xml("<a><!-- %s --></a>".formatted(new XmlComment(text).encoded()));

        assertThat(document.getDocumentElement().getChildNodes().getLength()).isOne();
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void yamlScalar(String text) {
        // A mark in front of a file is no text in YAML, wherever it stands.
        String encoded = new YamlScalar(text).encoded();
        Map<?, ?> document = yaml("# x\n" + encoded + ": " + encoded + "\nlast: 1\n");

        assertThat(document).hasSize(2);
        assertThat(document.keySet().iterator().next()).hasToString(text);
        assertThat(document.values().iterator().next()).hasToString(text);
        assertThat(encoded).doesNotContain("\n");
    }

    @Test
    void yamlScalarIsPlainWhereItCanBe() {
        List<String> plain =
                List.of(
                        "order",
                        "true",
                        "2000",
                        "24h",
                        "500ms",
                        "classpath:db/migration/order",
                        "${ORDER_DATABASE_URL:jdbc:postgresql://localhost:5432/order_service}",
                        "fail-on-unknown-properties");
        for (String text : plain) {
            assertThat(new YamlScalar(text).encoded()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void yamlComment(String text) {
        assertThat(yaml("# " + new YamlComment(text).encoded() + "\nlast: 1\n")).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void javaString(String text) throws IOException {
        VariableTree field =
                onlyField(
                        "class A { String a = \"%s\"; }".formatted(new JavaString(text).encoded()));

        assertThat(((LiteralTree) field.getInitializer()).getValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void javaComment(String text) throws IOException {
        String encoded = new JavaComment(text).encoded();

        onlyField("class A {\n/** %1$s */\nint a; // %1$s\n}".formatted(encoded));
        assertThat(encoded.lines().count()).isLessThanOrEqualTo(1);
        assertThat(encoded).doesNotContain("@", "{", "<", "\\");
    }

    @Test
    void javaNameRefusesWhatIsNoName() {
        for (String text :
                List.of(
                        "", "1a", "a-b", "a b", "class", "a.class", "a..b", "a;", "\\u0061", "_",
                        "é")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> new JavaName(text));
        }
        assertThat(new JavaName("com.acme.record").encoded()).isEqualTo("com.acme.record");
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void propertyText(String text) throws IOException {
        String encoded = new PropertyText(text).encoded();
        Properties properties = new Properties();
        properties.load(new StringReader(encoded + "=" + encoded + "\nlast=1\n"));

        assertThat(properties).hasSize(2).containsEntry(text, text);
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void shellWord(String text) throws IOException, InterruptedException {
        if (text.indexOf('\0') >= 0) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ShellWord(text));
            return;
        }
        Process shell =
                new ProcessBuilder("sh", "-c", "printf '<%s>' " + new ShellWord(text).encoded())
                        .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("<" + text + ">");
        assertThat(shell.waitFor()).isZero();
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void sqlLiteral(String text) {
        if (text.indexOf('\0') >= 0) {
            assertThatIllegalArgumentException().isThrownBy(() -> new SqlLiteral(text));
            return;
        }
        String encoded = new SqlLiteral(text).encoded();

        assertThat(encoded).doesNotContain("${");
        assertThat(valueOf(encoded)).isEqualTo(text);
    }

    /** What PostgreSQL makes of literals joined by {@code ||}. */
    private static String valueOf(String expression) {
        String inner =
                expression.startsWith("(")
                        ? expression.substring(1, expression.length() - 1)
                        : expression;
        StringBuilder value = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < inner.length(); i++) {
            if (inner.charAt(i) != '\'') {
                assertThat(open || " |".indexOf(inner.charAt(i)) >= 0).as(expression).isTrue();
                value.append(open ? inner.substring(i, i + 1) : "");
            } else if (open && inner.startsWith("''", i)) {
                value.append('\'');
                i++;
            } else {
                open = !open;
            }
        }
        assertThat(open).as(expression).isFalse();
        return value.toString();
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void sqlComment(String text) {
        assertThat(new SqlComment(text).encoded()).doesNotContain("\n", "\r", "\u2028", "${");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Order", "1a", "a-b", "a b", "a;", "a\"", "ä"})
    void sqlIdentifierRefusesWhatWouldNeedQuotes(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SqlIdentifier(text));
        assertThatIllegalArgumentException().isThrownBy(() -> new SqlIdentifier("a".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Order", "1A", "A-B", "A B", "A\n\\! id"})
    void psqlVariableRefusesOtherForms(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PsqlVariable(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a>", "a/", "-a"})
    void xmlNameRefusesOtherForms(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new XmlName(text));
    }

    @ParameterizedTest
    @FieldSource({"VISIBLE", "INVISIBLE"})
    void markdownText(String text) {
        String encoded = new MarkdownText(text).encoded();

        assertThat(encoded).doesNotContain("\n", "\r");
        // Outside of words, what means something in Markdown stands behind a backslash.
        assertThat(encoded.replaceAll("\\\\[\\p{Punct}]", ""))
                .doesNotContain("<", "`", "[", "|", "&", "*");
        assertThat(encoded.replaceAll("\\\\([\\p{Punct}])", "$1"))
                .isEqualTo(Characters.inOneLine(text));
    }

    @Test
    void markdownTextLeavesProseAlone() {
        String prose =
                "Takes customers' orders (and follows them) until they are well-shipped or cancelled.";

        assertThat(new MarkdownText(prose).encoded()).isEqualTo(prose);
    }

    @Test
    void markdownCodeRefusesWhatEndsIt() {
        for (String text : List.of("`", "```", "a\nb", "\u202e")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> new MarkdownCode(text));
        }
    }

    @Test
    void eachKindOfTextIsTestedHere() {
        List<String> tests =
                Arrays.stream(EncodingTest.class.getDeclaredMethods())
                        .map(method -> method.getName())
                        .toList();
        for (Class<?> type : Encoded.class.getPermittedSubclasses()) {
            String name =
                    type.getSimpleName().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                            + type.getSimpleName().substring(1);
            assertThat(tests).as(name).anyMatch(test -> test.startsWith(name));
        }
    }

    @Test
    void yamlIndentIsTwoSpacesADepth() {
        assertThat(new YamlIndent(0).encoded()).isEmpty();
        assertThat(new YamlIndent(2).encoded()).isEqualTo("    ");
        assertThatIllegalArgumentException().isThrownBy(() -> new YamlIndent(-1));
    }

    private static Document xml(String file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<?, ?> yaml(String file) {
        return (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
    }

    /** The one field of the one class that a source is expected to have. */
    private static VariableTree onlyField(String source) throws IOException {
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("memory:///A.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(null, null, null, null, null, List.of(file));
        CompilationUnitTree unit = task.parse().iterator().next();
        assertThat(unit.getTypeDecls()).hasSize(1);
        List<?> members = ((ClassTree) unit.getTypeDecls().get(0)).getMembers();
        assertThat(members).hasSize(1);
        return (VariableTree) members.get(0);
    }
}
