package io.contextmill.templates.platform;

import io.contextmill.templates.View;
import io.contextmill.templates.text.JavaName;
import java.util.List;

/**
 * A Java file that depends on nothing but the package that the platform is in.
 *
 * @param file the path of the template below {@code platform}
 * @param packageName the package that the platform is in; the file itself may be in one below it
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
                    "main/outbox/EventJson",
                    "main/outbox/Outbox",
                    "main/outbox/OutboxFeed",
                    "main/outbox/Subscription",
                    "main/outbox/package-info",
                    "main/web/EntityTags",
                    "main/web/IdempotencyKeyReused",
                    "main/web/IdempotentRequests",
                    "main/web/MalformedIdempotencyKey",
                    "main/web/MalformedPrecondition",
                    "main/web/ProblemDocuments",
                    "main/web/Receipt",
                    "main/web/package-info");

    private static final List<String> TESTS =
            List.of(
                    "test/BackgroundLoopTest",
                    "test/DatabaseServer",
                    "test/EmbeddedServer",
                    "test/PsqlScript",
                    "test/UnprivilegedBinaries",
                    "test/outbox/OutboxFeedTest",
                    "test/web/EntityTagsTest",
                    "test/web/IdempotentRequestsTest",
                    "test/web/OpenApiContract",
                    "test/web/ServiceClient");

    /** The files that every service runs with. */
    public static List<PlatformSource> program(JavaName packageName) {
        return PROGRAM.stream().map(file -> new PlatformSource(file, packageName)).toList();
    }

    /** The tests of these, and what the service's own tests are run with. */
    public static List<PlatformSource> tests(JavaName packageName) {
        return TESTS.stream().map(file -> new PlatformSource(file, packageName)).toList();
    }

    /** The rejection of a command that its aggregate's state does not allow. */
    public static PlatformSource illegalTransition(JavaName packageName) {
        return new PlatformSource("demand/IllegalTransition", packageName);
    }

    /** The rejection of a command that emits nothing. */
    public static PlatformSource notDecidedYet(JavaName packageName) {
        return new PlatformSource("demand/NotDecidedYet", packageName);
    }

    /**
     * The path of the file below the folder of the platform's package, such as {@code
     * web/Receipt.java}.
     */
    public String path() {
        return file.substring(file.indexOf('/') + 1) + ".java";
    }

    @Override
    public String template() {
        return "platform/" + file + ".java";
    }
}
