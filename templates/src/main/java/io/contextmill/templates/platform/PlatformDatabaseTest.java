package io.contextmill.templates.platform;

import io.contextmill.templates.View;
import io.contextmill.templates.text.JavaName;
import java.util.List;

/**
 * A test of the platform that needs a database.
 *
 * @param file the path of the template below {@code platform/test}
 * @param packageName the package that the platform is in; the file itself may be in one below it
 * @param testingPackage the package of what makes databases
 */
public record PlatformDatabaseTest(String file, JavaName packageName, JavaName testingPackage)
        implements View {
    private static final List<String> FILES =
            List.of("PlatformDatabase", "outbox/OutboxFeedTest", "web/IdempotentRequestsTest");

    /** All of them, and the database itself. */
    public static List<PlatformDatabaseTest> all(JavaName packageName, JavaName testingPackage) {
        return FILES.stream()
                .map(file -> new PlatformDatabaseTest(file, packageName, testingPackage))
                .toList();
    }

    /** The test of what keeps aggregates as all that happened to them. */
    public static PlatformDatabaseTest eventStore(JavaName packageName, JavaName testingPackage) {
        return new PlatformDatabaseTest("eventstore/EventStoreTest", packageName, testingPackage);
    }

    /** The path of the file below the folder of the platform's package. */
    public String path() {
        return file + ".java";
    }

    @Override
    public String template() {
        return "platform/test/" + file + ".java";
    }
}
