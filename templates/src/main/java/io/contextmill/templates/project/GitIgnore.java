package io.contextmill.templates.project;

import io.contextmill.templates.View;

/** {@code .gitignore}: what is made by building. */
public record GitIgnore() implements View {
    @Override
    public String template() {
        return "project/.gitignore";
    }
}
