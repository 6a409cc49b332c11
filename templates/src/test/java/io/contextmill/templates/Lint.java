package io.contextmill.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import io.contextmill.templates.text.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a file as its readers do, and fails where they would. */
interface Lint {
    void check(String file);

    static Lint of(FileType type) {
        return switch (type) {
            case JAVA -> Lint::java;
            case XML -> Lint::xml;
            case YAML -> Lint::yaml;
            case SQL -> Lint::sql;
            case MARKDOWN -> Lint::markdown;
            case PROPERTIES -> Lint::properties;
            case SHELL ->
                    throw new AssertionError("no template made shell scripts so far: lint them");
            case GIT_IGNORE ->
                    file ->
                            assertThat(file.lines())
                                    .noneMatch(line -> line.contains(" ") && !line.startsWith("#"));
        };
    }

    private static void java(String file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(
                        URI.create("memory:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return file;
                    }
                };
        JavacTask task =
                (JavacTask)
                        compiler.getTask(
                                null,
                                null,
                                findings,
                                List.of("--release", "17"),
                                null,
                                List.of(source));
        try {
            assertThat(task.parse()).hasSize(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(findings.getDiagnostics())
                .extracting(finding -> finding.getMessage(Locale.ROOT))
                .isEmpty();
        assertThat(file.lines()).allMatch(line -> line.length() <= 120);
    }

    private static void xml(String file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(file, e);
        }
    }

    private static void yaml(String file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        new Yaml(new SafeConstructor(options)).loadAll(file).forEach(document -> {});
    }

    /**
     * Statements in lower case that end with a line, commands of psql in lines of their own,
     * comments.
     */
    private static void sql(String file) {
        String statements =
                file.lines()
                        .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
                        .reduce("", (before, line) -> before + line + "\n");
        assertThat(statements.strip().split(";\n"))
                .allMatch(statement -> statement.strip().matches("(set|create|revoke) [^;]*;?"));
    }

    private static void markdown(String file) {
        assertThat(file.lines().filter(line -> line.startsWith("```")).count()).isEven();
        assertThat(file.lines().filter(line -> line.startsWith("# ") && !line.endsWith(".")))
                .hasSize(1);
        assertThat(file.lines()).noneMatch(line -> line.startsWith("<"));
    }

    private static void properties(String file) {
        try {
            new Properties().load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
