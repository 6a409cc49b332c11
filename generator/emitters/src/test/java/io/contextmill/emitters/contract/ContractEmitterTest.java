package io.contextmill.emitters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emitters.GoldenFiles;
import io.contextmill.emitters.JavaCompilation;
import io.contextmill.emitters.Specs;
import io.contextmill.emitters.application.ApplicationEmitter;
import io.contextmill.emitters.config.ConfigEmitter;
import io.contextmill.emitters.domain.DomainEmitter;
import io.contextmill.emitters.memory.MemoryEmitter;
import io.contextmill.emitters.platform.PlatformEmitter;
import io.contextmill.emitters.readmodel.ReadModelEmitter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The language that contexts share, as it is generated. */
class ContractEmitterTest {
    /** A context that stands alone, and what it says is public. */
    private static final String ALONE =
            """
            context: Order
            types:
              Reason: [CHANGED_MIND, "default"]
            aggregates:
              Order: {fields: {reason: "Reason?", depot: "DepotId?"}}
              Depot: {}
            events:
              OrderCreated: {visibility: public}
              OrderCancelled: {description: "Nobody wants it.", fields: {reason: "Reason?", depot: "DepotId?"}, visibility: public}
              OrderAudited:
            commands:
              CreateOrder:
              CancelOrder: {fields: {reason: "Reason?", depot: "DepotId?"}}
            """;

    /** Contexts with whatever names and types there can be, in a workspace. */
    private static final String POST =
            Specs.workspace("post", "parcel", "select", "shadow", "edges");

    private static final String CONTRACT = "src/generated/java/com/example/order/contract/";

    /** What a service needs of the platform here; a module may have it, or each service. */
    private static final Pattern PLATFORM =
            Pattern.compile(
                    "(?:.*/)?(src/generated/java/.*/(?:platform/(?!BackgroundLoop)\\w+|testing/UniqueValues)\\.java)");

    @Test
    void contractsOfAWorkspaceAreAModule() {
        SortedMap<String, GeneratedFile> files = Specs.files("shop", new ContractEmitter());

        String root = "contracts/src/generated/java/com/example/shop/contracts/";
        assertThat(files.keySet())
                .contains(
                        root + "order/OrderIntegrationEvent.java",
                        root + "order/OrderIntegrationCommand.java",
                        root + "order/OrderIntegrationQuery.java",
                        root + "order/OrderSummary.java",
                        root + "order/OrderStatus.java",
                        root + "order/package-info.java",
                        root + "inventory/StockItemIntegrationEvent.java",
                        root + "payment/PaymentIntegrationCommand.java",
                        "contracts/src/generated-test/java/com/example/shop/contracts/order/OrderContractTest.java")
                .doesNotContain(
                        root + "order/OrderItemIntegrationEvent.java",
                        root + "order/OrderItemIntegrationCommand.java");
        assertThat(files.keySet().stream().filter(path -> path.startsWith("order/")))
                .containsExactly(
                        "order/src/generated-test/java/com/example/shop/order/adapter/contract/PublicLanguageTest.java",
                        "order/src/generated/java/com/example/shop/order/adapter/contract/PublicLanguage.java",
                        "order/src/generated/java/com/example/shop/order/adapter/contract/package-info.java");
        assertThat(files.values())
                .extracting(GeneratedFile::ownership)
                .containsOnly(Ownership.GENERATED);
    }

    @Test
    void recordsHoldPlainValues() {
        SortedMap<String, GeneratedFile> files = post();

        assertThat(Specs.text(files, "contracts/parcel/ParcelIntegrationEvent.java"))
                .contains("public sealed interface ParcelIntegrationEvent {")
                .contains("UUID parcel();")
                .contains("Optional<UUID> depot,")
                .contains("Service service,")
                .doesNotContain("com.example.post.parcel")
                .contains(
                        "/** A parcel was weighed. */\n    record ParcelWeighed(UUID parcel, BigDecimal weight)");
        assertThat(Specs.text(files, "contracts/parcel/ParcelIntegrationCommand.java"))
                .contains("/** Takes a parcel over at the counter. */\n    record RegisterParcel(");
        assertThat(Specs.text(files, "contracts/edgecase/EventSummary.java"))
                .contains("@JsonProperty(\"class\") String class_,");
        assertThat(Specs.text(files, "contracts/edgecase/Mode.java"))
                .contains("@JsonProperty(\"new\")\n    new_");
    }

