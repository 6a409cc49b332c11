package io.contextmill.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.GeneratorVersion;
import io.contextmill.maven.MavenBuild;
import io.contextmill.maven.PluginRepository;
import io.contextmill.maven.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A project that Maven makes of the archetype, from its first build to a life without the plugin.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StarterProjectIT {
    private static final Path PROJECTS =
            Path.of(System.getProperty("contextmill.target", "target"))
                    .toAbsolutePath()
                    .resolve("projects of ours");

    /** Its group is not what its package begins with. */
    private static final Path PROJECT = PROJECTS.resolve("cargo-shipping");

    private static final Path SPEC = PROJECT.resolve("contextmill.yaml");
    private static final Path DECIDER =
            PROJECT.resolve(
                    "target/generated-sources/contextmill/java/com/acme/cargo/TaskDecider.java");

    private static Path repository = PROJECTS;

    @BeforeAll
    static void makeOnce() throws Exception {
        ProjectFolder.remove(PROJECTS);
        Files.createDirectories(PROJECTS);
        repository =
                PluginRepository.make(
                        PROJECTS.resolveSibling("repository with the archetype"), Path.of(".."));
        archetype("-DgroupId=org.acme", "-DartifactId=cargo-shipping", "-Dpackage=com.acme.cargo");
    }

    @Test
    @Order(1)
    void isWhatTheCommandMakesOfTheSameAnswers() throws Exception {
        Path same = PROJECTS.resolve("made by the command");

        contextmill(
                PROJECTS,
                "new",
                "CargoShipping",
                "--group=org.acme",
                "--package=com.acme.cargo",
                "--out=" + same);

        assertThat(files(PROJECT))
                .containsOnlyKeys(".gitignore", "README.md", "contextmill.yaml", "pom.xml")
                .isEqualTo(files(same));
    }

    /** The archetype finds the words of a name by itself. */
    @Test
    @Order(2)
    void isWhatTheCommandMakesOfANameThatIsHardToRead() throws Exception {
        Path same = PROJECTS.resolve("made by the command with a hard name");

        archetype(
                "-DgroupId=org.acme-labs",
                "-DartifactId=skus-2http-api",
                "-Dcontext=SKUs2HTTPApi",
                "-Dpackage=org.acme.class_");
        contextmill(
                PROJECTS,
                "new",
                "SKUs2HTTPApi",
                "--group=org.acme-labs",
                "--package=org.acme.class_",
                "--out=" + same);

        String artifact = "<artifactId>%s</artifactId>";
        Map<String, String> expected = files(same);
        expected.replaceAll(
                (path, text) ->
                        text.replace(
                                        artifact.formatted("skus2-http-api"),
                                        artifact.formatted("skus-2http-api"))
                                .replace(
                                        "target/skus2-http-api-0.1.0",
                                        "target/skus-2http-api-0.1.0"));
        assertThat(files(PROJECTS.resolve("skus-2http-api"))).isEqualTo(expected);
    }

    @Test
    @Order(3)
    void isGeneratedBuiltAndTested() throws Exception {
        MavenBuild build = maven("verify");

        assertThat(build.status()).as(build.log()).isZero();
        assertThat(PROJECT.resolve("target/cargo-shipping-0.1.0-SNAPSHOT-exec.jar")).exists();
        assertThat(build.log())
                .contains("com.acme.cargo.TaskBehaviourTest")
                .contains("com.acme.cargo.adapter.web.TaskHttpTest")
                .doesNotContain("[WARNING]");
    }

    @Test
    @Order(4)
    void isNotWrittenAnewWhereNothingChanged() throws Exception {
        Map<Path, FileTime> before = ProjectFolder.written(PROJECT);

        MavenBuild build = maven("compile", "io.contextmill:contextmill-maven-plugin:check");

        assertThat(build.status()).as(build.log()).isZero();
        assertThat(ProjectFolder.written(PROJECT)).isEqualTo(before);
    }

    @Test
    @Order(5)
    void rejectsByNameACommandThatIsNew() throws Exception {
        ProjectFolder.edit(SPEC, "commands:\n", "commands:\n  ReopenTask: {emits: []}\n");

        MavenBuild build = maven("test", "-Dtest=TaskDeciderTest,TaskBehaviourTest");

        assertThat(build.status()).as(build.log()).isZero();
        assertThat(DECIDER)
                .content()
                .contains("ReopenTask command) {\n        throw new NotDecidedYet(");
    }

    @Test
    @Order(6)
    void isBuiltWithoutThePluginOnceItIsEjected() throws Exception {
        ProjectFolder.edit(PROJECT.resolve("pom.xml"), "<name>", "<!-- ours -->\n    <name>");

        contextmill(PROJECT, "eject", ".", "--out=.");
        MavenBuild build = maven("clean", "test", "-Dtest=TaskDeciderTest");

        assertThat(build.status()).as(build.log()).isZero();
        assertThat(PROJECT.resolve("pom.xml"))
                .content()
                .contains("<groupId>org.acme</groupId>", "<!-- ours -->")
                .doesNotContain("contextmill-maven-plugin");
        assertThat(PROJECT.resolve("target/generated-sources/contextmill")).doesNotExist();
    }

    private static void archetype(String... answers) throws Exception {
        List<String> arguments = new ArrayList<>();
        arguments.add(
                "org.apache.maven.plugins:maven-archetype-plugin:%s:generate"
                        .formatted(System.getProperty("contextmill.archetype-plugin")));
        arguments.add("-DarchetypeCatalog=internal");
        arguments.add("-DarchetypeGroupId=io.contextmill");
        arguments.add("-DarchetypeArtifactId=contextmill-archetype");
        arguments.add("-DarchetypeVersion=" + GeneratorVersion.CURRENT);
        arguments.addAll(List.of(answers));
        MavenBuild build = MavenBuild.run(PROJECTS, repository, arguments.toArray(String[]::new));
        assertThat(build.status()).as(build.log()).isZero();
    }

    private static MavenBuild maven(String... arguments) throws Exception {
        return MavenBuild.run(PROJECT, repository, arguments);
    }

    private static void contextmill(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
        command.add("io.contextmill.cli.Main");
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
