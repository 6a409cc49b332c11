import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the goal {@code generate} of the Maven plugin on the shop, in turn with the goal of OpenAPI Generator on the shop's
 * document: into a folder that is not there, and where nothing changed since. Prints medians of whole processes.
 */
public final class Goal {
    private static final String PEER_VERSION = "7.25.0";
    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>goal</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
            %s
                    <executions><execution><goals><goal>generate</goal></goals></execution></executions>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private final Path work;
    private final int runs;

    private Goal(Path work, int runs) {
        this.work = work;
        this.runs = runs;
    }

    /** With the number of runs of each kind; 7 where none is given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("benchmarks.folder")).getParent().getParent();
        Path document = root.resolve("target/benchmarks/openapi-1x.json");
        if (!Files.exists(document)) {
            System.err.println("Run `generator/benchmarks/compare --quick` first: it makes the document that the peer reads.");
            System.exit(2);
        }
        Path work = root.resolve("target/benchmarks/goal");
        delete(work);
        Path ours = Files.createDirectories(work.resolve("ours"));
        Path shop = root.resolve("examples/shop");
        Files.copy(shop.resolve("contextmill.yaml"), ours.resolve("contextmill.yaml"));
        Files.createDirectories(ours.resolve("contexts"));
        try (Stream<Path> contexts = Files.list(shop.resolve("contexts"))) {
            for (Path context : contexts.toList()) {
                Files.copy(context, ours.resolve("contexts").resolve(context.getFileName()));
            }
        }
        Files.writeString(ours.resolve("pom.xml"), pom("io.contextmill", "contextmill-maven-plugin", "0.1.0-SNAPSHOT", ""));
        Path peer = Files.createDirectories(work.resolve("peer"));
        Files.writeString(
                peer.resolve("pom.xml"),
                pom(
                        "org.openapitools",
                        "openapi-generator-maven-plugin",
                        PEER_VERSION,
                        "<configuration><inputSpec>%s</inputSpec><generatorName>spring</generatorName><output>${out}</output></configuration>"
                                .formatted(document)));
        new Goal(work, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7).measure(ours, peer);
    }

    private static String pom(String group, String artifact, String version, String configuration) {
        return POM.formatted(
                "        <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s"
                        .formatted(group, artifact, version, configuration));
    }

    private void measure(Path ours, Path peer) throws IOException, InterruptedException {
        // Not measured: Maven's repository has everything then.
        maven(ours, false, "generate-sources", "-Dcontextmill.out=" + work.resolve("ours 0"));
        maven(peer, false, "generate-sources", "-Dout=" + work.resolve("peer 0"));
        List<Long> validate = new ArrayList<>();
        List<Long> fresh = new ArrayList<>();
        List<Long> unchanged = new ArrayList<>();
        List<Long> peers = new ArrayList<>();
        for (int i = 1; i <= runs; i++) {
            String out = "-Dcontextmill.out=" + work.resolve("ours " + i);
            fresh.add(maven(ours, true, "generate-sources", out));
            unchanged.add(maven(ours, true, "generate-sources", out));
            validate.add(maven(ours, true, "validate", out));
            peers.add(maven(peer, true, "generate-sources", "-Dout=" + work.resolve("peer " + i)));
        }
        long validateMillis = median(validate);
        System.out.printf(
                Locale.ROOT,
                "| `mvn validate` %d ms | fresh %d ms | OpenAPI Generator's goal %d ms | nothing changed %d ms |%n",
                validateMillis,
                median(fresh),
                median(peers),
                median(unchanged));
        System.out.printf(
                Locale.ROOT,
                "fresh: %.2f of the peer's; nothing changed: %+d ms to `mvn validate`%n",
                (double) median(fresh) / median(peers),
                median(unchanged) - validateMillis);
    }

    /** Milliseconds from start to exit. */
    private long maven(Path project, boolean offline, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q"));
        if (offline) {
            command.add("-o");
        }
        command.addAll(List.of(arguments));
        Path log = work.resolve("maven.log");
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        int status = process.waitFor();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        if (status != 0) {
            throw new IOException(command + " ended with " + status + ": see " + log);
        }
        return millis;
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