    @Test
    void listingsAreAskedAsOverHttp() {
        SortedMap<String, GeneratedFile> files = post();

        assertThat(Specs.text(files, "contracts/edgecase/EdgeCaseIntegrationQuery.java"))
                .contains(
                        """
                            record FindEvents(
                                    Mode mode,
                                    @JsonProperty("class") Optional<String> class_,
                                    Optional<LocalDate> after_,
                                    Optional<Long> limit_,
                                    Optional<Integer> order,
                                    Optional<String> after,
                                    int limit)
                        """
                                .indent(0));
    }

    @Test
    void contextAloneHasWhatItSaysIsPublic() {
        SortedMap<String, GeneratedFile> files = alone(ALONE);

        assertThat(files.keySet())
                .containsExactly(
                        "src/generated-test/java/com/example/order/adapter/contract/PublicLanguageTest.java",
                        "src/generated-test/java/com/example/order/contract/OrderContractTest.java",
                        "src/generated/java/com/example/order/adapter/contract/PublicLanguage.java",
                        "src/generated/java/com/example/order/adapter/contract/package-info.java",
                        CONTRACT + "OrderIntegrationEvent.java",
                        CONTRACT + "Reason.java",
                        CONTRACT + "package-info.java");
        assertThat(Specs.text(files, "OrderIntegrationEvent.java"))
                .contains("/** Nobody wants it. */\n    record OrderCancelled(")
                .doesNotContain("OrderAudited");
    }

    @Test
    void contextAloneWithoutPublicEventsHasNone() {
        assertThat(Specs.files("order", new ContractEmitter())).isEmpty();
    }

    @Test
    void translatorSaysWhetherOthersHearOfAnEvent() {
        assertThat(
                        Specs.text(
                                alone(ALONE),
                                "java/com/example/order/adapter/contract/PublicLanguage.java"))
                .contains("public static Optional<OrderIntegrationEvent> of(OrderEvent event) {")
                .contains(
                        """
                        cancelled.order().value(),
                        cancelled.reason().map(PublicLanguage::reason),
                        cancelled.depot().map(DepotId::value)));
                        """
                                .indent(4 * 7))
                .endsWith(
                        """
                                return Optional.empty();
                            }

                            private static Reason reason(com.example.order.Reason reason) {
                                return Reason.valueOf(reason.name());
                            }
                        }
                        """);
        assertThat(
                        Specs.text(
                                Specs.files("shop", new ContractEmitter()),
                                "order/adapter/contract/PublicLanguage.java"))
                .contains("public static OrderIntegrationEvent of(OrderEvent event) {")
                .endsWith(
                        """
                                throw new IllegalStateException("Not translated: " + event);
                            }
                        }
                        """);
    }

    @Test
    void architectureKeepsThePublicLanguageApart() {
        String alone =
                Specs.text(
                        GoldenFiles.of("order.yaml", ALONE, new ConfigEmitter()),
                        "ArchitectureTest.java");
        String together =
                Specs.text(Specs.files("shop", new ConfigEmitter()), "order/ArchitectureTest.java");

        assertThat(alone)
                .contains("PUBLIC_LANGUAGE = \"com.example.order.contract..\";")
                .contains("PUBLIC_LANGUAGE_KNOWS_NO_DOMAIN");
        assertThat(together)
                .contains("PUBLIC_LANGUAGE = \"com.example.shop.contracts.order..\";")
                .contains("ONLY_THE_TRANSLATOR_SPEAKS_THE_PUBLIC_LANGUAGE")
                .contains("TRANSLATOR_KNOWS_THE_DOMAIN_AND_THE_PUBLIC_LANGUAGE_ONLY")
                .doesNotContain("PUBLIC_LANGUAGE_KNOWS_NO_DOMAIN");
    }

