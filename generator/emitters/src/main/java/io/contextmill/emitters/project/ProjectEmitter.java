package io.contextmill.emitters.project;

import io.contextmill.emit.ConfigurationKey;
import io.contextmill.emit.Contributions;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.MavenDependency;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.naming.Layer;
import io.contextmill.naming.Names;
import io.contextmill.templates.Templates;
import io.contextmill.templates.View;
import io.contextmill.templates.project.GitIgnore;
import io.contextmill.templates.project.OwnConfiguration;
import io.contextmill.templates.project.ProvisioningScript;
import io.contextmill.templates.project.TestLogging;
import io.contextmill.templates.text.PsqlVariable;
import io.contextmill.templates.text.SqlComment;
import io.contextmill.templates.text.SqlIdentifier;
import io.contextmill.templates.text.XmlText;
import java.util.List;
import java.util.stream.Stream;

/** The files around the sources of a service that is a Maven project of its own. */
public final class ProjectEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("project");

    /** What each service uses, whatever is in its spec. */
    private static final List<MavenDependency> LIBRARIES =
            List.of(
                    MavenDependency.managed("org.jmolecules", "jmolecules-ddd"),
                    MavenDependency.managed("org.jmolecules", "jmolecules-events"),
                    MavenDependency.managed("org.jmolecules", "jmolecules-cqrs-architecture"),
                    MavenDependency.managed(
                            "org.springframework.boot", "spring-boot-starter-validation"),
                    MavenDependency.managed(
                            "org.springframework.boot", "spring-boot-starter-actuator"),
                    test("com.tngtech.archunit", "archunit-junit5"),
                    test("nl.jqno.equalsverifier", "equalsverifier"));

    /** The files of the project. */
    public ProjectEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public void contribute(EmitContext context, Contributions to) {
        LIBRARIES.forEach(to::add);
        Names names = context.names();
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
    public Stream<GeneratedFile> emit(EmitContext context) {
        Names names = context.names();
        ServiceName service = ServiceName.of(context.context());
        ProvisioningScript script =
                new ProvisioningScript(
                        new SqlComment(service.prose()),
                        new SqlIdentifier(names.login()),
                        new PsqlVariable(service.variable("DATABASE_PASSWORD")));
        TestLogging logging = new TestLogging(XmlText.forMaven(names.packageName(Layer.PLATFORM)));
        return Stream.of(
                file(context, ".gitignore", Ownership.SCAFFOLDED, new GitIgnore()),
                file(context, "README.md", Ownership.SCAFFOLDED, ReadmeText.of(context, names)),
                file(context, "deploy/database/provision.sql", Ownership.SCAFFOLDED, script),
                file(context, "pom.xml", Ownership.SCAFFOLDED, PomText.of(context, names)),
                file(
                        context,
                        "src/generated/resources/application-generated.yaml",
                        Ownership.GENERATED,
                        ConfigurationText.of(context)),
                file(
                        context,
                        "src/generated-test/resources/logback-test.xml",
                        Ownership.GENERATED,
                        logging),
                file(
                        context,
                        "src/main/resources/application.yaml",
                        Ownership.SCAFFOLDED,
                        new OwnConfiguration()));
    }

    private static GeneratedFile file(
            EmitContext context, String path, Ownership ownership, View view) {
        return new GeneratedFile(
                new RelativePath(path),
                ownership,
                Templates.render(view),
                context.context().origin(),
                ID);
    }

    private static ConfigurationKey key(String key, String value, String comment) {
        return new ConfigurationKey(key, value, comment);
    }

    private static MavenDependency test(String groupId, String artifactId) {
        return MavenDependency.managed(groupId, artifactId).withScope(MavenDependency.Scope.TEST);
    }
}
