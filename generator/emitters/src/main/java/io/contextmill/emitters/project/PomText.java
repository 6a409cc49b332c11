package io.contextmill.emitters.project;

import io.contextmill.emit.EmitContext;
import io.contextmill.emit.GeneratedFolder;
import io.contextmill.emit.GeneratorVersion;
import io.contextmill.emit.MavenDependency;
import io.contextmill.emit.SharedEmitContext;
import io.contextmill.emit.SharedModule;
import io.contextmill.model.WorkspaceModel.Generated;
import io.contextmill.model.WorkspaceModel.Options;
import io.contextmill.naming.Layer;
import io.contextmill.naming.Names;
import io.contextmill.naming.WorkspaceNames;
import io.contextmill.templates.project.ModulePom;
import io.contextmill.templates.project.Pom;
import io.contextmill.templates.text.XmlComment;
import io.contextmill.templates.text.XmlName;
import io.contextmill.templates.text.XmlText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The poms of a project: what each module is, and the libraries that all emitters ask for. */
final class PomText {
    /** The package of a service, in the build that all services share. */
    private static final XmlText PACKAGE_OF_SERVICE = new XmlText("${context.package}");

    private static final XmlText PROJECT_VERSION = new XmlText("${project.version}");
    private static final XmlText SPRING_BOOT_VERSION = new XmlText("${spring-boot.version}");

    private PomText() {}

    /** Of a service that stands alone. */
    static Pom of(EmitContext context) {
        Names names = context.names();
        String packageName = names.packageName(Layer.DOMAIN);
        List<MavenDependency> dependencies = context.contributions().dependencies();
        return new Pom(
                XmlText.forMaven(groupId(packageName)),
                XmlText.forMaven(names.module()),
                XmlText.forMaven(ServiceName.of(context.context()).title() + " service"),
                new XmlText(String.valueOf(context.options().java())),
                new XmlText(KnownLibrary.SPRING_BOOT),
                versions(dependencies),
                XmlText.forMaven(packageName),
                committed(context.options()),
                built(context.options()),
                Optional.of(
                        new Pom.Service(
                                dependencies.stream().map(PomText::dependency).toList(),
                                XmlText.forMaven(names.packageName(Layer.PLATFORM)),
                                XmlText.forMaven(names.packageName(Layer.TESTING)))),
                Optional.empty());
    }

    /** Of a workspace: the parent of all its modules. */
    static Pom ofRoot(SharedEmitContext context) {
        WorkspaceNames names = context.names();
        List<MavenDependency> libraries = context.contributions().dependencies();
        List<String> modules = modules(context);
        return new Pom(
                XmlText.forMaven(names.packageName()),
                XmlText.forMaven(names.artifact()),
                XmlText.forMaven(WorkspaceTitle.of(context.workspace())),
                new XmlText(String.valueOf(context.workspace().options().java())),
                new XmlText(KnownLibrary.SPRING_BOOT),
                versions(libraries),
                PACKAGE_OF_SERVICE,
                committed(context.workspace().options()),
                built(context.workspace().options()),
                Optional.empty(),
                Optional.of(
                        new Pom.Workspace(
                                modules.stream()
                                        .map(module -> new Pom.Module(XmlText.forMaven(module)))
                                        .toList(),
                                Stream.concat(
                                                modules.stream()
                                                        .filter(
                                                                module ->
                                                                        !module.equals(
                                                                                WorkspaceNames
                                                                                        .SYSTEM_TESTS))
                                                        .map(module -> managed(module, names)),
                                                libraries.stream().flatMap(PomText::managed))
                                        .toList())));
    }

    private static Optional<Pom.Committed> committed(Options options) {
        return options.generated() == Generated.SOURCE
                ? Optional.of(
                        new Pom.Committed(
                                new XmlText(GeneratedFolder.PROGRAM.java(Generated.SOURCE)),
                                new XmlText(GeneratedFolder.PROGRAM.resources(Generated.SOURCE)),
                                new XmlText(GeneratedFolder.TESTS.java(Generated.SOURCE)),
                                new XmlText(GeneratedFolder.TESTS.resources(Generated.SOURCE))))
                : Optional.empty();
    }

    private static Optional<Pom.Built> built(Options options) {
        return options.generated() == Generated.BUILD
                ? Optional.of(new Pom.Built(new XmlText(GeneratorVersion.CURRENT)))
                : Optional.empty();
    }

