package io.contextmill.templates.project;

import io.contextmill.templates.View;
import io.contextmill.templates.text.XmlText;
import java.util.List;
import java.util.Optional;

/**
 * {@code pom.xml} of a module of a workspace: what it is, and what it depends on.
 *
 * @param groupId of all modules
 * @param parent the artifact of the workspace
 * @param name for people
 * @param dependencies at least one
 * @param service what the module of a context has beside
 * @param systemTests what the module has in which all services are tested
 */
public record ModulePom(
        XmlText groupId,
        XmlText parent,
        XmlText artifactId,
        XmlText name,
        List<Dependency> dependencies,
        Optional<Service> service,
        Optional<SystemTests> systemTests)
        implements View {
    /** Takes a copy of the list. */
    public ModulePom {
        dependencies = List.copyOf(dependencies);
    }

    @Override
    public String template() {
        return "project/module-pom.xml";
    }

    /**
     * A library or another module.
     *
     * @param version empty where the parent decides
     * @param scope empty for the one that is meant where none is named
     * @param optional whether those who depend on the module do without it
     */
    public record Dependency(
            XmlText groupId,
            XmlText artifactId,
            Optional<XmlText> version,
            Optional<XmlText> scope,
            boolean optional) {}

    /**
     * The module of a context.
     *
     * @param packageName the package of the context
     */
    public record Service(XmlText packageName) {}

    /** The module in which all services are tested. */
    public record SystemTests(List<TestedService> services) {
        /** Takes a copy of the list. */
        public SystemTests {
            services = List.copyOf(services);
        }
    }

    /** A service that is tested, by its folder. */
    public record TestedService(XmlText service) {}
}
