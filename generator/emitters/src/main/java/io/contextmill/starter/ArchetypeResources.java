package io.contextmill.starter;

import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.RelativePath;
import io.contextmill.naming.WorkspaceNames;
import io.contextmill.templates.Templates;
import io.contextmill.templates.starter.ArchetypeMetadata;
import io.contextmill.templates.text.XmlText;
import io.contextmill.words.ReservedWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resources of the Maven archetype: the project that people begin with, in which the answers
 * are left to Velocity. They are made of that project, with answers that nobody gives and that are
 * found again in its files.
 */
public final class ArchetypeResources {
    private static final Answers FOUND_AGAIN =
            new Answers("QqqqContext", "qqqq.group", "qqqq.segment");

    private static final Pattern NOT_ANSWERED = Pattern.compile("(?i)qqqq[a-z._/-]*");

    /**
     * What Velocity would take for its own. It would also leave out lines that begin with {@code
     * ##}.
     */
    private static final Pattern SPECIAL = Pattern.compile("[#$\\\\]");

    /** The forms of the context's name that {@link io.contextmill.words.Words} makes. */
    private static final String FORMS =
            """
            #set( $symbol_pound = '#' )
            #set( $symbol_dollar = '$' )
            #set( $symbol_escape = '\\' )
            #set( $kebab = $context.replaceAll('(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s(?![a-z]))[a-z])', '-').toLowerCase() )
            #set( $snake = $kebab.replace('-', '_') )
            #set( $title = "${kebab.substring(0, 1).toUpperCase()}${kebab.substring(1).replace('-', ' ')}" )
            """;

    private static final String CONTEXT_OF_ARTIFACT =
            "#foreach( $word in ${artifactId.split('[^A-Za-z0-9]+')} )"
                    + "${word.substring(0, 1).toUpperCase()}${word.substring(1)}#end";

    private static final String PACKAGE_OF_CONTEXT = "${groupId}.${context.toLowerCase()}";

    /** With words between all letters and what is behind it, a name fits into one of a database. */
    private static final int LONGEST_CONTEXT = 36;

    /** What is no text in YAML unless it is quoted. */
    private static final List<String> OF_YAML =
            List.of("false", "n", "no", "null", "off", "on", "true", "y", "yes");

    private ArchetypeResources() {}

    /**
     * Writes them into a folder.
     *
     * @param arguments the folder
     * @throws IOException if they cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Emitters emitters = Emitters.load(ArchetypeResources.class.getClassLoader());
        for (Map.Entry<RelativePath, String> file : files(emitters).entrySet()) {
            Path path = folder.resolve(file.getKey().value());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** All of them, by their paths in the archetype. */
    static SortedMap<RelativePath, String> files(Emitters emitters) {
        Validated<SortedMap<RelativePath, String>> project =
                new StarterProject(emitters).files(FOUND_AGAIN);
        SortedMap<RelativePath, String> files = new TreeMap<>();
        project.value()
                .orElseThrow(() -> new IllegalStateException(project.diagnostics().toString()))
                .forEach(
                        (path, text) ->
                                files.put(
                                        new RelativePath("archetype-resources/" + path.value()),
                                        path.value().equals(StarterProject.GIT_IGNORE)
                                                ? text
                                                : filtered(path, text)));
        files.put(
                new RelativePath("META-INF/maven/archetype-metadata.xml"),
                Templates.render(
                        new ArchetypeMetadata(
                                new XmlText(version(project.value().get())),
                                new XmlText(CONTEXT_OF_ARTIFACT),
                                new XmlText(contextPattern()),
                                new XmlText(PACKAGE_OF_CONTEXT),
                                Stream.of(StarterProject.SPEC, StarterProject.README)
                                        .map(XmlText::new)
                                        .map(ArchetypeMetadata.Filtered::new)
                                        .toList(),
                                new XmlText(StarterProject.GIT_IGNORE))));
        return files;
    }

    private static String version(Map<RelativePath, String> project) {
        String pom = Objects.requireNonNull(project.get(new RelativePath(StarterProject.POM)));
        return Coordinates.of(pom).version();
    }

    /** The file as Velocity makes the same of it again. */
    private static String filtered(RelativePath path, String text) {
        String escaped = SPECIAL.matcher(text).replaceAll(ArchetypeResources::symbol);
        if (path.value().equals(StarterProject.POM)) {
            escaped = new Coordinates("${groupId}", "${artifactId}", "${version}").in(escaped);
        }
        for (Map.Entry<String, String> answer : answers().entrySet()) {
            escaped = escaped.replace(answer.getKey(), answer.getValue());
        }
        Matcher left = NOT_ANSWERED.matcher(escaped);
        if (left.find()) {
            throw new IllegalStateException("%s has %s".formatted(path.value(), left.group()));
        }
        return FORMS + escaped;
    }

    private static String symbol(MatchResult special) {
        String name =
                switch (special.group()) {
                    case "#" -> "pound";
                    case "$" -> "dollar";
                    default -> "escape";
                };
        return Matcher.quoteReplacement("${symbol_" + name + "}");
    }

    /** What stands for the answers in the files, and how Velocity says it; longer ones first. */
    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("qqqq-context-0.1.0-SNAPSHOT-exec", "${artifactId}-${version}-exec");
        answers.put("qqqq-context", "${kebab}");
        answers.put("qqqq_context", "${snake}");
        answers.put("QQQQ_CONTEXT", "${snake.toUpperCase()}");
        answers.put("QqqqContext", "${context}");
        answers.put("Qqqq context", "${title}");
        answers.put("qqqq.segment", "${package}");
        answers.put("qqqq/segment", "${packageInPathFormat}");
        return answers;
    }

    /**
     * Names of contexts, without those few that are called otherwise in files than Velocity would
     * say.
     */
    private static String contextPattern() {
        String others =
                Stream.concat(
                                ReservedWords.all().stream()
                                        .filter(ReservedWords::isWindowsDevice)
                                        .filter(word -> word.matches("[A-Za-z0-9]+"))
                                        .map(word -> word.toLowerCase(Locale.ROOT)),
                                Stream.concat(Stream.of(WorkspaceNames.PLATFORM), OF_YAML.stream()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("|"));
        return "(?!(?i:%s)$)[A-Z][A-Za-z0-9]{0,%d}".formatted(others, LONGEST_CONTEXT - 1);
    }
}
