package io.contextmill.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.templates.text.Encoded;
import io.contextmill.templates.text.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each template with its view: filled, and read by what reads such files. */
class EveryTemplateTest {
    private static final Pattern TAG = Pattern.compile("\\{\\{[#^/]?(\\w+)}}");

    static List<View> views() {
        return SampleViews.all();
    }

    @Test
    void hasAView() throws IOException, URISyntaxException {
        Path root =
                Path.of(
                                Optional.ofNullable(
                                                Templates.class.getResource(
                                                        "project/pom.xml.mustache"))
                                        .orElseThrow()
                                        .toURI())
                        .resolve("../..")
                        .normalize();
        Set<String> templates;
        try (Stream<Path> files = Files.walk(root)) {
            templates =
                    files.filter(file -> file.toString().endsWith(".mustache"))
                            .map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(
                        views().stream()
                                .map(view -> view.template() + ".mustache")
                                .collect(Collectors.toSet()))
                .isEqualTo(templates);
    }

    @ParameterizedTest
    @MethodSource("views")
    void isReadByWhatReadsSuchFiles(View view) {
        String file = Templates.render(view);

        Lint.of(FileType.of(view.template())).check(file);
    }

    @ParameterizedTest
    @MethodSource("views")
    void isLaidOutAsAPersonWould(View view) {
        String file = Templates.render(view);

        assertThat(file).endsWith("\n").doesNotEndWith("\n\n").doesNotStartWith("\n");
        assertThat(file)
                .doesNotContain("\r")
                .doesNotContain("\t")
                .doesNotContain("\n\n\n")
                .doesNotContain(" \n");
        assertThat(file).doesNotContain("{{");
    }

    @ParameterizedTest
    @MethodSource("views")
    void usesAllOfItsViewAndNothingElse(View view) {
        Set<String> tags = new TreeSet<>();
        Matcher tag = TAG.matcher(source(view));
        while (tag.find()) {
            tags.add(tag.group(1));
        }
        Set<String> components = new TreeSet<>();
        collect(view.getClass(), components);
        // It chooses the template, and is no part of it.
        components.remove("file");

        assertThat(tags).isEqualTo(components);
    }

    @ParameterizedTest
    @MethodSource("views")
    void hasNoCommentsOrDelimitersWhichWouldLeaveLines(View view) {
        assertThat(source(view))
                .doesNotContain("{{!")
                .doesNotContain("{{=")
                .doesNotContain("{{>")
                .doesNotContain("{{{");
    }

    private static String source(View view) {
        try (InputStream resource =
                Templates.class.getResourceAsStream(view.template() + ".mustache")) {
            return new String(
                    Optional.ofNullable(resource).orElseThrow().readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Class<?> view, Set<String> names) {
        for (RecordComponent component : view.getRecordComponents()) {
            names.add(component.getName());
            partOf(component.getGenericType()).ifPresent(part -> collect(part, names));
        }
    }

    /** The record in a list or an option, unless it is a text. */
    private static Optional<Class<?>> partOf(Type type) {
        if (!(type instanceof ParameterizedType several)) {
            return Optional.empty();
        }
        return Arrays.stream(several.getActualTypeArguments())
                .filter(
                        argument ->
                                argument instanceof Class<?> part
                                        && part.isRecord()
                                        && !Encoded.class.isAssignableFrom(part))
                .<Class<?>>map(argument -> (Class<?>) argument)
                .findFirst();
    }
}
