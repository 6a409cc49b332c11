package io.contextmill.templates.project;

import io.contextmill.templates.View;
import io.contextmill.templates.text.XmlComment;
import io.contextmill.templates.text.XmlName;
import io.contextmill.templates.text.XmlText;
import java.util.List;
import java.util.Optional;

/**
 * {@code pom.xml} of a project: how a service that stands alone is built, or all modules of a
 * workspace.
 *
 * @param name for people
 * @param release the Java release that is compiled for
 * @param springBoot the version of Spring Boot, which decides most others
 * @param versions of libraries that Spring Boot does not decide
 * @param packageName the package that everything of a service is in
 * @param committed where what is generated is found, if it is part of the project
 * @param built what makes it, if builds do; one of the two is there
 * @param service what a service that stands alone has; one of the two is there
 * @param workspace what a workspace has
 */
public record Pom(
        XmlText groupId,
        XmlText artifactId,
        XmlText name,
        XmlText release,
        XmlText springBoot,
        List<LibraryVersion> versions,
        XmlText packageName,
        Optional<Committed> committed,
        Optional<Built> built,
        Optional<Service> service,
        Optional<Workspace> workspace)
        implements View {
    /** Takes a copy of the list. */
    public Pom {
        versions = List.copyOf(versions);
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

    /** The folders of what is generated, relative to that of a module. */
    public record Committed(
            XmlText sources, XmlText resources, XmlText testSources, XmlText testResources) {}

    /**
     * The generator as a part of the build.
     *
     * @param generatorVersion the version of its plugin
     */
    public record Built(XmlText generatorVersion) {}

    /**
     * A service that stands alone.
     *
     * @param platform the package of its platform
     * @param testing the package of what its tests need
     */
    public record Service(List<Dependency> dependencies, XmlText platform, XmlText testing) {
        /** Takes a copy of the list. */
        public Service {
            dependencies = List.copyOf(dependencies);
        }
    }

    /**
     * A workspace.
     *
     * @param modules their folders, in the order that they are built in
     * @param managed what modules depend on without saying the version
     */
    public record Workspace(List<Module> modules, List<Managed> managed) {
        /** Takes copies of the lists. */
        public Workspace {
            modules = List.copyOf(modules);
            managed = List.copyOf(managed);
        }
    }

    /** A module, by its folder. */
    public record Module(XmlText module) {}

    /**
     * A library that modules use.
     *
     * @param exclusion what it is used without
     */
    public record Managed(
            XmlText groupId, XmlText artifactId, XmlText version, Optional<Exclusion> exclusion) {}

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
