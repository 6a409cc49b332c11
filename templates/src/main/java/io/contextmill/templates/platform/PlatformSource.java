package io.contextmill.templates.platform;

import io.contextmill.templates.View;
import io.contextmill.templates.text.JavaName;
import java.util.List;

/**
 * A Java file that depends on nothing but the package that it is in.
 *
 * @param file the path of the template below {@code platform}
 * @param packageName the package of the platform, or of what its tests need; the file itself may be
 *     in one below it
 */
public record PlatformSource(String file, JavaName packageName) implements View {
    private static final List<String> PROGRAM =
            List.of(
                    "main/BackgroundLoop",
                    "main/OptimisticLockConflict",
                    "main/Page",
                    "main/Rejection",
                    "main/Version",
                    "main/Versioned",
                    "main/package-info",
                    "main/outbox/EarlierVersion",
                    "main/outbox/EventJson",
                    "main/outbox/Outbox",
                    "main/outbox/OutboxFeed",
                    "main/outbox/Subscription",
                    "main/outbox/package-info",
                    "main/web/Cursors",
                    "main/web/EmptyBodies",
                    "main/web/EntityTags",
                    "main/web/Forms",
                    "main/web/IdempotencyKeyReused",
                    "main/web/IdempotentRequests",
                    "main/web/InvalidParameter",
                    "main/web/InvalidPart",
                    "main/web/MalformedIdempotencyKey",
                    "main/web/MalformedPrecondition",
                    "main/web/ProblemDocuments",
                    "main/web/Receipt",
                    "main/web/package-info");

    private static final List<String> EVENT_STORE =
            List.of(
                    "demand/eventstore/EventStore",
                    "demand/eventstore/ReadModelRebuild",
                    "demand/eventstore/RebuildCommand",
                    "demand/eventstore/RebuiltReadModel",
                    "demand/eventstore/Snapshots",
                    "demand/eventstore/package-info");

    private static final List<String> TESTS =
            List.of(
                    "test/BackgroundLoopTest",
                    "test/web/CursorsTest",
                    "test/web/EntityTagsTest",
                    "test/web/FormsTest",
                    "test/web/ProblemDocumentsTest");

    private static final List<String> TESTING =
            List.of(
                    "testing/DatabaseAccessContract",
                    "testing/DatabaseServer",
                    "testing/EmbeddedServer",
                    "testing/MigratedDatabase",
                    "testing/OpenApiContract",
                    "testing/PsqlScript",
                    "testing/ServiceClient",
                    "testing/ServiceDatabase",
                    "testing/TestDatabase",
                    "testing/UnprivilegedBinaries",
                    "testing/package-info");

    /** The files that every service runs with. */
    public static List<PlatformSource> program(JavaName packageName) {
        return sources(PROGRAM, packageName);
    }

    /** The tests of these that need no database. */
    public static List<PlatformSource> tests(JavaName packageName) {
        return sources(TESTS, packageName);
    }

    /** What tests need whatever they are about. */
    public static List<PlatformSource> testing(JavaName testingPackage) {
        return sources(TESTING, testingPackage);
    }

    /** What keeps aggregates as all that happened to them. */
    public static List<PlatformSource> eventStore(JavaName packageName) {
        return sources(EVENT_STORE, packageName);
    }

    private static List<PlatformSource> sources(List<String> files, JavaName packageName) {
        return files.stream().map(file -> new PlatformSource(file, packageName)).toList();
    }

    /** The rejection of a command that its aggregate's state does not allow. */
    public static PlatformSource illegalTransition(JavaName packageName) {
        return new PlatformSource("demand/IllegalTransition", packageName);
    }

    /** The place of a row in a list that is not sorted by its key. */
    public static PlatformSource rowPlace(JavaName packageName) {
        return new PlatformSource("demand/RowPlace", packageName);
    }

    /** The rejection of a command that emits nothing. */
    public static PlatformSource notDecidedYet(JavaName packageName) {
        return new PlatformSource("demand/NotDecidedYet", packageName);
    }

    /** Any JSON document as a value. */
    public static List<PlatformSource> documents(JavaName packageName) {
        return sources(List.of("demand/Json", "demand/CanonicalJson"), packageName);
    }

    /** The test of these. */
    public static PlatformSource documentsTest(JavaName packageName) {
        return new PlatformSource("test/JsonTest", packageName);
    }

    /** What makes values for unique fields in tests. */
    public static PlatformSource uniqueValues(JavaName testingPackage) {
        return new PlatformSource("demand/UniqueValues", testingPackage);
    }

    /** The path of the file below the folder of that package, such as {@code web/Receipt.java}. */
    public String path() {
        return file.substring(file.indexOf('/') + 1) + ".java";
    }

    @Override
    public String template() {
        return "platform/" + file + ".java";
    }
}
