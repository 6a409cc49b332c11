package io.contextmill.spec;

import io.contextmill.spec.ContextSpec.OptionsSpec;
import java.util.List;
import java.util.Optional;

/**
 * What is generated together, as it was written: a workspace with its contexts, or one context that
 * stands alone.
 *
 * @param name what the workspace is called, or the context that stands alone
 * @param alone whether there is no workspace around the only context
 * @param options what is said about the project that is made
 * @param contexts in the order written
 */
public record WorkspaceSpec(
        Text name, boolean alone, OptionsSpec options, List<ContextSpec> contexts) {

    /** Takes a copy of the contexts. */
    public WorkspaceSpec {
        contexts = List.copyOf(contexts);
    }

    /**
     * The same workspace with everything called as it was before {@code renamedFrom}; absent where
     * nothing was renamed.
     */
    public Optional<WorkspaceSpec> former() {
        if (contexts.stream().allMatch(context -> context.former().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new WorkspaceSpec(
                        name,
                        alone,
                        options,
                        contexts.stream()
                                .map(context -> context.former().orElse(context))
                                .toList()));
    }

    /** A context without a workspace around it. */
    static WorkspaceSpec alone(ContextSpec context) {
        return new WorkspaceSpec(context.name(), true, context.options(), List.of(context));
    }
}
