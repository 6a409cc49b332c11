package io.contextmill.templates.starter;

import io.contextmill.templates.View;
import io.contextmill.templates.text.YamlScalar;

/**
 * {@code contextmill.yaml}: the spec that a project begins with.
 *
 * @param context the name of its only context
 * @param packageName the package of its code
 */
public record StarterSpec(YamlScalar context, YamlScalar packageName) implements View {
    @Override
    public String template() {
        return "starter/contextmill.yaml";
    }
}
