package io.contextmill.emitters.system;

import com.palantir.javapoet.ClassName;
import io.contextmill.emit.SharedEmitContext;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.model.ContextModel;
import io.contextmill.naming.SystemTestNames;
import java.util.List;

/** The Java types that all services together are started and tested with. */
final class SystemTypes {
    static final ClassName SPRING_APPLICATION =
            ClassName.get("org.springframework.boot", "SpringApplication");
    static final ClassName SPRING_CONTEXT =
            ClassName.get("org.springframework.context", "ConfigurableApplicationContext");

    private final SharedEmitContext context;
    private final SystemTestNames names;

    SystemTypes(SharedEmitContext context) {
        this.context = context;
        this.names = context.names().systemTests();
    }

    String workspace() {
        return context.workspace().name();
    }

    List<ContextModel> contexts() {
        return context.workspace().contexts();
    }

    SharedEmitContext context() {
        return context;
    }

    SystemTestNames names() {
        return names;
    }

    ContextTypes of(ContextModel model) {
        return ContextTypes.of(context, model);
    }

    /** The enum of all services. */
    ClassName services() {
        return ContextTypes.className(names.services());
    }

    /** All services, started together. */
    ClassName together() {
        return ContextTypes.className(names.together());
    }

    /** A type that tests need, such as {@code ServiceClient}. */
    ClassName testing(String name) {
        return ClassName.get(context.names().testingPackage(), name);
    }
}
