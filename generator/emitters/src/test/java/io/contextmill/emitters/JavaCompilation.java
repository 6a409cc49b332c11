package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import io.contextmill.emit.GeneratedFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Generated sources before javac, which sees nothing but the libraries of a generated project. */
public final class JavaCompilation {
    private static final List<String> LIBRARIES =
            List.of(
                    "apiguardian-api",
                    "assertj-core",
                    "equalsverifier",
                    "jmolecules",
                    "jstereotype",
                    "junit-jupiter-api",
                    "junit-jupiter-params",
                    "junit-platform-commons",
                    "opentest4j");

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);

    private JavaCompilation() {}

    /** What javac says about the files, each finding being an error, with every lint. */
    public static List<String> findings(Collection<GeneratedFile> files, Path output) {
        return findings(files, output, List.of());
    }

    /** The same, where javac sees other libraries as well, given by how their names begin. */
    public static List<String> findings(
            Collection<GeneratedFile> files, Path output, List<String> otherLibraries) {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        List<String> options =
                List.of(
                        "-Xlint:all,-processing",
                        "-Werror",
                        "-Xmaxerrs",
                        "1000",
                        "-Xmaxwarns",
                        "1000",
                        "--release",
                        "17",
                        "-proc:none",
                        "-classpath",
                        classPath(otherLibraries),
                        "-d",
                        output.toString());
        compiler().getTask(null, null, findings, options, null, sources(files)).call();
        return findings.getDiagnostics().stream()
                .map(finding -> finding.toString().lines().findFirst().orElse(""))
                .toList();
    }

    /** What javac reads in the files beside their comments, printed by javac, by path. */
    public static SortedMap<String, String> code(Collection<GeneratedFile> files) {
        SortedMap<String, String> code = new TreeMap<>();
        for (CompilationUnitTree tree : trees(files)) {
            code.put(
                    tree.getSourceFile().getName(),
                    COMMENT.matcher(tree.toString()).replaceAll(""));
        }
        return code;
    }

    /** What javac reads in the files, without looking at what names stand for. */
    public static List<CompilationUnitTree> trees(Collection<GeneratedFile> files) {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        JavacTask task =
                (JavacTask)
                        compiler().getTask(null, null, findings, List.of(), null, sources(files));
        List<CompilationUnitTree> trees = new ArrayList<>();
        try {
            task.parse().forEach(trees::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(findings.getDiagnostics()).isEmpty();
        return trees;
    }

    private static JavaCompiler compiler() {
        return ToolProvider.getSystemJavaCompiler();
    }

    private static List<JavaFileObject> sources(Collection<GeneratedFile> files) {
        return files.stream().<JavaFileObject>map(Source::new).toList();
    }

    private static String classPath(List<String> otherLibraries) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(
                        entry ->
                                Stream.concat(LIBRARIES.stream(), otherLibraries.stream())
                                        .anyMatch(name(entry)::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String name(String entry) {
        return entry.substring(entry.lastIndexOf(File.separatorChar) + 1).toLowerCase(Locale.ROOT);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(GeneratedFile file) {
            super(URI.create("string:///" + file.path().value()), Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
