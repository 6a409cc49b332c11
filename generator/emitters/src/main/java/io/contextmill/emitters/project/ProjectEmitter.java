package io.contextmill.emitters.project;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.ConfigurationKey;
import io.contextmill.emit.Contributions;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.GeneratedFolder;
import io.contextmill.emit.MavenDependency;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.emit.SharedEmitContext;
import io.contextmill.emit.SharedModule;
import io.contextmill.model.WorkspaceModel.Generated;
import io.contextmill.naming.Names;
import io.contextmill.naming.WorkspaceNames;
import io.contextmill.templates.Templates;
import io.contextmill.templates.View;
import io.contextmill.templates.project.GitIgnore;
import io.contextmill.templates.project.OwnConfiguration;
import io.contextmill.templates.project.ProvisioningScript;
import io.contextmill.templates.text.PsqlVariable;
import io.contextmill.templates.text.SqlComment;
import io.contextmill.templates.text.SqlIdentifier;
import io.contextmill.templates.text.YamlComment;
import io.contextmill.templates.text.YamlScalar;
import java.util.stream.Stream;

/** The files around the sources of a service, and around those of a workspace. */
public final class ProjectEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("project");

    /** The files of the project. */
    public ProjectEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public void contribute(EmitContext context, Contributions to) {
        Names names = context.names();
        if (!context.workspaceNames().alone()) {
            String group = context.workspaceNames().packageName();
            to.add(MavenDependency.managed(group, WorkspaceNames.CONTRACTS));
            to.add(MavenDependency.managed(group, WorkspaceNames.PLATFORM));
            to.add(test(group, WorkspaceNames.TESTING));
        }
        ServiceName service = ServiceName.of(context.context());
        to.add(key("spring.application.name", names.module(), ""));
        to.add(
                key(
                        "spring.datasource.url",
                        "${%s:jdbc:postgresql://localhost:5432/%s}"
                                .formatted(service.variable("DATABASE_URL"), names.database()),
                        ""));
        to.add(
                key(
                        "spring.datasource.username",
                        "${%s:%s}".formatted(service.variable("DATABASE_USERNAME"), names.login()),
                        ""));
        to.add(
                key(
                        "spring.datasource.password",
                        "${%s:}".formatted(service.variable("DATABASE_PASSWORD")),
                        ""));
        to.add(
                key(
                        "spring.datasource.hikari.connection-timeout",
                        "2000",
                        "Milliseconds to wait for a free connection."));
        String driver = "spring.datasource.hikari.data-source-properties.";
        to.add(key(driver + "connectTimeout", "3", "Seconds to wait for a connection to be made."));
        to.add(key(driver + "socketTimeout", "10", "Seconds to wait for an answer."));
        to.add(key("spring.flyway.locations", "classpath:" + names.migrations(), ""));
        to.add(
                key(
                        "spring.web.resources.static-locations",
                        "classpath:/" + names.staticFiles() + "/",
                        ""));
        to.add(
                key(
                        "spring.jackson.deserialization.fail-on-unknown-properties",
                        "true",
                        "A misspelt field is an error, not a field left out."));
        to.add(
                key(
                        "management.endpoint.health.probes.enabled",
                        "true",
                        "Answers at /actuator/health/liveness and /actuator/health/readiness."));
        to.add(
                key(
                        "management.endpoints.web.exposure.include",
                        "health",
                        "Of the actuator, callers see this only."));
    }

    @Override
    public void contribute(SharedEmitContext context, Contributions to) {
        String group = context.names().packageName();
        if (context.module() == SharedModule.SYSTEM_TESTS) {
            PomText.services(context).forEach(service -> to.add(test(group, service)));
        }
        if (context.module() != SharedModule.TESTING) {
            to.add(test(group, WorkspaceNames.TESTING));
        }
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        boolean alone = context.workspaceNames().alone();
        Names names = context.names();
        ServiceName service = ServiceName.of(context.context());
        Writer writer = new Writer(context.context().origin());
        ProvisioningScript script =
                new ProvisioningScript(
                        new SqlComment(service.prose()),
                        new SqlIdentifier(names.login()),
                        new PsqlVariable(service.variable("DATABASE_PASSWORD")));
        OwnConfiguration configuration =
                new OwnConfiguration(
                        new YamlScalar("classpath:" + names.generatedConfiguration()),
                        new YamlComment(names.generatedConfiguration()));
        return Stream.concat(
                alone
                        ? Stream.of(writer.scaffolded(".gitignore", new GitIgnore()))
                        : Stream.empty(),
                Stream.of(
                        writer.scaffolded("README.md", ReadmeText.of(context)),
                        writer.scaffolded("deploy/database/provision.sql", script),
                        writer.scaffolded(
                                "pom.xml",
                                alone ? PomText.of(context) : PomText.ofService(context)),
                        writer.generated(
                                GeneratedFolder.PROGRAM.resources(Generated.SOURCE)
                                        + "/"
                                        + names.generatedConfiguration(),
                                ConfigurationText.of(context)),
                        writer.scaffolded(
                                "src/main/resources/" + names.configuration(), configuration)));
    }

    @Override
    public Stream<GeneratedFile> emit(SharedEmitContext context) {
        Writer writer = new Writer(context.workspace().contexts().get(0).origin());
        return context.module() == SharedModule.ROOT
                ? Stream.of(
                        writer.scaffolded(".gitignore", new GitIgnore()),
                        writer.scaffolded("README.md", ReadmeText.ofWorkspace(context)),
                        writer.scaffolded("pom.xml", PomText.ofRoot(context)))
                : Stream.of(writer.scaffolded("pom.xml", PomText.ofShared(context)));
    }

    /**
     * Makes the files of one module.
     *
     * @param origin what each file was asked for by
     */
    private record Writer(SourceSpan origin) {
        GeneratedFile generated(String path, View view) {
            return file(path, Ownership.GENERATED, view);
        }

        GeneratedFile scaffolded(String path, View view) {
            return file(path, Ownership.SCAFFOLDED, view);
        }

        private GeneratedFile file(String path, Ownership ownership, View view) {
            return new GeneratedFile(
                    new RelativePath(path), ownership, Templates.render(view), origin, ID);
        }
    }

    private static ConfigurationKey key(String key, String value, String comment) {
        return new ConfigurationKey(key, value, comment);
    }

    private static MavenDependency test(String groupId, String artifactId) {
        return MavenDependency.managed(groupId, artifactId).withScope(MavenDependency.Scope.TEST);
    }
}
