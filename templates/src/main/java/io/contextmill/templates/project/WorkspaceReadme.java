package io.contextmill.templates.project;

import io.contextmill.templates.View;
import io.contextmill.templates.text.MarkdownCode;
import io.contextmill.templates.text.MarkdownText;
import java.util.List;
import java.util.Optional;

/**
 * {@code README.md} of a workspace: which services there are, and how they are built and run.
 *
 * @param title the workspace's name in prose
 * @param java the Java release that it is compiled for
 * @param built whether builds make what is generated
 * @param services at least one
 */
public record WorkspaceReadme(
        MarkdownText title, MarkdownCode java, boolean built, List<Service> services)
        implements View {
    /** Takes a copy of the list. */
    public WorkspaceReadme {
        services = List.copyOf(services);
    }

    @Override
    public String template() {
        return "project/workspace-README.md";
    }

    /**
     * A service.
     *
     * @param folder of its module
     * @param service its name in prose
     * @param description what the spec says about it, in one line
     * @param port where it listens when all are started together
     */
    public record Service(
            MarkdownCode folder,
            MarkdownText service,
            Optional<MarkdownText> description,
            MarkdownCode port) {}
}
