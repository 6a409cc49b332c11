package io.contextmill.templates.project;

import io.contextmill.templates.View;
import io.contextmill.templates.text.XmlComment;
import io.contextmill.templates.text.XmlName;
import io.contextmill.templates.text.XmlText;
import java.util.List;
import java.util.Optional;

/**
 * {@code pom.xml}: how a service is built.
 *
 * @param name for people
 * @param release the Java release that is compiled for
 * @param springBoot the version of Spring Boot, which decides most others
 * @param versions of libraries that Spring Boot does not decide
 * @param packageName the package that everything is in
 */
public record Pom(
        XmlText groupId,
        XmlText artifactId,
        XmlText name,
        XmlText release,
        XmlText springBoot,
        List<LibraryVersion> versions,
        List<Dependency> dependencies,
        XmlText packageName)
        implements View {
    /** Takes copies of the lists. */
    public Pom {
        versions = List.copyOf(versions);
        dependencies = List.copyOf(dependencies);
    }

    @Override
    public String template() {
        return "project/pom.xml";
    }

    /**
     * A version that has a name.
     *
     * @param property the name
     */
    public record LibraryVersion(XmlName property, XmlText version) {}

    /**
     * A library.
     *
     * @param version empty where Spring Boot decides
     * @param scope empty for the one that is meant where none is named
     * @param optional whether those who depend on the service do without it
     * @param exclusion what it is used without
     */
    public record Dependency(
            XmlText groupId,
            XmlText artifactId,
            Optional<XmlText> version,
            Optional<XmlText> scope,
            boolean optional,
            Optional<Exclusion> exclusion) {}

    /** What a library is used without, and why. */
    public record Exclusion(
            XmlComment reason, XmlText excludedGroupId, XmlText excludedArtifactId) {}
}
