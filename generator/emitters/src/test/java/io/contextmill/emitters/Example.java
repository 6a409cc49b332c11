package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.Emitters;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.Digest;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.OwnFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project that lives in this repository: a spec, what the generator makes of it, and what people
 * wrote on top.
 *
 * @param folder below {@code examples}
 * @param spec what is generated from, in the folder; empty for the folder itself
 * @param sources the files of the spec, which the generator leaves alone
 * @param written what people wrote, and what of the generator's they made their own
 */
record Example(String folder, String spec, Set<String> sources, Set<String> written) {
    /** One context that stands alone. */
    static final Example ORDER =
            new Example(
                    "order",
                    "order.yaml",
                    Set.of("order.yaml"),
                    Set.of(
                            "src/main/java/com/example/order/AlreadyShipped.java",
                            "src/main/java/com/example/order/OrderBehaviour.java",
                            "src/test/java/com/example/order/OrderBehaviourTest.java",
                            "src/test/java/com/example/order/adapter/web/AlreadyShippedHttpTest.java"));

    private static final Example SHOP =
            workspace(
                    "shop",
                    "payment/src/main/java/com/example/shop/payment/NothingToRefund.java",
                    "payment/src/main/java/com/example/shop/payment/PaymentBehaviour.java",
                    "payment/src/test/java/com/example/shop/payment/PaymentBehaviourTest.java");

    private static final Example SHOP_DETAILED =
            workspace(
                    "shop-detailed",
                    "order/src/main/java/com/example/shop/order/OrderBehaviour.java",
                    "order/src/main/java/com/example/shop/order/TooManyOfOneProduct.java",
                    "order/src/test/java/com/example/shop/order/OrderBehaviourTest.java");

    private static final Path EXAMPLES = Path.of("../../examples");
    private static final String MANIFESTS =
            Pattern.quote(OwnFiles.FOLDER.value()) + "/[^/]+\\.manifest";

    /** Of one service, or of one of several. */
    private static final String JAVA_OF_PEOPLE = "([^/]+/)?src/(main|test)/java/.+";

    private static final Set<String> UNCOMMITTED =
            Set.of(OwnFiles.LOCK.value(), OwnFiles.RENDERED.value(), OwnFiles.UNFINISHED.value());

    static List<Example> all() {
        return List.of(ORDER, SHOP, SHOP_DETAILED);
    }

    private static Example workspace(String folder, String... written) {
        return new Example(
                folder,
                "",
                Set.of(
                        "contextmill.yaml",
                        "contexts/order.yaml",
                        "contexts/inventory.yaml",
                        "contexts/payment.yaml"),
                Set.of(written));
    }

    @Override
    public String toString() {
        return folder;
    }

    /** Where it lives. */
    Path living() {
        return EXAMPLES.resolve(folder);
    }

    /** Makes of its spec what the generator makes of it in an empty folder. */
    void generate(Path empty) {
        Outcome outcome =
                new Pipeline(Steps.standard(), Emitters.load(Example.class.getClassLoader()))
                        .run(
                                living().resolve(spec),
                                new Goal.Generate(new OutputFolder(empty), false, file -> {}));
        assertThat(outcome.hasErrors()).as(outcome.diagnostics().toString()).isFalse();
        assertThat(outcome.applied()).isPresent();
    }

    /** What is committed of a project by path, without its spec. */
    SortedMap<String, Path> files(Path project) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file ->
                                    files.put(
                                            project.relativize(file).toString().replace('\\', '/'),
                                            file));
        }
        files.keySet()
                .removeIf(
                        path ->
                                sources.contains(path)
                                        || path.matches("([^/]+/)?target/.*")
                                        || UNCOMMITTED.contains(path));
        return files;
    }

    /**
     * Makes a living project anew, as the generator made it in an empty folder. What people wrote
     * is neither changed nor deleted, whether {@link #written()} names it or not: all Java in their
     * folders that the project's manifests do not know as it is.
     */
    void makeAnew(Path living, Path made) throws IOException {
        SortedMap<String, Path> before = files(living);
        SortedMap<String, Path> wanted = files(made);
        String manifests = manifests(before);
        for (var file : before.entrySet()) {
            if (isPeoples(file.getKey(), file.getValue(), manifests)) {
                wanted.remove(file.getKey());
            } else if (!wanted.containsKey(file.getKey())) {
                Files.delete(file.getValue());
            }
        }
        for (var file : wanted.entrySet()) {
            byte[] content = Files.readAllBytes(file.getValue());
            Path target = living.resolve(file.getKey());
            if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), content)) {
                Files.createDirectories(target.getParent());
                Files.write(target, content);
            }
        }
    }

    private static boolean isPeoples(String path, Path file, String manifests) throws IOException {
        return path.matches(JAVA_OF_PEOPLE)
                && !manifests.contains(
                        " " + Digest.of(Files.readAllBytes(file)) + " " + path + "\n");
    }

    /**
     * Their lines as they are: after a merge there may be marks between them, and both sides are
     * the generator's.
     */
    private static String manifests(SortedMap<String, Path> files) throws IOException {
        StringBuilder manifests = new StringBuilder();
        for (var file : files.entrySet()) {
            if (file.getKey().matches(MANIFESTS)) {
                manifests.append(Files.readString(file.getValue(), StandardCharsets.UTF_8));
            }
        }
        return manifests.toString();
    }
}
