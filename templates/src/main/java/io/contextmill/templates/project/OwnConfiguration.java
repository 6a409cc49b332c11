package io.contextmill.templates.project;

import io.contextmill.templates.View;
import io.contextmill.templates.text.YamlComment;
import io.contextmill.templates.text.YamlScalar;

/**
 * The configuration of a service in which the team sets what it wants otherwise.
 *
 * @param generated where the settings that it comes with are on the class path
 * @param fileName the same for people
 */
public record OwnConfiguration(YamlScalar generated, YamlComment fileName) implements View {
    @Override
    public String template() {
        return "project/own-configuration.yaml";
    }
}
