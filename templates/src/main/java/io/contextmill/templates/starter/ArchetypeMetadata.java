package io.contextmill.templates.starter;

import io.contextmill.templates.View;
import io.contextmill.templates.text.XmlText;
import java.util.List;

/**
 * {@code archetype-metadata.xml}: what a Maven archetype asks for, and which files it makes.
 *
 * @param version the version that a project begins with
 * @param contextOfArtifact what a context is called that nobody named: in the language of Velocity,
 *     as the next one
 * @param contextPattern what names of contexts are like, as a pattern of Java
 * @param packageOfContext the package where none was named
 * @param filtered the files in which answers stand, without {@code pom.xml}, which is always there
 * @param unfiltered the file that is the same in all projects
 */
public record ArchetypeMetadata(
        XmlText version,
        XmlText contextOfArtifact,
        XmlText contextPattern,
        XmlText packageOfContext,
        List<Filtered> filtered,
        XmlText unfiltered)
        implements View {
    /** Takes a copy of the list. */
    public ArchetypeMetadata {
        filtered = List.copyOf(filtered);
    }

    @Override
    public String template() {
        return "starter/archetype-metadata.xml";
    }

    /** A file, by its path in the project. */
    public record Filtered(XmlText path) {}
}
