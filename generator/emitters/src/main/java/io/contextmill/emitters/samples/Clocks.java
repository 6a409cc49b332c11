package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.contextmill.trial.FieldValues;
import java.time.Instant;
import java.time.InstantSource;
import javax.lang.model.element.Modifier;

/** The moment at which generated tests take place. */
public final class Clocks {
    private Clocks() {}

    /** A constant {@code NOW} that has the moment. */
    public static FieldSpec constant(Modifier... modifiers) {
        return FieldSpec.builder(Instant.class, "NOW", modifiers).initializer(moment()).build();
    }

    /** A clock that stands still. */
    public static CodeBlock fixed() {
        return CodeBlock.of("$T.fixed($L)", InstantSource.class, moment());
    }

    private static CodeBlock moment() {
        return CodeBlock.of("$T.parse($S)", Instant.class, FieldValues.NOW.toString());
    }
}
