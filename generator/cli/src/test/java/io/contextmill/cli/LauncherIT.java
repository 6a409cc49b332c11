package io.contextmill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.GeneratorVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The launcher as a user starts it: through a link, from another folder, with spaces in all paths,
 * on each JDK of this machine.
 *
 * <p>It runs in a copy of the checkout that holds the jars of this build and no source. In the
 * checkout itself it would find that its own mark, {@code .built}, is missing, and would build what
 * is being built. In the copy no source can be newer than the mark, and a build would fail.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Map<String, String> WITH_ARCHIVE = Map.of();
    private static final Path LAUNCHER = Path.of("../bin/contextmill");
    private static final Path LIB = Path.of("target/contextmill/lib");
    private static final Path SHOP = Path.of("../../examples/shop");
    private static final Path SPEC =
            Path.of("../../examples/order/order.yaml").toAbsolutePath().normalize();

    @TempDir private Path temp;
    private Path link;
    private Path elsewhere;
    private Path archives;

    /** The JDK of this build, and those that are where Linux distributions have them. */
    static Set<Path> jdks() throws IOException {
        Set<Path> jdks = new TreeSet<>();
        jdks.add(Path.of(System.getProperty("java.home")).toRealPath());
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> folders = Files.list(installed)) {
                for (Path folder : folders.toList()) {
                    if (isJdk17OrLater(folder)) {
                        jdks.add(folder.toRealPath());
                    }
                }
            }
        }
        return jdks;
    }

    @BeforeEach
    void a_copy_of_the_checkout_without_sources_and_a_link_to_its_launcher() throws IOException {
        Path checkout = temp.resolve("the checkout");
        Path launcher = checkout.resolve("generator/bin/contextmill");
        Files.createDirectories(launcher.getParent());
        Files.copy(LAUNCHER, launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();

        Path lib =
                Files.createDirectories(checkout.resolve("generator/cli/target/contextmill/lib"));
        try (Stream<Path> jars = Files.list(LIB)) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
        Files.createFile(lib.resolve(".built"));
        archives = lib.resolveSibling("archives");
        for (String file :
                List.of(
                        "contextmill.yaml",
                        "contexts/order.yaml",
                        "contexts/inventory.yaml",
                        "contexts/payment.yaml")) {
            Path copy = checkout.resolve("examples/shop").resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(SHOP.resolve(file), copy);
        }

        // A link to a link, the second one relative.
        Path bin = Files.createDirectories(temp.resolve("my bin"));
        Files.createSymbolicLink(bin.resolve("mill"), bin.relativize(launcher));
        link = Files.createSymbolicLink(bin.resolve("contextmill"), bin.resolve("mill"));
        elsewhere = Files.createDirectories(temp.resolve("some where else"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void version_is_printed(Path jdk) throws Exception {
        Run run = run(jdk, "version");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("contextmill " + GeneratorVersion.CURRENT);
        assertThat(run.out()).contains("Java " + release(jdk).split("[.]", -1)[0]);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_new_project_is_planned_and_nothing_is_written(Path jdk) throws Exception {
        Path out = temp.resolve("my project");

        Run run = run(jdk, "plan", SPEC.toString(), "--out", out.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).anyMatch(line -> line.matches("create +pom[.]xml"));
        assertThat(run.out().lines().filter(line -> line.startsWith("create ")))
                .hasSizeGreaterThan(10);
        assertNoWarningOfJava(run);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void an_unknown_command_ends_with_2(Path jdk) throws Exception {
        Run run = run(jdk, "gnerate");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("gnerate", "generate");
        assertNoWarningOfJava(run);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void an_archive_of_classes_is_made_once_and_used(Path jdk) throws Exception {
        // JDK 17 takes no class from an archive if there is a space in the path of its jar.
        Path checkout = Files.move(temp.resolve("the checkout"), temp.resolve("checkout"));
        link = checkout.resolve("generator/bin/contextmill");
        archives = checkout.resolve("generator/cli/target/contextmill/archives");

        Run first = run(jdk, WITH_ARCHIVE, "version");
        Path loaded = temp.resolve("loaded classes");
        Run second =
                run(
                        jdk,
                        Map.of("JDK_JAVA_OPTIONS", "'-Xlog:class+load:file=" + loaded + "'"),
                        "version");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).isEqualTo("contextmill: preparing for this Java, once…\n");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.err()).doesNotContain("preparing");
        assertThat(Files.readAllLines(loaded))
                .filteredOn(line -> line.contains("io.contextmill.cli.Main "))
                .singleElement()
                .asString()
                .contains("shared objects file");
        assertThat(onlyArchive()).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void an_archive_is_made_anew_for_other_jars(Path jdk) throws Exception {
        run(jdk, WITH_ARCHIVE, "version");
        Path made = onlyArchive();
        Files.setLastModifiedTime(made, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        Run run = run(jdk, WITH_ARCHIVE, "version");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("preparing");
        assertThat(onlyArchive()).isEqualTo(made);
        assertThat(Files.getLastModifiedTime(made).toInstant())
                .isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_damaged_archive_does_no_harm(Path jdk) throws Exception {
        run(jdk, WITH_ARCHIVE, "version");
        Path made = onlyArchive();
        Files.delete(made);
        Files.writeString(made, "no archive");

        Run run = run(jdk, WITH_ARCHIVE, "version");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("contextmill " + GeneratorVersion.CURRENT);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_cannot_have_an_archive_works_without(Path jdk) throws Exception {
        Files.writeString(archives, "in the way");

        Run run = run(jdk, WITH_ARCHIVE, "version");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("contextmill " + GeneratorVersion.CURRENT);
        assertThat(run.err()).isEmpty();
    }

    private Path onlyArchive() throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /**
     * Neither "WARNING: ..." of the libraries of Java nor "... VM warning: ..."; findings may warn.
     */
    private static void assertNoWarningOfJava(Run run) {
        assertThat(run.err()).doesNotContain("WARNING", "VM warning");
    }

    private record Run(int exitCode, String out, String err) {}

    private Run run(Path jdk, String... arguments) throws IOException, InterruptedException {
        return run(jdk, Map.of("CONTEXTMILL_NO_ARCHIVE", "1"), arguments);
    }

    private Run run(Path jdk, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        // Files take any amount of output; a pipe that nobody reads would stop the process.
        Path out = temp.resolve("stdout");
        Path err = temp.resolve("stderr");
        List<String> command = new ArrayList<>();
        command.add(link.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(elsewhere.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", jdk.toString());
        // Java says on stderr that it has read these.
        environment.keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        environment.putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended within a minute").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static boolean isJdk17OrLater(Path folder) throws IOException {
        return Files.isExecutable(folder.resolve("bin/java"))
                && Files.isReadable(folder.resolve("release"))
                && Integer.parseInt(release(folder).split("[^0-9]", 2)[0]) >= 17;
    }

    /** The version of a JDK, such as {@code 17.0.15} or, long ago, {@code 1.8.0_402}. */
    private static String release(Path jdk) throws IOException {
        Properties release = new Properties();
        try (var lines = Files.newBufferedReader(jdk.resolve("release"))) {
            release.load(lines);
        }
        return release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    }
}
