package io.contextmill.emitters.config;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.ContextClass;
import java.time.Duration;
import javax.lang.model.element.Modifier;

/** What can be set about the service, typed. */
final class PropertiesSource {
    private static final ClassName VALID = ClassName.get("jakarta.validation", "Valid");
    private static final ClassName MIN = ClassName.get("jakarta.validation.constraints", "Min");
    private static final ClassName DURATION_MIN =
            ClassName.get("org.hibernate.validator.constraints.time", "DurationMin");

    private PropertiesSource() {}

    static JavaSource of(ContextTypes types) {
        ClassName name = types.of(ContextClass.PROPERTIES);
        boolean events = types.context().keepsEvents();
        MethodSpec.Builder components =
                MethodSpec.compactConstructorBuilder()
                        .addParameter(valid(ClassName.get("", "Outbox"), "outbox"))
                        .addParameter(valid(ClassName.get("", "Idempotency"), "idempotency"));
        if (events) {
            components.addParameter(valid(ClassName.get("", "EventStore"), "eventStore"));
        }
        TypeSpec.Builder type =
                TypeSpec.recordBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .recordConstructor(components.build())
                        .addAnnotation(Boot.VALIDATED)
                        .addAnnotation(
                                AnnotationSpec.builder(Boot.CONFIGURATION_PROPERTIES)
                                        .addMember("value", "$S", types.names().module())
                                        .build())
                        .addJavadoc(
                                Javadoc.of(
                                                "What can be set about the $L service. Defaults stand in {@code $L}.",
                                                types.context().name(),
                                                types.names().generatedConfiguration())
                                        .block())
                        .addType(
                                group(
                                        "Outbox",
                                        "pollInterval",
                                        "millis",
                                        Javadoc.of("The outbox.")
                                                .param(
                                                        "pollInterval",
                                                        "how long a committed event waits at most where the wake-up"
                                                                + " after its commit was lost")))
                        .addType(
                                group(
                                        "Idempotency",
                                        "retention",
                                        "minutes",
                                        Javadoc.of("Requests that may be repeated.")
                                                .param(
                                                        "retention",
                                                        "how long the answer to an {@code Idempotency-Key} is kept")));
        if (events) {
            type.addType(eventStore());
        }
        return JavaSource.of(name, type.build());
    }

    private static ParameterSpec valid(ClassName type, String name) {
        return ParameterSpec.builder(type, name).addAnnotation(VALID).build();
    }

    private static TypeSpec eventStore() {
        ParameterSpec component =
                ParameterSpec.builder(TypeName.INT, "snapshotEvery")
                        .addAnnotation(AnnotationSpec.builder(MIN).addMember("value", "1").build())
                        .build();
        return group(
                "EventStore",
                component,
                Javadoc.of("Aggregates that are kept as all that happened to them.")
                        .param(
                                "snapshotEvery",
                                "how many events of an aggregate lie between two snapshots of its state"));
    }

    private static TypeSpec group(String name, String duration, String leastUnit, Javadoc javadoc) {
        ParameterSpec component =
                ParameterSpec.builder(Duration.class, duration)
                        .addAnnotation(
                                AnnotationSpec.builder(DURATION_MIN)
                                        .addMember(leastUnit, "1")
                                        .build())
                        .build();
        return group(name, component, javadoc);
    }

    private static TypeSpec group(String name, ParameterSpec component, Javadoc javadoc) {
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(
                        MethodSpec.compactConstructorBuilder().addParameter(component).build())
                .addJavadoc(javadoc.block())
                .build();
    }
}
