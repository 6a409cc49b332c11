package io.contextmill.templates.project;

import io.contextmill.templates.View;
import io.contextmill.templates.text.YamlComment;
import io.contextmill.templates.text.YamlIndent;
import io.contextmill.templates.text.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of a service: the settings that it comes with.
 *
 * @param header what the first line says
 * @param lines at least one
 */
public record GeneratedConfiguration(YamlComment header, List<Line> lines) implements View {
    /** Takes a copy of the lines. */
    public GeneratedConfiguration {
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "project/generated-configuration.yaml";
    }

    /**
     * A key.
     *
     * @param comment what stands above it
     * @param value empty for a key of further keys, which follow, further in
     */
    public record Line(
            YamlIndent indent,
            YamlScalar key,
            Optional<YamlScalar> value,
            Optional<YamlComment> comment) {}
}
