package io.contextmill.emitters.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreeScanner;
import io.contextmill.emitters.JavaCompilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ByteArrayResource;

/**
 * What Spring and others replace when a service starts is not in what they read: no text of a spec
 * is in a property or in an annotation that is looked into. {@link SecondStageIT} starts one.
 */
class SecondStageTest {
    private static final SortedMap<String, String> HOSTILE = files(HostileTexts.REPLACED);

    /** Annotations whose attributes nobody looks into: of them, the message alone is replaced. */
    private static final Set<String> LEFT_ALONE = Set.of("Pattern.regexp");

    @Test
    void springResolvesTheSameProperties() throws IOException {
        assertThat(properties(HOSTILE)).isNotEmpty().isEqualTo(properties(files("plain")));
    }

    /** That it would be seen if it were otherwise. */
    @Test
    void springWouldReplaceWhatIsInProperties() throws IOException {
        assertThat(properties(Map.of("a.yaml", "a: ${HOSTILE:otherwise}\n")))
                .containsEntry("a.yaml a", "otherwise");
    }

    @Test
    void annotationsHoldTextsOnlyWhereTheyAreLeftAlone() {
        Set<String> attributes = new TreeSet<>();
        for (CompilationUnitTree unit : JavaCompilation.trees(HOSTILE)) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitAnnotation(
                        AnnotationTree annotation, @Nullable Void nothing) {
                    annotation.getArguments().stream()
                            .filter(argument -> argument.toString().contains("HOSTILE"))
                            .map(AssignmentTree.class::cast)
                            .forEach(
                                    argument ->
                                            attributes.add(
                                                    annotation.getAnnotationType()
                                                            + "."
                                                            + argument.getVariable()));
                    return super.visitAnnotation(annotation, null);
                }
            }.scan(unit, null);
        }

        assertThat(attributes).isEqualTo(LEFT_ALONE);
    }

    private static SortedMap<String, String> files(String text) {
        TextSlots slots = TextSlots.of("texts");
        return TextMatrix.files(
                TextMatrix.model(slots.withEverywhere(slot -> text)).value().orElseThrow());
    }

    /** Every property of every file, as Spring hands it out. */
    private static Map<String, String> properties(Map<String, String> files) throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (FileReading.of(file.getKey()) != FileReading.YAML) {
                continue;
            }
            MutablePropertySources sources = new MutablePropertySources();
            for (PropertySource<?> source :
                    new YamlPropertySourceLoader()
                            .load(
                                    file.getKey(),
                                    new ByteArrayResource(
                                            file.getValue().getBytes(StandardCharsets.UTF_8)))) {
                sources.addLast(source);
            }
            PropertySourcesPropertyResolver resolver = new PropertySourcesPropertyResolver(sources);
            for (PropertySource<?> source : sources) {
                for (String key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    values.put(
                            file.getKey() + " " + key, String.valueOf(resolver.getProperty(key)));
                }
            }
        }
        return values;
    }
}
