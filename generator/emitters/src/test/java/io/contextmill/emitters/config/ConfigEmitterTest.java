package io.contextmill.emitters.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emitters.Specs;
import java.util.HashSet;
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
}
