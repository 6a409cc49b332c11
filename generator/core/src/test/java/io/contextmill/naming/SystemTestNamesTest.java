package io.contextmill.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.model.ContextModel;
import io.contextmill.model.Specs;
import io.contextmill.model.WorkspaceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called how that starts and tests all services together. */
class SystemTestNamesTest {
    @Test
    void ofTheShop() {
        WorkspaceModel shop = Specs.model(Specs.SHOP);
        SystemTestNames names = WorkspaceNames.of(shop).systemTests();

        assertThat(names.together().qualifiedName()).isEqualTo("com.example.shop.systemtests.Shop");
        assertThat(names.application().simpleName()).isEqualTo("ShopApplication");
        assertThat(names.services().simpleName()).isEqualTo("Service");
        assertThat(names.boundariesTest().simpleName()).isEqualTo("ContextBoundariesTest");
        assertThat(names.separationTest().simpleName()).isEqualTo("DatabaseSeparationTest");
        assertThat(shop.contexts())
                .extracting(context -> names.test(context).simpleName())
                .containsExactly("OrderSystemTest", "InventorySystemTest", "PaymentSystemTest");
        assertThat(shop.contexts())
                .extracting(names::constant)
                .containsExactly("ORDER", "INVENTORY", "PAYMENT");
    }

    @ParameterizedTest
    @CsvSource({
        "service, ServiceWorkspace, ServiceApplication",
        "record, RecordWorkspace, RecordApplication",
        "con, ConWorkspace, ConApplication",
        "parcel, Parcel, ParcelWorkspaceApplication",
        "parcel-application, ParcelApplicationWorkspace, ParcelApplicationApplication",
        "cargo-shipping, CargoShipping, CargoShippingApplication",
        "parcel-system-test, ParcelSystemTestWorkspace, ParcelSystemTestApplication",
        "context-boundaries-test, ContextBoundariesTestWorkspace, ContextBoundariesTestApplication",
    })
    void workspacesGiveWay(String workspace, String together, String application) {
        SystemTestNames names = names(workspace, "Parcel");

        assertThat(names.together().simpleName()).isEqualTo(together);
        assertThat(names.application().simpleName()).isEqualTo(application);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop", "Service", "Class", "ContextBoundaries", "ShopApplication"})
    void noTwoClassesHaveOneName(String context) {
        WorkspaceModel workspace = workspace("shop", context);
        SystemTestNames names = WorkspaceNames.of(workspace).systemTests();
        List<JavaType> all =
                new ArrayList<>(
                        List.of(
                                names.services(),
                                names.together(),
                                names.application(),
                                names.boundariesTest(),
                                names.separationTest()));
        for (ContextModel each : workspace.contexts()) {
            all.add(names.test(each));
            all.add(WorkspaceNames.of(workspace).of(each).of(ContextClass.APPLICATION));
        }

        assertThat(all)
                .extracting(type -> type.simpleName().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    private static SystemTestNames names(String workspace, String context) {
        return WorkspaceNames.of(workspace(workspace, context)).systemTests();
    }

    private static WorkspaceModel workspace(String name, String context) {
        return Specs.model(
                "workspace: %s\ncontexts:\n  - context: %s\n    aggregates: [Thing]\n"
                        .formatted(name, context));
    }
}
