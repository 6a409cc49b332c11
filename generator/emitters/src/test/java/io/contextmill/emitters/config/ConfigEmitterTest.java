package io.contextmill.emitters.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emitters.GoldenFiles;
import io.contextmill.emitters.JavaCompilation;
import io.contextmill.emitters.Specs;
import io.contextmill.emitters.memory.MemoryEmitter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wiring as it is generated. */
class ConfigEmitterTest {
    private static final Pattern BEAN = Pattern.compile("@Bean(?:\\([^)]*\\))?\\s+\\S+ (\\w+)\\(");

    @ParameterizedTest
    @ValueSource(strings = {"order", "parcel", "select", "shadow", "edges", "basket"})
    void noTwoBeansHaveOneName(String spec) {
        String configuration =
                Specs.text(Specs.files(spec, new ConfigEmitter()), "Configuration.java");
        Set<String> names = new HashSet<>();

        assertThat(BEAN.matcher(configuration).results().map(bean -> bean.group(1)))
                .isNotEmpty()
                .allMatch(names::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throw", "Extend", "Implement"})
    void aReadModelMayHaveAPluralThatIsAKeyword(String name) {
        String spec =
                """
                context: Ball
                aggregates: {Ball: {fields: {weight: int}}}
                events: {BallMade: {fields: {weight: int}}}
                commands: {MakeBall: {creates: always, fields: {weight: int}, emits: BallMade}}
                readModels: {%s: {key: ball, fields: {ball: BallId, weight: int}, projects: [BallMade]}}
                """
                        .formatted(name);

        var files = GoldenFiles.of("ball.yaml", spec, new ConfigEmitter(), new MemoryEmitter());

        assertThat(JavaCompilation.code(files.values())).isNotEmpty();
        assertThat(Specs.text(files, "/BallConfiguration.java"))
                .contains(" %ss_(".formatted(name.toLowerCase(Locale.ROOT)));
    }
}
