import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs Contextmill and OpenAPI Generator as processes, in turn, on the same domain in several
 * sizes, and prints what they cost as Markdown on standard output. Exits with 0 when everything
 * ran, whatever was fast or slow; with 1 when a run failed or when Contextmill wrote what it need
 * not; with 2 on wrong usage.
 */
public final class Compare {

    private static final String PEER_VERSION = "7.25.0";

    private static final String USAGE =
            """
            Usage: generator/benchmarks/compare [--quick] [--runs=N] [--build]
            Compares Contextmill with OpenAPI Generator %s on the shop, and on 10 and 100 times as many contexts.
            Prints Markdown on standard output; works in target/benchmarks.
                  --quick    One run of 1x and 10x, the peer from scratch only: shows that it runs, not how fast.
                  --runs=N   The runs whose median is taken, half as many at 100x. Default: 5.
                  --build    Build and test the generated shop too, with Maven, twice.
              -h, --help     Show this help.
            """
                    .formatted(PEER_VERSION);

    /** What is compared. */
    private enum Tool {
        CONTEXTMILL("Contextmill"),
        PEER_SPRING("OpenAPI Generator, spring"),
        PEER_JAVA("OpenAPI Generator, java");

        private final String title;

        Tool(String title) {
            this.title = title;
        }
    }

    /** What the user asked for. */
    private record Options(boolean quick, int runs, boolean build) {

        static Options of(String[] arguments) {
            boolean quick = false;
            int runs = 5;
            boolean build = false;
            for (String argument : arguments) {
                if (argument.equals("--quick")) {
                    quick = true;
                    runs = 1;
                } else if (argument.equals("--build")) {
                    build = true;
                } else if (argument.matches("--runs=[1-9][0-9]?")) {
                    runs = Integer.parseInt(argument.substring("--runs=".length()));
                } else {
                    throw new IllegalArgumentException(argument);
                }
            }
            return new Options(quick, runs, build);
        }

        List<Integer> scales() {
            return quick ? List.of(1, 10) : List.of(1, 10, 100);
        }

        int runs(int scale) {
            return scale < 100 ? runs : (runs + 1) / 2;
        }

        int largest() {
            return quick ? 10 : 100;
        }
    }

    /**
     * What one process used: seconds of wall clock, seconds of CPU, and megabytes of memory at its
     * peak.
     */
    private record Usage(double wall, double cpu, double peak) {}

    /** The same command, run several times. */
    private static final class Series {

        private final List<Usage> usages = new ArrayList<>();

        void add(Usage usage) {
            usages.add(usage);
        }

        boolean isEmpty() {
            return usages.isEmpty();
        }

        double wall() {
            return median(Usage::wall);
        }

        double cpu() {
            return median(Usage::cpu);
        }

        double peak() {
            return median(Usage::peak);
        }

        /**
         * The cells of a table: the median of the wall clock with the least and the most, of the
         * CPU and of the memory.
         */
        String cells() {
            double[] walls = sorted(Usage::wall);
            return text(
                    "%.2f s (%.2f–%.2f) | %.2f s | %.0f MB",
                    wall(), walls[0], walls[walls.length - 1], cpu(), peak());
        }

        private double median(ToDoubleFunction<Usage> part) {
            double[] values = sorted(part);
            int middle = values.length / 2;
            return values.length % 2 == 1
                    ? values[middle]
                    : (values[middle - 1] + values[middle]) / 2;
        }

        private double[] sorted(ToDoubleFunction<Usage> part) {
            return usages.stream().mapToDouble(part).sorted().toArray();
        }
    }

    /** One tool at one size: generated where nothing was, then again with nothing changed. */
    private static final class Generation {

        private final Series fresh = new Series();
        private final Series again = new Series();
        private int files;
        private double megabytes;
        private int rewritten;

        double filesPerSecond() {
            return files / fresh.wall();
        }
    }

    /** A command added to one context, beside runs with nothing changed. */
    private static final class Addition {

        private final Series unchanged = new Series();
        private final Series added = new Series();
        private final List<String> written = new ArrayList<>();
        private boolean elsewhere;
    }

    /**
     * What changes when a file is written, touched or replaced, even when its bytes stay the same.
     */
    private record Stamp(Map<String, Object> attributes, long size) {}

    private record Target(String what, String goal, String measured, boolean reached) {}

