package io.contextmill.emitters.project;

import io.contextmill.emit.EmitContext;
import io.contextmill.emit.MavenDependency;
import io.contextmill.naming.Layer;
import io.contextmill.naming.Names;
import io.contextmill.templates.project.Pom;
import io.contextmill.templates.text.XmlComment;
import io.contextmill.templates.text.XmlName;
import io.contextmill.templates.text.XmlText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pom of a service: what it is, and the libraries that all emitters ask for. */
final class PomText {
    private PomText() {}

    static Pom of(EmitContext context, Names names) {
        String packageName = names.packageName(Layer.DOMAIN);
        List<MavenDependency> dependencies = context.contributions().dependencies();
        return new Pom(
                XmlText.forMaven(groupId(packageName)),
                XmlText.forMaven(names.module()),
                XmlText.forMaven(ServiceName.of(context.context()).title() + " service"),
                new XmlText(String.valueOf(context.options().java())),
                new XmlText(KnownLibrary.SPRING_BOOT),
                versions(dependencies),
                dependencies.stream().map(PomText::dependency).toList(),
                XmlText.forMaven(packageName));
    }

    /** The group is what the package begins with: the artifact has a name of its own. */
    private static String groupId(String packageName) {
        int end = packageName.lastIndexOf('.');
        return end < 0 ? packageName : packageName.substring(0, end);
    }

    private static List<Pom.LibraryVersion> versions(List<MavenDependency> dependencies) {
        return dependencies.stream()
                .filter(dependency -> dependency.version().isEmpty())
                .flatMap(dependency -> KnownLibrary.of(dependency).stream())
                .flatMap(library -> library.version().stream())
                .distinct()
                .sorted(Comparator.comparing(KnownLibrary.Version::property))
                .map(
                        version ->
                                new Pom.LibraryVersion(
                                        new XmlName(version.property()),
                                        new XmlText(version.value())))
                .toList();
    }

    private static Pom.Dependency dependency(MavenDependency dependency) {
        Optional<KnownLibrary> known = KnownLibrary.of(dependency);
        Optional<String> version =
                dependency
                        .version()
                        .or(
                                () ->
                                        known.flatMap(KnownLibrary::version)
                                                .map(named -> "${" + named.property() + "}"));
        return new Pom.Dependency(
                new XmlText(dependency.groupId()),
                new XmlText(dependency.artifactId()),
                version.map(XmlText::new),
                Optional.of(dependency.scope())
                        .filter(scope -> scope != MavenDependency.Scope.COMPILE)
                        .map(scope -> new XmlText(scope.word())),
                dependency.optional(),
                known.flatMap(KnownLibrary::exclusion).map(PomText::exclusion));
    }

    private static Pom.Exclusion exclusion(KnownLibrary.Exclusion exclusion) {
        return new Pom.Exclusion(
                new XmlComment(exclusion.reason()),
                new XmlText(exclusion.groupId()),
                new XmlText(exclusion.artifactId()));
    }
}
