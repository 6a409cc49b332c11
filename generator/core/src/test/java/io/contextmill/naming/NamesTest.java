package io.contextmill.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.ContextModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.ReadModel;
import io.contextmill.model.Specs;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.words.ReservedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @Test
    void ofTheOrderContext() {
        Fixture order = new Fixture(Specs.ORDER);
        AggregateModel item = order.context.aggregate("OrderItem");
        ReadModel summary = order.context.readModel("OrderSummary");

        assertThat(order.names.of(item).qualifiedName()).isEqualTo("com.example.order.OrderItem");
        assertThat(order.names.of(item.id()).simpleName()).isEqualTo("OrderItemId");
        assertThat(order.names.of(item, AggregateClass.DECIDER).path())
                .isEqualTo("com/example/order/OrderItemDecider.java");
        assertThat(order.names.of(item, AggregateClass.POSTGRES_REPOSITORY).qualifiedName())
                .isEqualTo("com.example.order.adapter.postgres.PostgresOrderItemRepository");
        assertThat(
                        order.names
                                .of(order.command("CancelOrder"), CommandClass.HANDLER)
                                .qualifiedName())
                .isEqualTo("com.example.order.application.CancelOrderHandler");
        assertThat(order.names.of(order.context.queries().get(0), QueryClass.HANDLER).simpleName())
                .isEqualTo("GetOrderHandler");
        assertThat(order.names.of(summary, ReadModelClass.ROWS).qualifiedName())
                .isEqualTo("com.example.order.readmodel.OrderSummaries");
        assertThat(order.names.of(summary).packageName()).isEqualTo("com.example.order.readmodel");
        assertThat(order.names.of(ContextClass.APPLICATION).simpleName())
                .isEqualTo("OrderApplication");
        assertThat(order.names.table(item)).isEqualTo("order_items");
        assertThat(order.names.table(summary)).isEqualTo("order_summaries");
        assertThat(order.names.keyColumn(summary)).isEqualTo("order_id");
        assertThat(order.names.column(summary, summary.fields().get(0))).isEqualTo("status");
        assertThat(order.names.database()).isEqualTo("order_service");
        assertThat(order.names.login()).isEqualTo("order_service");
        assertThat(order.names.migrations()).isEqualTo("db/migration/order");
        assertThat(order.names.segment(item)).isEqualTo("order-items");
        assertThat(order.names.segment(summary)).isEqualTo("order-summaries");
        assertThat(Names.segment(order.command("CancelOrder"))).isEqualTo("cancel-order");
        assertThat(Names.identityName(item)).isEqualTo("orderItem");
        assertThat(Names.variable(item)).isEqualTo("orderItem");
        assertThat(Names.variables(item)).isEqualTo("orderItems");
    }

    @ParameterizedTest
    @CsvSource({
        "Class, ClassAggregate, classes",
        "Record, RecordAggregate, records",
        "Object, ObjectAggregate, objects",
        "String, StringAggregate, strings",
        "List, ListAggregate, lists",
        "Con, ConAggregate, cons",
        "Select, Select, selects",
        "Order, Order, orders",
        "Outbox, Outbox, outboxes",
        "Receipt, Receipt, receipt_aggregates",
        "Information, Information, information",
    })
    void ofAnAggregateWithAReservedName(String name, String expected, String table) {
        Fixture fixture = new Fixture("context: Test\naggregates: [" + name + "]\n");
        AggregateModel aggregate = fixture.context.aggregate(name);

        assertThat(fixture.names.of(aggregate).simpleName()).isEqualTo(expected);
        assertThat(fixture.names.of(aggregate.id()).simpleName()).isEqualTo(name + "Id");
        assertThat(fixture.names.table(aggregate)).isEqualTo(table);
    }

    @Test
    void declaredNamesWinOverGeneratedOnes() {
        Fixture fixture =
                new Fixture(
                        """
                        context: Test
                        aggregates: [Customer, CustomerRepository, CustomerDomainRepository, Record]
                        events: [CustomerEvent, RecordAggregate]
                        commands: [CustomerDecider]
                        """);
        AggregateModel customer = fixture.context.aggregate("Customer");

        assertThat(fixture.names.of(customer, AggregateClass.EVENT).simpleName())
                .isEqualTo("CustomerDomainEvent");
        assertThat(fixture.names.of(customer, AggregateClass.DECIDER).simpleName())
                .isEqualTo("CustomerDomainDecider");
        assertThat(fixture.names.of(customer, AggregateClass.REPOSITORY).simpleName())
                .isEqualTo("CustomerDomainRepository2");
        assertThat(fixture.names.of(fixture.context.aggregate("Record")).simpleName())
                .isEqualTo("RecordAggregate2");
    }

    @Test
    void tablesOfNamesWithOnePluralDiffer() {
        Fixture fixture = new Fixture("context: Test\naggregates: [Order, Orders]\n");

        assertThat(fixture.names.table(fixture.context.aggregate("Order"))).isEqualTo("orders");
        assertThat(fixture.names.table(fixture.context.aggregate("Orders")))
                .isEqualTo("orders_aggregates");
        assertThat(fixture.names.segment(fixture.context.aggregate("Orders")))
                .isEqualTo("orders-aggregates");
    }

    @Test
    void fieldsAvoidWhatJavaAndPostgresqlReserve() {
        Fixture fixture =
                new Fixture(
                        """
                        context: Test
                        aggregates:
                          Order:
                            fields: {id: "int?", version: "int?", class: "int?", hashCode: "int?", xmin: "int?", versionValue: "int?", record: "int?", yield: "int?"}
                        """);
        AggregateModel order = fixture.context.aggregate("Order");

        assertThat(order.fields())
                .extracting(Names::stateComponent)
                .containsExactly(
                        "id_",
                        "version",
                        "class_",
                        "hashCode_",
                        "xmin",
                        "versionValue",
                        "record",
                        "yield_");
        assertThat(order.fields())
                .extracting(field -> fixture.names.column(order, field))
                .containsExactly(
                        "id_value",
                        "version_value_2",
                        "class",
                        "hash_code",
                        "xmin_value",
                        "version_value",
                        "record",
                        "yield");
        assertThat(order.fields()).extracting(Names::json).contains("class", "hashCode");
    }

    @ParameterizedTest
    @CsvSource({"Switch, com.example.switch_", "Aux, com.example.aux_", "Order, com.example.order"})
    void packagesOfContexts(String context, String packageName) {
        Fixture fixture = new Fixture("context: " + context + "\naggregates: [Thing]\n");

        assertThat(fixture.names.packageName(Layer.DOMAIN)).isEqualTo(packageName);
        assertThat(fixture.names.packageName(Layer.WEB)).isEqualTo(packageName + ".adapter.web");
    }

    @Test
    void aContextAmongOthersHasAPackageBelowTheWorkspaces() {
        WorkspaceModel shop = Specs.model(Specs.SHOP);
        Names names = WorkspaceNames.of(shop).of(shop.contexts().get(0));

        assertThat(names.packageName(Layer.DOMAIN)).isEqualTo("com.example.shop.order");
        assertThat(names.packageName(Layer.PLATFORM)).isEqualTo("com.example.shop.platform");
        assertThat(names.module()).isEqualTo("order");
    }

    @Test
    void deviceNamesAreNoModules() {
        assertThat(new Fixture("context: Aux\naggregates: [Thing]\n").names.module())
                .isEqualTo("aux-service");
    }

    @Test
    void longSqlNamesStayDifferentWhenTheyAreCut() {
        String prefix = "Lo" + "OnG".repeat(19);
        Fixture fixture =
                new Fixture("context: Test\naggregates: [" + prefix + "A, " + prefix + "B]\n");

        List<String> tables =
                fixture.context.aggregates().stream().map(fixture.names::table).toList();

        assertThat(tables)
                .doesNotHaveDuplicates()
                .allSatisfy(table -> assertThat(table).hasSizeLessThanOrEqualTo(63));
    }

    @Test
    void whatIsNotOfTheContextHasNoName() {
        Fixture order = new Fixture(Specs.ORDER);
        AggregateModel stranger = new Fixture(Specs.PAYMENT).context.aggregate("Payment");

        assertThatThrownBy(() -> order.names.of(stranger))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order.names.of(stranger, AggregateClass.EVENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "hashCode", "toString", "wait", "_", "true", "yield"})
    void componentsThatJavaForbidsGetAnUnderscore(String name) {
        assertThat(Names.component(name)).isEqualTo(name + "_");
    }

    /** Every reserved word, capitalised, in every position in which a name is declared. */
    static Stream<String> hostileSpecs() {
        return ReservedWords.all().stream()
                .filter(word -> word.matches("[A-Za-z][A-Za-z0-9_]*"))
                .map(word -> word.replace("_", ""))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .distinct()
                .sorted()
                .flatMap(
                        word ->
                                Stream.of(
                                                "context: W\naggregates: [W]\n",
                                                "context: Test\naggregates: [Thing]\nevents: [W]\ncommands: [DoThing]\n",
                                                "context: Test\naggregates: [Thing]\nevents: [ThingDone]\ncommands: [W]\n",
                                                "context: Test\ntypes: {W: [w, W2]}\naggregates: [Thing]\n",
                                                "context: Test\naggregates: {Thing: {id: W}}\n",
                                                "context: Test\naggregates: [Thing]\nreadModels: [W]\n",
                                                "context: Test\naggregates: [Thing]\nqueries: [W]\n",
                                                "context: Test\naggregates: {Thing: {fields: {w: \"int?\", other: \"int?\"}}}\n")
                                        .map(
                                                spec ->
                                                        spec.replace("W", word)
                                                                .replaceAll(
                                                                        "\\bw\\b", camel(word))));
    }

    private static String camel(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    @ParameterizedTest
    @MethodSource("hostileSpecs")
    void reservedWordsWorkInEveryPosition(String spec) {
        Fixture fixture = new Fixture(spec);

        assertThat(fixture.classes())
                .extracting(JavaType::simpleName)
                .allSatisfy(
                        name -> {
                            assertThat(SourceVersion.isIdentifier(name)).isTrue();
                            assertThat(SourceVersion.isKeyword(name)).isFalse();
                            assertThat(ReservedWords.isJavaType(name)).isFalse();
                            assertThat(ReservedWords.isWindowsDevice(name)).isFalse();
                        });
        assertThat(fixture.classes())
                .extracting(type -> type.simpleName().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
        assertThat(
                        SourceVersion.isName(
                                fixture.names.packageName(Layer.POSTGRES),
                                SourceVersion.RELEASE_17))
                .isTrue();
        for (AggregateModel aggregate : fixture.context.aggregates()) {
            for (FieldModel field : aggregate.fields()) {
                assertThat(SourceVersion.isKeyword(Names.component(field))).isFalse();
                assertThat(
                                ReservedWords.isPostgresqlSystemColumn(
                                        fixture.names.column(aggregate, field)))
                        .isFalse();
            }
            assertThat(SourceVersion.isKeyword(Names.variable(aggregate))).isFalse();
            assertThat(SourceVersion.isKeyword(Names.identityComponent(aggregate))).isFalse();
        }
    }

    /** A context with its names. */
    private static final class Fixture {
        private final ContextModel context;
        private final Names names;

        Fixture(String yaml) {
            WorkspaceModel model = Specs.model(yaml);
            context = model.contexts().get(0);
            names = WorkspaceNames.of(model).of(context);
        }

        CommandModel command(String name) {
            return context.aggregates().stream()
                    .flatMap(aggregate -> aggregate.commands().stream())
                    .filter(command -> command.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        List<JavaType> classes() {
            List<JavaType> classes = new ArrayList<>();
            context.types().forEach(type -> classes.add(names.of(type)));
            for (AggregateModel aggregate : context.aggregates()) {
                classes.add(names.of(aggregate));
                classes.add(names.of(aggregate.id()));
                Stream.of(AggregateClass.values())
                        .forEach(family -> classes.add(names.of(aggregate, family)));
                aggregate.events().forEach(event -> classes.add(names.of(event)));
                for (CommandModel command : aggregate.commands()) {
                    classes.add(names.of(command));
                    Stream.of(CommandClass.values())
                            .forEach(family -> classes.add(names.of(command, family)));
                }
            }
            for (ReadModel readModel : context.readModels()) {
                classes.add(names.of(readModel));
                Stream.of(ReadModelClass.values())
                        .forEach(family -> classes.add(names.of(readModel, family)));
            }
            for (QueryModel query : context.queries()) {
                classes.add(names.of(query));
                Stream.of(QueryClass.values())
                        .forEach(family -> classes.add(names.of(query, family)));
            }
            Stream.of(ContextClass.values()).forEach(family -> classes.add(names.of(family)));
            return classes;
        }
    }
}