    /** A run that failed, or that did what it must not; there are no figures then. */
    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    private final Options options;
    private final Path root;
    private final Path work;
    private final Path log;
    private final String time;
    private final Path peer;
    private final Map<Integer, Map<Tool, Generation>> generations = new TreeMap<>();
    private final Map<Integer, Series> validations = new TreeMap<>();
    private final Series startup = new Series();
    private final Series builds = new Series();
    private Addition addition = new Addition();
    private String version = "";

    private Compare(Options options, Path root) throws IOException, InterruptedException {
        this.options = options;
        this.root = root;
        this.work = Files.createDirectories(root.resolve("target/benchmarks"));
        this.log = work.resolve("last-run.log");
        this.time = gnuTime();
        this.peer = work.resolve("tools/openapi-generator-cli-" + PEER_VERSION + ".jar");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            System.out.print(USAGE);
            return;
        }
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println("compare: what is " + wrong.getMessage() + "?\n" + USAGE);
            System.exit(2);
            return;
        }
        try {
            Path root = Path.of(System.getProperty("benchmarks.folder")).getParent().getParent();
            Compare compare = new Compare(options, root);
            double before = machine().getSystemLoadAverage();
            compare.measure();
            compare.report(before);
        } catch (Failure failure) {
            System.err.println("compare: " + failure.getMessage());
            System.exit(1);
        }
    }

    // Measuring

    private void measure() throws IOException, InterruptedException {
        prepare();
        for (int run = 0; run < options.runs(); run++) {
            startup.add(run(contextmill("version")));
        }
        for (int scale : options.scales()) {
            measure(scale);
        }
        addition = addCommands(options.largest());
        if (options.build()) {
            build();
        }
        for (int scale : options.scales()) {
            for (Tool tool : Tool.values()) {
                delete(output(tool, scale));
            }
        }
    }

    /**
     * Gets everything ready that is done once and not measured, and warms the caches of the file
     * system.
     */
    private void prepare() throws IOException, InterruptedException {
        say("building Contextmill, if that was not done");
        run(contextmill("version"));
        version = Files.readString(log).strip().lines().reduce((first, last) -> last).orElse("");
        if (!Files.exists(peer)) {
            say("getting OpenAPI Generator");
            run(
                    maven(
                            root,
                            "-N",
                            "dependency:copy",
                            "-Dartifact=org.openapitools:openapi-generator-cli:" + PEER_VERSION,
                            "-DoutputDirectory=" + peer.getParent()));
        }
        for (int scale : options.scales()) {
            writeSpec(scale);
        }
        int least = options.scales().get(0);
        for (Tool tool : List.of(Tool.CONTEXTMILL, Tool.PEER_SPRING)) {
            delete(output(tool, least));
            run(generate(tool, least));
            if (tool == Tool.CONTEXTMILL) {
                writeDocument(least);
            }
        }
    }

    /** All tools in turn, several times, so that whatever else the machine does meets them all. */
    private void measure(int scale) throws IOException, InterruptedException {
        Map<Tool, Generation> ofScale = new EnumMap<>(Tool.class);
        Series validation = new Series();
        generations.put(scale, ofScale);
        validations.put(scale, validation);
        for (int run = 0; run < options.runs(scale); run++) {
            say(text("%dx, run %d of %d", scale, run + 1, options.runs(scale)));
            validation.add(run(contextmill("validate", spec(scale).toString())));
            for (Tool tool : Tool.values()) {
                Generation generation = ofScale.computeIfAbsent(tool, added -> new Generation());
                delete(output(tool, scale));
                generation.fresh.add(run(generate(tool, scale)));
                Map<Path, Stamp> before = stamps(output(tool, scale));
                generation.files = before.size();
                generation.megabytes = before.values().stream().mapToLong(Stamp::size).sum() / 1e6;
                if (tool != Tool.CONTEXTMILL && options.quick()) {
                    continue;
                }
                generation.again.add(run(generate(tool, scale)));
                Set<Path> rewritten = changes(before, stamps(output(tool, scale)));
                generation.rewritten = rewritten.size();
                if (tool == Tool.CONTEXTMILL) {
                    mustBeEmpty(rewritten);
                    writeDocument(scale);
                }
            }
        }
    }

    /**
     * Adds a command to one context after the other of what was generated last, and generates after
     * each.
     */
    private Addition addCommands(int scale) throws IOException, InterruptedException {
        Addition result = new Addition();
        Path output = output(Tool.CONTEXTMILL, scale);
        Set<String> contexts = contexts(scale);
        int runs = Math.min(options.runs(scale), scale);
        for (int copy = 1; copy <= runs; copy++) {
            say(text("%dx, a command added, run %d of %d", scale, copy, runs));
            Map<Path, Stamp> before = stamps(output);
            result.unchanged.add(run(generate(Tool.CONTEXTMILL, scale)));
            mustBeEmpty(changes(before, stamps(output)));

            String context = "order" + copy;
            Path file = spec(scale).resolve("contexts/" + context + ".yaml");
            String old = Files.readString(file);
            String added = old.replace("commands: [", "commands: [ReviewOrder" + copy + ", ");
            if (added.equals(old)) {
                throw new Failure("there is no list of commands in " + file);
            }
            Files.writeString(file, added);
            result.added.add(run(generate(Tool.CONTEXTMILL, scale)));

            Map<String, Integer> folders = new TreeMap<>();
            for (Path path : changes(before, stamps(output))) {
                folders.merge(path.getName(0).toString(), 1, Integer::sum);
                // The shared modules, too, have a folder for each context.
                for (Path part : path) {
                    String name = part.toString();
                    result.elsewhere |= contexts.contains(name) && !name.equals(context);
                }
            }
            if (!folders.containsKey(context)) {
                throw new Failure(
                        "a command was added to " + context + ", and nothing was written there");
            }
            result.written.add(
                    folders.entrySet().stream()
                            .map(folder -> "`" + folder.getKey() + "` " + folder.getValue())
                            .collect(Collectors.joining(", ")));
        }
        return result;
    }

    private void build() throws IOException, InterruptedException {
        Path shop = output(Tool.CONTEXTMILL, 1);
        for (String round : List.of("to fill Maven's repository", "measured")) {
            say("building the generated shop, " + round);
            delete(shop);
            run(generate(Tool.CONTEXTMILL, 1));
            Usage usage = run(maven(shop, "verify"));
            if (round.equals("measured")) {
                builds.add(usage);
            }
        }
    }

    private static void mustBeEmpty(Set<Path> rewritten) {
        if (!rewritten.isEmpty()) {
            throw new Failure(
                    "nothing was changed, but Contextmill wrote %d files, %s among them"
                            .formatted(rewritten.size(), rewritten.iterator().next()));
        }
    }

    // The domain in several sizes

    private Path spec(int scale) {
        return work.resolve("spec-" + scale + "x");
    }

    private Path document(int scale) {
        return work.resolve("openapi-" + scale + "x.json");
    }

    private Path output(Tool tool, int scale) {
        return work.resolve(
                tool.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + scale + "x");
    }

    /**
     * The names of the contexts, which are those of their files and of the folders made of them.
     */
    private Set<String> contexts(int scale) throws IOException {
        try (Stream<Path> files = Files.list(spec(scale).resolve("contexts"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * Writes a workspace with so many copies of the shop's contexts, each in a file of its own.
     * From two copies on every noun has the copy's number behind it, so that no name is there twice
     * and the generator infers what it does for the shop.
     */
    private void writeSpec(int scale) throws IOException {
        Pattern nouns = Pattern.compile("Inventory|Product|Reservation|Stock|Order|Payment|Refund");
        delete(spec(scale));
        Path contexts = Files.createDirectories(spec(scale).resolve("contexts"));
        List<Path> originals;
        try (Stream<Path> files = Files.list(root.resolve("examples/shop/contexts"))) {
            originals = files.sorted().toList();
        }
        StringBuilder workspace = new StringBuilder("workspace: shop\ncontexts:\n");
        for (int copy = 1; copy <= scale; copy++) {
            String number = scale == 1 ? "" : Integer.toString(copy);
            for (Path original : originals) {
                String name = original.getFileName().toString().replace(".yaml", number + ".yaml");
                String text = nouns.matcher(Files.readString(original)).replaceAll("$0" + number);
                Files.writeString(contexts.resolve(name), text);
                workspace.append("  - contexts/").append(name).append('\n');
            }
        }
        Files.writeString(spec(scale).resolve("contextmill.yaml"), workspace);
    }

    /**
     * Writes one OpenAPI document with the paths and components of all the documents that
     * Contextmill has generated, so that the peer is asked for the same resources and operations.
     * Their layout is Contextmill's own: two spaces a level.
     */
    private void writeDocument(int scale) throws IOException {
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, Map<String, String>> components = new LinkedHashMap<>();
        for (String context : contexts(scale)) {
            String resources = context + "/src/generated/resources/static/" + context;
            Path file = output(Tool.CONTEXTMILL, scale).resolve(resources + "/openapi.json");
            Map<String, String> sections = members(Files.readString(file), 1);
            addAll(members(sections.get("paths"), 2), paths, false);
            for (var kind : members(sections.get("components"), 2).entrySet()) {
                addAll(
                        members(kind.getValue(), 3),
                        components.computeIfAbsent(kind.getKey(), added -> new LinkedHashMap<>()),
                        true);
            }
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        components.forEach((kind, ofKind) -> kinds.put(kind, object(ofKind)));
        Map<String, String> all = new LinkedHashMap<>();
        all.put("openapi", "\"3.1.0\"");
        all.put("info", "{\"title\": \"Shop\", \"version\": \"1\"}");
        all.put("servers", "[{\"url\": \"/\"}]");
        all.put("paths", object(paths));
        all.put("components", object(kinds));
        Files.writeString(document(scale), object(all) + "\n");
    }

    /** Adds members that are not there yet, or that are the same there if they may be shared. */
    private static void addAll(Map<String, String> more, Map<String, String> all, boolean shared) {
        more.forEach(
                (name, item) -> {
                    String known = all.putIfAbsent(name, item);
                    if (known != null && !(shared && known.equals(item))) {
                        throw new Failure(name + " is in the OpenAPI documents of two contexts");
                    }
                });
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    /**
     * The members that are objects, {@code level} levels deep in JSON that is laid out in lines.
     */
    private static Map<String, String> members(String json, int level) {
        String indent = "\n" + "  ".repeat(level);
        Matcher matcher =
                Pattern.compile(
                                indent + "\"([^\"]+)\": (\\{\n.*?" + indent + "\\})(?=[,\n])",
                                Pattern.DOTALL)
                        .matcher(json);
        Map<String, String> members = new LinkedHashMap<>();
        while (matcher.find()) {
            members.put(matcher.group(1), matcher.group(2));
        }
        if (members.isEmpty()) {
            throw new Failure(
                    "the generated openapi.json is not laid out as it was: nothing at level "
                            + level);
        }
        return members;
    }

    // Processes

    private List<String> contextmill(String... arguments) {
        return Stream.concat(
                        Stream.of(root.resolve("generator/bin/contextmill").toString()),
                        Arrays.stream(arguments))
                .toList();
    }

    private List<String> generate(Tool tool, int scale) {
        String output = output(tool, scale).toString();
        if (tool == Tool.CONTEXTMILL) {
            return contextmill("generate", spec(scale).toString(), "--out", output);
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                peer.toString(),
                "generate",
                "-g",
                tool == Tool.PEER_SPRING ? "spring" : "java",
                "-i",
                document(scale).toString(),
                "-o",
                output);
    }

    private static List<String> maven(Path project, String... arguments) {
        String home = System.getenv("MAVEN_HOME");
        String maven = home == null ? "mvn" : Path.of(home, "bin", "mvn").toString();
        String pom = project.resolve("pom.xml").toString();
        return Stream.concat(Stream.of(maven, "-B", "-ntp", "-f", pom), Arrays.stream(arguments))
                .toList();
    }

    private static String gnuTime() throws InterruptedException {
        for (String candidate : List.of("/usr/bin/time", "gtime")) {
            if (answer(candidate, "--version").contains("GNU")) {
                return candidate;
            }
        }
        throw new Failure(
                "GNU time is needed, which measures memory: install the package `time` (`gnu-time` of Homebrew)");
    }

    /** What a command says, or nothing if it fails or is not there. */
    private static String answer(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? answer.strip() : "";
        } catch (IOException missing) {
            return "";
        }
    }

    private Usage run(List<String> command) throws IOException, InterruptedException {
        Path account = work.resolve("last-run.time");
        List<String> timed =
                new ArrayList<>(List.of(time, "--format=%U %S %M", "--output=" + account));
        timed.addAll(command);
        // What earlier runs have left to be written to the disk is not this one's burden.
        new ProcessBuilder("sync").start().waitFor();
        long begin = System.nanoTime();
        int exit =
                new ProcessBuilder(timed)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        double wall = (System.nanoTime() - begin) / 1e9;
        if (exit != 0) {
            throw new Failure(
                    text(
                            "exit code %d of %s; what it said is in %s",
                            exit, String.join(" ", command), log));
        }
        String[] used = Files.readString(account).strip().split(" ");
        double cpu = Double.parseDouble(used[0]) + Double.parseDouble(used[1]);
        return new Usage(wall, cpu, Double.parseDouble(used[2]) * 1024 / 1e6);
    }

    // Files

    private static Map<Path, Stamp> stamps(Path folder) throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Map<String, Object> file =
                        Files.readAttributes(path, "unix:ino,ctime,lastModifiedTime,size");
                stamps.put(folder.relativize(path), new Stamp(file, (Long) file.get("size")));
            }
        }
        return stamps;
    }

    private static Set<Path> changes(Map<Path, Stamp> before, Map<Path, Stamp> after) {
        Set<Path> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(path -> before.containsKey(path) && before.get(path).equals(after.get(path)));
        return all;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                            throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    // Reporting

    private void report(double loadBefore) throws IOException, InterruptedException {
        print("Measured on %s.", LocalDate.now());
        print("");
        print("- Machine: %s", machineText());
        print(
                "- Load (one minute) before and after: %.2f, %.2f",
                loadBefore, machine().getSystemLoadAverage());
        print(
                "- Java: %s %s",
                System.getProperty("java.vm.name"), System.getProperty("java.runtime.version"));
        print("- Tools: %s, commit %s; OpenAPI Generator %s", version, commit(), PEER_VERSION);
        print(
                "- Medians of %s; wall clock with the least and the most; CPU is user and system",
                options.scales().stream()
                        .map(scale -> text("%d (%dx)", options.runs(scale), scale))
                        .collect(Collectors.joining(", ")));
        print("");
        print("| size | tool | run | wall | CPU | peak memory | files written | files/s | size |");
        print("|---|---|---|---|---|---|---|---|---|");
        for (int scale : options.scales()) {
            for (var entry : generations.get(scale).entrySet()) {
                Generation generation = entry.getValue();
                String files =
                        text(
                                "%,d | %,.0f | %.1f MB",
                                generation.files,
                                generation.filesPerSecond(),
                                generation.megabytes);
                row(scale, entry.getKey(), "fresh", generation.fresh, files);
                if (!generation.again.isEmpty()) {
                    String rewritten = text("%,d | |", generation.rewritten);
                    row(scale, entry.getKey(), "nothing changed", generation.again, rewritten);
                }
            }
        }
        int large = options.largest();
        Tool own = Tool.CONTEXTMILL;
        String written = String.join("; ", addition.written) + " | |";
        row(large, own, "nothing changed, beside the next", addition.unchanged, "0 | |");
        row(large, own, "a command added", addition.added, written);
        validations.forEach((scale, series) -> row(scale, own, "`validate`", series, "| |"));
        row(1, own, "`version`", startup, "| |");
        if (options.build()) {
            row(1, own, "`mvn verify` of what it made", builds, "| |");
        }
        print("");
        double exponent = reportExponents();
        print("");
        print("| what | target | measured | |");
        print("|---|---|---|---|");
        for (Target target : targets(exponent)) {
            print(
                    "| %s | %s | %s | %s |",
                    target.what(),
                    target.goal(),
                    target.measured(),
                    target.reached() ? "reached" : "**missed**");
        }
    }

    private static void row(int scale, Tool tool, String run, Series series, String files) {
        print("| %dx | %s | %s | %s | %s |", scale, tool.title, run, series.cells(), files);
    }

    /**
     * Prints how the cost grows with the files, and returns the greatest exponent of Contextmill.
     */
    private double reportExponents() {
        print("| files^e: e of | wall | CPU | wall less `version` | CPU less `version` |");
        print("|---|---|---|---|---|");
        List<Integer> scales = options.scales();
        double greatest = Double.NEGATIVE_INFINITY;
        for (int small : scales.subList(0, scales.size() - 1)) {
            Generation from = generations.get(small).get(Tool.CONTEXTMILL);
            Generation to = generations.get(options.largest()).get(Tool.CONTEXTMILL);
            double growth = Math.log((double) to.files / from.files);
            double[] exponents = {
                Math.log(to.fresh.wall() / from.fresh.wall()) / growth,
                Math.log(to.fresh.cpu() / from.fresh.cpu()) / growth,
                Math.log((to.fresh.wall() - startup.wall()) / (from.fresh.wall() - startup.wall()))
                        / growth,
                Math.log((to.fresh.cpu() - startup.cpu()) / (from.fresh.cpu() - startup.cpu()))
                        / growth
            };
            print(
                    "| %dx to %dx | %s |",
                    small,
                    options.largest(),
                    Arrays.stream(exponents)
                            .mapToObj(e -> text("%.2f", e))
                            .collect(Collectors.joining(" | ")));
            greatest = Math.max(greatest, Arrays.stream(exponents).max().orElseThrow());
        }
        return greatest;
    }

    private List<Target> targets(double exponent) {
        int small = options.scales().get(0);
        int large = options.largest();
        Generation cold = generations.get(small).get(Tool.CONTEXTMILL);
        Generation coldPeer = generations.get(small).get(Tool.PEER_SPRING);
        Generation big = generations.get(large).get(Tool.CONTEXTMILL);
        Generation bigPeer = generations.get(large).get(Tool.PEER_JAVA);
        List<Target> targets = new ArrayList<>();
        targets.add(
                atMost(
                        text("shop to complete project, %dx, wall", small),
                        "%.2f × OpenAPI Generator (spring)",
                        cold.fresh.wall() / coldPeer.fresh.wall(),
                        0.35));
        targets.add(atMost(text("its peak memory, %dx", small), "%.0f MB", cold.fresh.peak(), 128));
        double faster = big.filesPerSecond() / bigPeer.filesPerSecond();
        targets.add(
                new Target(
                        text("files per second, %dx", large),
                        "≥ 2.5 × OpenAPI Generator (java)",
                        text("%.2f ×", faster),
                        faster >= 2.5));
        targets.add(atMost(text("its peak memory, %dx", large), "%.0f MB", big.fresh.peak(), 512));
        targets.add(
                atMost("growth of the cost: the greatest exponent above", "%.2f", exponent, 1.05));
        targets.add(
                atMost(
                        text("nothing changed, %dx, wall (0 files written)", large),
                        "%.2f × a fresh run",
                        big.again.wall() / big.fresh.wall(),
                        0.25));
        targets.add(
                atMost(
                        text("a command added to one of %d contexts, wall", 3 * large),
                        "%.2f × nothing changed",
                        addition.added.wall() / addition.unchanged.wall(),
                        2));
        targets.add(
                new Target(
                        "files it writes",
                        "that context's and the workspace's own",
                        addition.elsewhere ? "other contexts' too" : "only these",
                        !addition.elsewhere));
        targets.add(
                atMost(
                        text("`validate`, %dx, wall", large),
                        "%.2f s",
                        validations.get(large).wall(),
                        1.5));
        if (options.build()) {
            targets.add(
                    atMost(
                            "`mvn verify` of the generated shop, wall",
                            "%.0f s",
                            builds.wall(),
                            90));
        }
        return targets;
    }

    private static Target atMost(String what, String unit, double measured, double most) {
        return new Target(what, "≤ " + text(unit, most), text(unit, measured), measured <= most);
    }

    private static OperatingSystemMXBean machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    private static String machineText() throws IOException {
        return text(
                "%d cores (%s), %.1f GB of memory, %s",
                machine().getAvailableProcessors(),
                valueIn(
                        Path.of("/proc/cpuinfo"),
                        "model name\\s*: (.*)",
                        System.getProperty("os.arch")),
                machine().getTotalMemorySize() / 1e9,
                valueIn(
                        Path.of("/etc/os-release"),
                        "PRETTY_NAME=\"?([^\"]*)\"?",
                        System.getProperty("os.name") + " " + System.getProperty("os.version")));
    }

    private static String valueIn(Path file, String pattern, String otherwise) throws IOException {
        if (!Files.isReadable(file)) {
            return otherwise;
        }
        Matcher matcher =
                Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
                        .matcher(Files.readString(file));
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private String commit() throws InterruptedException {
        String commit = answer("git", "-C", root.toString(), "describe", "--always", "--dirty");
        return commit.isEmpty() ? "unknown" : commit;
    }

    private static void say(String what) {
        System.err.println("compare: " + what);
    }

    private static void print(String format, Object... values) {
        System.out.println(text(format, values));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