    /** Of a module of the workspace that belongs to no context. */
    static ModulePom ofShared(SharedEmitContext context) {
        String module = context.module().folder().replace("/", "");
        Optional<ModulePom.SystemTests> tests =
                context.module() == SharedModule.SYSTEM_TESTS
                        ? Optional.of(
                                new ModulePom.SystemTests(
                                        services(context)
                                                .map(XmlText::forMaven)
                                                .map(ModulePom.TestedService::new)
                                                .toList()))
                        : Optional.empty();
        return module(
                context.names(),
                module,
                WorkspaceTitle.capitalised(module.replace('-', ' ')),
                context.contributions().dependencies(),
                Optional.empty(),
                tests);
    }

    /** Of the module of a context. */
    static ModulePom ofService(EmitContext context) {
        return module(
                context.workspaceNames(),
                context.names().module(),
                ServiceName.of(context.context()).title() + " service",
                context.contributions().dependencies(),
                Optional.of(
                        new ModulePom.Service(
                                XmlText.forMaven(context.names().packageName(Layer.DOMAIN)))),
                Optional.empty());
    }

    /** The modules of the services, in the order of the workspace. */
    static Stream<String> services(SharedEmitContext context) {
        return context.workspace().contexts().stream()
                .map(service -> context.names().of(service).module());
    }

    private static List<String> modules(SharedEmitContext context) {
        return Stream.of(
                        Stream.of(
                                WorkspaceNames.TESTING,
                                WorkspaceNames.PLATFORM,
                                WorkspaceNames.CONTRACTS),
                        services(context),
                        Stream.of(WorkspaceNames.SYSTEM_TESTS))
                .flatMap(modules -> modules)
                .toList();
    }

    private static ModulePom module(
            WorkspaceNames names,
            String module,
            String title,
            List<MavenDependency> dependencies,
            Optional<ModulePom.Service> service,
            Optional<ModulePom.SystemTests> tests) {
        return new ModulePom(
                XmlText.forMaven(names.packageName()),
                XmlText.forMaven(names.artifact()),
                XmlText.forMaven(module),
                XmlText.forMaven(title),
                dependencies.stream()
                        .map(
                                dependency ->
                                        new ModulePom.Dependency(
                                                new XmlText(dependency.groupId()),
                                                new XmlText(dependency.artifactId()),
                                                dependency.version().map(XmlText::new),
                                                scope(dependency),
                                                dependency.optional()))
                        .toList(),
                service,
                tests);
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

    private static Pom.Managed managed(String module, WorkspaceNames names) {
        return new Pom.Managed(
                XmlText.forMaven(names.packageName()),
                XmlText.forMaven(module),
                PROJECT_VERSION,
                Optional.empty());
    }

    /**
     * What Spring Boot does not know enough about. A library of its own that is used without
     * something has to be given its version once more.
     */
    private static Stream<Pom.Managed> managed(MavenDependency dependency) {
        return KnownLibrary.of(dependency).stream()
                .map(
                        known ->
                                new Pom.Managed(
                                        new XmlText(dependency.groupId()),
                                        new XmlText(dependency.artifactId()),
                                        version(dependency, Optional.of(known))
                                                .orElse(SPRING_BOOT_VERSION),
                                        exclusion(Optional.of(known))));
    }

    private static Pom.Dependency dependency(MavenDependency dependency) {
        Optional<KnownLibrary> known = KnownLibrary.of(dependency);
        return new Pom.Dependency(
                new XmlText(dependency.groupId()),
                new XmlText(dependency.artifactId()),
                version(dependency, known),
                scope(dependency),
                dependency.optional(),
                exclusion(known));
    }

    private static Optional<XmlText> version(
            MavenDependency dependency, Optional<KnownLibrary> known) {
        return dependency
                .version()
                .or(
                        () ->
                                known.flatMap(KnownLibrary::version)
                                        .map(named -> "${" + named.property() + "}"))
                .map(XmlText::new);
    }

    private static Optional<XmlText> scope(MavenDependency dependency) {
        return Optional.of(dependency.scope())
                .filter(scope -> scope != MavenDependency.Scope.COMPILE)
                .map(scope -> new XmlText(scope.word()));
    }

    private static Optional<Pom.Exclusion> exclusion(Optional<KnownLibrary> known) {
        return known.flatMap(KnownLibrary::exclusion)
                .map(
                        exclusion ->
                                new Pom.Exclusion(
                                        new XmlComment(exclusion.reason()),
                                        new XmlText(exclusion.groupId()),
                                        new XmlText(exclusion.artifactId())));
    }
}
