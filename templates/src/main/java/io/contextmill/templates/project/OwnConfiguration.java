package io.contextmill.templates.project;

import io.contextmill.templates.View;

/** {@code application.yaml}: where the team sets what it wants otherwise. */
public record OwnConfiguration() implements View {
    @Override
    public String template() {
        return "project/application.yaml";
    }
}
