package io.contextmill.emitters.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emitters.GoldenFiles;
import io.contextmill.emitters.JavaCompilation;
import io.contextmill.emitters.Specs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All services of a workspace together, as they are generated. */
class SystemTestEmitterTest {
    private static final String SHOP =
            """
            workspace: shop
            contexts:
              - context: Order
                aggregates: [Order, OrderItem]
                events: [OrderCreated, OrderShipped, OrderCancelled]
                commands: [CreateOrder, CancelOrder, UpdateOrderStatus]
              - context: Payment
                aggregates: [Payment, Refund]
                events: [PaymentProcessed, PaymentFailed, RefundIssued]
                commands: [ProcessPayment, RefundPayment]
            """;

    private static final String FOLDER =
            "system-tests/src/generated-test/java/com/example/shop/systemtests/";

    @Test
    void belongToTheGeneratorInTheModuleOfSystemTests() {
        SortedMap<String, GeneratedFile> files = shop();

        assertThat(files.keySet())
                .containsExactly(
                        FOLDER + "ContextBoundariesTest.java",
                        FOLDER + "DatabaseSeparationTest.java",
                        FOLDER + "OrderSystemTest.java",
                        FOLDER + "PaymentSystemTest.java",
                        FOLDER + "Service.java",
                        FOLDER + "Shop.java",
                        FOLDER + "ShopApplication.java",
                        FOLDER + "package-info.java");
        assertThat(files.values())
                .extracting(GeneratedFile::ownership)
                .containsOnly(Ownership.GENERATED);
    }

    @Test
    void contextThatStandsAloneIsNoSystem() {
        assertThat(Specs.files("order", new SystemTestEmitter())).isEmpty();
    }

    @Test
    void eachServiceHasItsDatabasePortAndMain() {
        assertThat(Specs.text(shop(), "/Service.java"))
                .contains(
                        """
                            ORDER("order", "order_service", 8080, OrderApplication::main),
                            PAYMENT("payment", "payment_service", 8081, PaymentApplication::main);
                        """);
    }

    @Test
    void commandsAndQueriesAreAcceptedAndRejected() {
        assertThat(Specs.text(shop(), "/OrderSystemTest.java"))
                .contains("service = Shop.client(Service.ORDER);")
                .contains("void createOrderShowsAnOrder()")
                .contains("void createOrderRejectsAnIdentityThatIsTaken()")
                .contains("void cancelOrderChangesWhatIsShown()")
                .contains("void cancelOrderIsRejectedForAnOrderThatDoesNotExist()")
                .contains("void getOrderFindsAnOrder()")
                .contains("void getOrderIsRejectedForAnOrderThatDoesNotExist()")
                .contains("void listOrdersShowsAnOrder()")
                .contains("void listOrdersRejectsALimitOutOfBounds()")
                .contains("void listOrderItemsShowsNothingYet()");
    }

    @Test
    void whatTheSpecLeavesOpenIsRejectedByName() {
        assertThat(Specs.text(awkward(), "/ServiceSystemTest.java"))
                .contains("void sendParcelIsRejectedWhenSent()")
                .contains("void inspectParcelIsNotDecidedYet()")
                .contains("void parcelsByStateShowsAParcel()")
                .contains("void parcelsByStateRejectsWhatSelectsNothing()");
    }

    @Test
    void namesOfMembersAreUniqueInATestOfSeveralAggregates() {
        String test = Specs.text(awkward(), "/ServiceSystemTest.java");

        assertThat(test).contains("String createParcel()", "String createCreateParcel()");
        assertThat(test).contains("JsonMapper JSON =", "String JSON_ =");
        assertThat(test.lines().filter(line -> line.matches(" {4}[\\w .<>]+ \\w+\\(.*\\) \\{")))
                .doesNotHaveDuplicates();
    }

    @Test
    void boundariesOfEachContextAreTested() {
        assertThat(Specs.text(awkward(), "/ContextBoundariesTest.java"))
                .contains("packages = \"org.acme.service\"")
                .contains("ArchRule SERVICE_KNOWS_NO_OTHER_CONTEXT")
                .contains("knowsOnly(\"org.acme.service.platform_..\", PLATFORM, CONTRACTS)")
                .contains("ArchRule PLATFORM_KNOWS_NO_OTHER_CONTEXT")
                .contains("ArchRule PLATFORM_KNOWS_NO_CONTEXT")
                .contains("knowsOnly(\"org.acme.service.class_..\", PLATFORM, CONTRACTS)");
    }

    @Test
    void oneContextHasNobodyToBeSeparatedFrom() {
        String spec = "workspace: shop\ncontexts:\n  - {context: Order, aggregates: [Order]}\n";

        assertThat(GoldenFiles.of("shop.yaml", spec, new SystemTestEmitter()).keySet())
                .contains(FOLDER + "ContextBoundariesTest.java", FOLDER + "OrderSystemTest.java")
                .doesNotContain(FOLDER + "DatabaseSeparationTest.java");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areLaidOutWell(boolean awkward) throws IOException {
        SortedMap<String, GeneratedFile> files = awkward ? awkward() : shop();

        assertThat(JavaCompilation.code(files.values())).isNotEmpty();
        files.forEach(
                (path, file) -> {
                    List<String> lines = file.text().lines().toList();
                    assertThat(lines).as(path).allMatch(line -> line.length() <= 120);
                    assertThat(lines).as(path).noneMatch(line -> line.matches(".*\\s|.*\\t.*"));
                    assertThat(file.text()).as(path).doesNotContain("\n\n\n");
                    assertThat(Path.of(path)).as(path).hasFileName(typeName(file) + ".java");
                });
    }

    private static String typeName(GeneratedFile file) {
        String path = file.path().value();
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
        assertThat(file.text())
                .containsPattern(
                        name.equals("package-info")
                                ? "(?m)^package "
                                : "(?m)^(public )?(final )?(class|enum) " + name + " \\{");
        return name;
    }

    private static SortedMap<String, GeneratedFile> shop() {
        return GoldenFiles.of("shop.yaml", SHOP, new SystemTestEmitter());
    }

    private static SortedMap<String, GeneratedFile> awkward() {
        return Specs.files("awkward-workspace", new SystemTestEmitter());
    }
}
