package io.contextmill.model;

import java.util.List;

/**
 * Everything that is generated together, resolved: each reference leads to what it names, each
 * inference is made.
 *
 * @param name the workspace's name; the context's own for a context that stands alone
 * @param alone whether the only context stands alone, with no workspace around it
 * @param options what the project is made of
 * @param contexts at least one
 */
public record WorkspaceModel(
        String name, boolean alone, Options options, List<ContextModel> contexts) {

    /**
     * Takes a copy of the contexts.
     *
     * @throws IllegalArgumentException if there is none, or several are said to stand alone
     */
    public WorkspaceModel {
        contexts = List.copyOf(contexts);
        if (contexts.isEmpty() || (alone && contexts.size() > 1)) {
            throw new IllegalArgumentException(
                    contexts.size() + (alone ? " contexts, alone" : " contexts"));
        }
    }

    /**
     * What the project is made of.
     *
     * @param packageName the Java package below which everything is generated
     * @param java the Java release that the project is compiled for
     */
    public record Options(
            String packageName, int java, Target target, Database database, Generated generated) {}

    /** The container that wires a service. */
    public enum Target {
        /** Spring Boot. */
        SPRING_BOOT
    }

    /** Where a service keeps its data. */
    public enum Database {
        /** PostgreSQL. */
        POSTGRESQL
    }

    /** Where what is generated belongs. */
    public enum Generated {
        /** Among the sources, to be committed: the project builds without the generator. */
        SOURCE,
        /** Below the folder of what is built, where each build makes it. */
        BUILD
    }
}