    @Test
    void shopCompilesAndPassesItsTests(@TempDir Path output) throws Exception {
        assertCompilesAndPasses("shop", Specs.text("shop"), output);
    }

    @Test
    void oddContextsCompileAndPassTheirTests(@TempDir Path output) throws Exception {
        assertCompilesAndPasses("post", POST, output);
    }

    @Test
    void contextAloneCompilesAndPassesItsTests(@TempDir Path output) throws Exception {
        assertCompilesAndPasses("order", ALONE, output);
    }

    @Test
    void areLaidOutWell() {
        SortedMap<String, GeneratedFile> files = post();
        files.putAll(Specs.files("shop", new ContractEmitter()));
        files.forEach(
                (path, file) -> {
                    List<String> lines = file.text().lines().toList();
                    assertThat(lines).as(path).allMatch(line -> line.length() <= 120);
                    assertThat(lines).as(path).noneMatch(line -> line.matches(".*\\s|.*\\t.*"));
                    assertThat(file.text()).as(path).doesNotContain("\n\n\n");
                });
    }

    private static SortedMap<String, GeneratedFile> post() {
        return GoldenFiles.of("post.yaml", POST, new ContractEmitter());
    }

    private static SortedMap<String, GeneratedFile> alone(String spec) {
        return GoldenFiles.of("order.yaml", spec, new ContractEmitter());
    }

    private static void assertCompilesAndPasses(String name, String spec, Path output)
            throws Exception {
        SortedMap<String, GeneratedFile> contract =
                GoldenFiles.of(name + ".yaml", spec, new ContractEmitter());
        SortedMap<String, GeneratedFile> files = new TreeMap<>(contract);
        files.putAll(
                GoldenFiles.of(
                        name + ".yaml",
                        spec,
                        new DomainEmitter(),
                        new ApplicationEmitter(),
                        new ReadModelEmitter(),
                        new MemoryEmitter()));
        files.putAll(platform(name, spec));

        assertThat(JavaCompilation.findings(files.values(), output, List.of("jackson-"))).isEmpty();
        assertThat(passed(contract.values(), output)).isPositive();
    }

    private static SortedMap<String, GeneratedFile> platform(String name, String spec) {
        SortedMap<String, GeneratedFile> platform = new TreeMap<>();
        GoldenFiles.of(name + ".yaml", spec, new PlatformEmitter())
                .forEach(
                        (path, file) -> {
                            Matcher matcher = PLATFORM.matcher(path);
                            if (matcher.matches()) {
                                platform.put(matcher.group(1), file);
                            }
                        });
        return platform;
    }

    /** Runs the tests among the files and tells how many there are; the first that fails throws. */
    private static int passed(Collection<GeneratedFile> files, Path classes)
            throws IOException, ReflectiveOperationException {
        int passed = 0;
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()},
                        ContractEmitterTest.class.getClassLoader())) {
            for (GeneratedFile file : files) {
                Matcher test =
                        Pattern.compile(".*src/generated-test/java/(.*)\\.java")
                                .matcher(file.path().value());
                if (test.matches()) {
                    passed += passed(loader.loadClass(test.group(1).replace('/', '.')));
                }
            }
        }
        return passed;
    }

    private static int passed(Class<?> test) throws ReflectiveOperationException {
        var constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        int passed = 0;
        for (Method method : test.getDeclaredMethods()) {
            method.setAccessible(true);
            if (method.isAnnotationPresent(Test.class)) {
                call(method, instance);
                passed++;
            }
            if (method.isAnnotationPresent(ParameterizedTest.class)) {
                Method source = test.getDeclaredMethod(method.getName());
                source.setAccessible(true);
                for (Object value : ((Stream<?>) source.invoke(null)).toList()) {
                    call(method, instance, ((Named<?>) value).getPayload());
                    passed++;
                }
            }
        }
        return passed;
    }

    private static void call(Method method, Object instance, Object... arguments)
            throws ReflectiveOperationException {
        try {
            method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " fails", e.getCause());
        }
    }
}
