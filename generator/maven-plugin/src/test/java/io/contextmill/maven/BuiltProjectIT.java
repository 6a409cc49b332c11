package io.contextmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.Emitters;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A workspace whose builds make its code, in a folder with spaces, through what happens to such a
 * project.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BuiltProjectIT {
    private static final String CHECK = "io.contextmill:contextmill-maven-plugin:check";

    private static final Path TARGET =
            Path.of(System.getProperty("contextmill.target", "target")).toAbsolutePath();

    private static final Path SHOP = TARGET.resolve("built projects").resolve("shop of ours");
    private static final Path ORDER = SHOP.resolve("contexts/order.yaml");
    private static final Path ORDER_CLASS =
            SHOP.resolve("order/target/classes/com/example/shop/order/Order.class");
    private static final Path ORDER_SOURCE =
            SHOP.resolve(
                    "order/target/generated-sources/contextmill/java/com/example/shop/order/Order.java");

    private static Path repository = TARGET;

    @BeforeAll
    static void generateOnce() throws IOException {
        repository =
                PluginRepository.make(
                        TARGET.resolve("repository with the plugin"), Path.of("..", ".."));
        ProjectFolder.remove(SHOP);
        Files.createDirectories(ORDER.getParent());
        Path example = Path.of("../../examples/shop");
        for (String context : List.of("order", "inventory", "payment")) {
            Path file = Path.of("contexts", context + ".yaml");
            Files.copy(example.resolve(file), SHOP.resolve(file));
        }
        Files.writeString(
                SHOP.resolve("contextmill.yaml"),
                Files.readString(example.resolve("contextmill.yaml")) + "generated: build\n");
        generate();
    }

    /** As a person does it, from the command line. */
    private static void generate() {
        Outcome outcome =
                new Pipeline(Steps.standard(), Emitters.load(BuiltProjectIT.class.getClassLoader()))
                        .run(SHOP, new Goal.Generate(new OutputFolder(SHOP), false, file -> {}));
        assertThat(outcome.hasErrors()).as(outcome.diagnostics().toString()).isFalse();
    }

    @Test
    @Order(1)
    void isGeneratedBeforeItIsCompiledThoughModulesAreCleanedAndBuiltAtOnce() throws Exception {
        MavenBuild build = maven("-T", "2", "clean", "compile");

        assertThat(build.status()).as(build.log()).isZero();
        assertThat(ORDER_CLASS).exists();
        assertThat(SHOP.resolve("payment/target/classes/static/payment/openapi.json")).exists();
        assertThat(build.log()).containsOnlyOnce("no command goes to `OrderItem`");
    }

    @Test
    @Order(2)
    void isCompiledFromWhatIsThereAndNothingIsWrittenWhereNothingChanged() throws Exception {
        Map<Path, FileTime> before = written();
        Files.delete(ORDER_CLASS);

        MavenBuild build = maven("compile", "-pl", "order", "-am");

        assertThat(build.status()).as(build.log()).isZero();
        assertThat(ORDER_CLASS).exists();
        assertThat(written()).isEqualTo(before);
        assertThat(build.log()).doesNotContain("Generated files");
    }

    @Test
    @Order(3)
    void isChangedOnlyWhereTheSpecWas() throws Exception {
        Map<Path, FileTime> before = written();
        ProjectFolder.edit(ORDER, "UpdateOrderStatus]", "UpdateOrderStatus, ArchiveOrder]");

        MavenBuild build = maven("generate-sources");

        assertThat(build.status()).as(build.log()).isZero();
        assertThat(ORDER_SOURCE.resolveSibling("ArchiveOrder.java")).exists();
        Map<Path, FileTime> after = written();
        after.entrySet().removeAll(before.entrySet());
        assertThat(after.keySet())
                .isNotEmpty()
                .allMatch(
                        file ->
                                !file.startsWith(SHOP.resolve("inventory"))
                                        && !file.startsWith(SHOP.resolve("payment")));
    }

    @Test
    @Order(4)
    void isNotBuiltWhereTheSpecIsWrongWhichIsSaidWithItsPlace() throws Exception {
        String right = Files.readString(ORDER);
        ProjectFolder.edit(ORDER, "aggregates: [Order, OrderItem]", "aggregates: [Order, Order]");

        MavenBuild build = maven("compile");
        Files.writeString(ORDER, right);

        assertThat(build.status()).isNotZero();
        assertThat(build.log())
                .contains("[ERROR] error[")
                .contains(ORDER + ":2:21")
                .doesNotContain("\tat ")
                .doesNotContain("Exception:");
    }

    @Test
    @Order(5)
    void isCheckedForWhatSomebodyEdited() throws Exception {
        // The spec was changed, which a build does not bring into people's files.
        MavenBuild due = maven(CHECK, "-pl", "order");
        generate();
        MavenBuild whole = maven(CHECK, "-pl", "order");
        Files.writeString(ORDER_SOURCE, Files.readString(ORDER_SOURCE) + "// edited\n");

        MavenBuild edited = maven(CHECK, "-pl", "order");

        assertThat(due.status()).isNotZero();
        assertThat(due.log()).contains(SHOP.resolve("order/README.md").toString());
        assertThat(whole.status()).as(whole.log()).isZero();
        assertThat(edited.status()).isNotZero();
        assertThat(edited.log())
                .contains("error[check.not-current]")
                .contains(" --> " + ORDER_SOURCE);
    }

    private static MavenBuild maven(String... arguments) throws Exception {
        return MavenBuild.run(SHOP, repository, arguments);
    }

    /** When each file was written last that the generator makes or remembers. */
    private static Map<Path, FileTime> written() throws IOException {
        return ProjectFolder.written(SHOP);
    }
}
