package io.contextmill.emitters.platform;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.ConfigurationKey;
import io.contextmill.emit.Contributions;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.GeneratedFolder;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.emit.SharedEmitContext;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.model.CommandModel;
import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel.Generated;
import io.contextmill.naming.Layer;
import io.contextmill.templates.Templates;
import io.contextmill.templates.platform.EventStoreTables;
import io.contextmill.templates.platform.PlatformDatabaseTest;
import io.contextmill.templates.platform.PlatformSource;
import io.contextmill.templates.platform.PlatformTables;
import io.contextmill.templates.project.ProvisioningScript;
import io.contextmill.templates.project.TestLogging;
import io.contextmill.templates.text.JavaName;
import io.contextmill.templates.text.PsqlVariable;
import io.contextmill.templates.text.SqlComment;
import io.contextmill.templates.text.SqlIdentifier;
import io.contextmill.templates.text.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The platform and what tests need: packages of a context that stands alone, modules of a
 * workspace.
 */
public final class PlatformEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("platform");
    private static final String PROGRAM = GeneratedFolder.PROGRAM.java(Generated.SOURCE);
    private static final String TESTS = GeneratedFolder.TESTS.java(Generated.SOURCE);
    private static final String RESOURCES =
            GeneratedFolder.PROGRAM.resources(Generated.SOURCE) + "/";
    private static final String TEST_RESOURCES =
            GeneratedFolder.TESTS.resources(Generated.SOURCE) + "/";

    /** The platform. */
    public PlatformEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public void contribute(EmitContext context, Contributions to) {
        if (context.workspaceNames().alone()) {
            PlatformLibraries.all().forEach(to::add);
        }
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
        if (context.context().keepsEvents()) {
            to.add(
                    new ConfigurationKey(
                            service + ".event-store.snapshot-every",
                            "100",
                            "How many events of an aggregate lie between two snapshots of its state."));
        }
    }

    @Override
    public void contribute(SharedEmitContext context, Contributions to) {
        switch (context.module()) {
            case PLATFORM -> PlatformLibraries.program().forEach(to::add);
            case TESTING -> PlatformLibraries.testing().forEach(to::add);
            case ROOT -> PlatformLibraries.all().forEach(to::add);
            case CONTRACTS, SYSTEM_TESTS -> {}
        }
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        if (!context.workspaceNames().alone()) {
            return Stream.empty();
        }
        JavaName platform = new JavaName(context.names().packageName(Layer.PLATFORM));
        JavaName testing = new JavaName(context.names().packageName(Layer.TESTING));
        Writer writer = new Writer(JavaFiles.header(context), context.context().origin());
        return Stream.of(
                        writer.program(platform, List.of(context.context())),
                        writer.tests(platform, testing, List.of(context.context())),
                        writer.testing(
                                TESTS,
                                TEST_RESOURCES,
                                testing,
                                platform,
                                List.of(context.context())))
                .flatMap(files -> files);
    }

    @Override
    public Stream<GeneratedFile> emit(SharedEmitContext context) {
        JavaName platform = new JavaName(context.names().platformPackage());
        JavaName testing = new JavaName(context.names().testingPackage());
        Writer writer =
                new Writer(
                        JavaFiles.header(context), context.workspace().contexts().get(0).origin());
        return switch (context.module()) {
            case PLATFORM ->
                    Stream.concat(
                            writer.program(platform, context.workspace().contexts()),
                            writer.tests(platform, testing, context.workspace().contexts()));
            case TESTING ->
                    writer.testing(
                            PROGRAM, RESOURCES, testing, platform, context.workspace().contexts());
            case ROOT, CONTRACTS, SYSTEM_TESTS -> Stream.empty();
        };
    }

    /**
     * Makes the files of one module.
     *
     * @param header what the first line of each Java file says
     * @param origin what each file was asked for by
     */
    private record Writer(String header, SourceSpan origin) {

        Stream<GeneratedFile> program(JavaName packageName, List<ContextModel> contexts) {
            SourceFolder folder = folder(PROGRAM, packageName);
            return Stream.concat(
                            PlatformSource.program(packageName).stream(),
                            onDemand(contexts, packageName))
                    .map(folder::file);
        }

        /** Its tests, with a database that has its tables and no others. */
        Stream<GeneratedFile> tests(
                JavaName packageName, JavaName testing, List<ContextModel> contexts) {
            SourceFolder folder = folder(TESTS, packageName);
            List<PlatformDatabaseTest> databaseTests =
                    new ArrayList<>(PlatformDatabaseTest.all(packageName, testing));
            String tables = Templates.render(new PlatformTables());
            if (keepEvents(contexts)) {
                databaseTests.add(PlatformDatabaseTest.eventStore(packageName, testing));
                tables += "\n" + Templates.render(new EventStoreTables());
            }
            Stream<PlatformSource> documents =
                    holdDocuments(contexts)
                            ? Stream.of(PlatformSource.documentsTest(packageName))
                            : Stream.empty();
            return Stream.of(
                            PlatformSource.tests(packageName).stream().map(folder::file),
                            documents.map(folder::file),
                            databaseTests.stream().map(test -> folder.file(test.path(), test)),
                            Stream.of(
                                    resource(
                                            TEST_RESOURCES
                                                    + "db/migration/platform/V1__create_platform.sql",
                                            tables),
                                    resource(
                                            TEST_RESOURCES + "database/platform/provision.sql",
                                            Templates.render(
                                                    new ProvisioningScript(
                                                            new SqlComment("platform"),
                                                            new SqlIdentifier("platform_service"),
                                                            new PsqlVariable(
                                                                    "PLATFORM_DATABASE_PASSWORD"))))))
                    .flatMap(files -> files);
        }

        private static boolean holdDocuments(List<ContextModel> contexts) {
            return contexts.stream().anyMatch(ContextModel::holdsDocuments);
        }

        private static boolean keepEvents(List<ContextModel> contexts) {
            return contexts.stream().anyMatch(ContextModel::keepsEvents);
        }

        Stream<GeneratedFile> testing(
                String root,
                String resources,
                JavaName packageName,
                JavaName platform,
                List<ContextModel> contexts) {
            SourceFolder folder = folder(root, packageName);
            TestLogging logging = new TestLogging(new XmlText(platform.raw()));
            boolean unique =
                    contexts.stream()
                            .flatMap(context -> context.aggregates().stream())
                            .anyMatch(
                                    aggregate ->
                                            !aggregate.unique().isEmpty()
                                                    || !aggregate.id().isUuid());
            Stream<PlatformSource> onDemand =
                    unique ? Stream.of(PlatformSource.uniqueValues(packageName)) : Stream.empty();
            return Stream.of(
                            PlatformSource.testing(packageName).stream().map(folder::file),
                            onDemand.map(folder::file),
                            Stream.of(
                                    resource(
                                            resources + "logback-test.xml",
                                            Templates.render(logging))))
                    .flatMap(files -> files);
        }

        /** What only some models need. */
        private static Stream<PlatformSource> onDemand(
                List<ContextModel> contexts, JavaName packageName) {
            Stream<PlatformSource> transition =
                    hasCommand(contexts, CommandModel::hasIllegalTransitions)
                            ? Stream.of(PlatformSource.illegalTransition(packageName))
                            : Stream.empty();
            Stream<PlatformSource> undecided =
                    hasCommand(contexts, command -> command.emission().events().isEmpty())
                            ? Stream.of(PlatformSource.notDecidedYet(packageName))
                            : Stream.empty();
            Stream<PlatformSource> places =
                    contexts.stream().anyMatch(ContextModel::sortsByValues)
                            ? Stream.of(PlatformSource.rowPlace(packageName))
                            : Stream.empty();
            Stream<PlatformSource> eventStore =
                    keepEvents(contexts)
                            ? PlatformSource.eventStore(packageName).stream()
                            : Stream.empty();
            Stream<PlatformSource> documents =
                    holdDocuments(contexts)
                            ? PlatformSource.documents(packageName).stream()
                            : Stream.empty();
            return Stream.of(transition, undecided, places, eventStore, documents)
                    .flatMap(files -> files);
        }

        private static boolean hasCommand(
                List<ContextModel> contexts, Predicate<CommandModel> wanted) {
            return contexts.stream()
                    .flatMap(context -> context.aggregates().stream())
                    .flatMap(aggregate -> aggregate.commands().stream())
                    .anyMatch(wanted);
        }

        private SourceFolder folder(String root, JavaName packageName) {
            return new SourceFolder(root, packageName, header, origin, ID);
        }

        private GeneratedFile resource(String path, String text) {
            return new GeneratedFile(new RelativePath(path), Ownership.GENERATED, text, origin, ID);
        }
    }
}
