package io.contextmill.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is generated together, resolved: each reference leads to what it names, each
 * inference is made.
 *
 * @param name the workspace's name; the context's own for a context that stands alone
 * @param alone whether the only context stands alone, with no workspace around it
 * @param options what the project is made of
 * @param contexts at least one
 * @param former the same with everything called as it was before it was renamed, context by
 *     context; absent where nothing was, or where that would be no model
 */
public record WorkspaceModel(
        String name,
        boolean alone,
        Options options,
        List<ContextModel> contexts,
        Optional<WorkspaceModel> former) {

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

    /** A workspace in which nothing was renamed. */
    public WorkspaceModel(
            String name, boolean alone, Options options, List<ContextModel> contexts) {
        this(name, alone, options, contexts, Optional.empty());
    }

    /** The same workspace, knowing what was renamed in it. */
    public WorkspaceModel withFormer(Optional<WorkspaceModel> then) {
        return new WorkspaceModel(name, alone, options, contexts, then);
    }

    /** A context of it as it was before; absent where nothing in the context was renamed. */
    public Optional<ContextModel> former(ContextModel context) {
        return former.map(then -> then.contexts().get(contexts.indexOf(context)))
                .filter(then -> !then.equals(context));
    }

    /** A workspace with nothing but one context of this one. */
    public WorkspaceModel only(ContextModel context) {
        return new WorkspaceModel(
                name,
                alone,
                options,
                List.of(context),
                former(context)
                        .map(then -> new WorkspaceModel(name, alone, options, List.of(then))));
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
