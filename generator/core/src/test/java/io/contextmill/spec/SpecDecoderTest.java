package io.contextmill.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.QuerySpec;
import io.contextmill.spec.ContextSpec.ReadModelSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpecDecoderTest {
    @Test
    void namesOnly() {
        ContextSpec spec =
                valid(
                        """
                context: Order
                aggregates: [Order, OrderItem]
                events: [OrderCreated]
                commands: [CreateOrder]
                """);
        assertThat(spec.name()).hasToString("Order");
        assertThat(spec.aggregates())
                .extracting(AggregateSpec::name)
                .hasToString("[Order, OrderItem]");
        assertThat(spec.events()).extracting(EventSpec::name).hasToString("[OrderCreated]");
        CommandSpec command = spec.commands().get(0);
        assertThat(command.name()).hasToString("CreateOrder");
        assertThat(command.emits()).isEmpty();
        assertThat(command.from()).isEmpty();
        assertThat(command.fields()).isEmpty();
    }

    @Test
    void everyKeyArrivesWhereItBelongs() {
        ContextSpec spec =
                valid(
                        """
                context: Order
                subdomain: core
                description: Orders.
                package: com.example.shop
                java: 21
                target: spring-boot
                database: postgresql
                generated: build
                types: {Status: [NEW, OLD]}
                aggregates:
                  Order: {description: d1, id: OrderId, fields: {a: int}, lifecycle: {field: status, initial: NEW}, persistence: state}
                events:
                  OrderCreated: {description: d2, fields: {b: long}, to: OLD}
                commands:
                  CreateOrder: {description: d3, aggregate: Order, creates: ifAbsent, from: {states: NEW, rejects: NotNew}, fields: {c: date}, emits: OrderCreated}
                readModels:
                  View: {description: d4, key: order, fields: {d: time}, projects: OrderCreated}
                queries:
                  Find: {description: d5, by: [a, "b?"], returns: "View[]", sort: -a, page: 50}
                """);
        assertThat(List.of(spec.subdomain(), spec.description()))
                .hasToString("[Optional[core], Optional[Orders.]]");
        assertThat(spec.options())
                .hasToString(
                        "OptionsSpec[packageName=Optional[com.example.shop], java=Optional[21],"
                                + " target=Optional[spring-boot], database=Optional[postgresql],"
                                + " generated=Optional[build]]");
        assertThat(spec.types()).hasToString("[TypeSpec[name=Status, values=[NEW, OLD]]]");

        AggregateSpec aggregate = spec.aggregates().get(0);
        assertThat(List.of(aggregate.description(), aggregate.id(), aggregate.persistence()))
                .hasToString(
                        "[Optional[d1], Optional[IdSpec[name=OrderId, value=Optional.empty]],"
                                + " Optional[state]]");
        assertThat(aggregate.fields().orElseThrow().get(0).name()).hasToString("a");
        assertThat(aggregate.lifecycle().orElseThrow().field()).hasToString("status");
        assertThat(aggregate.lifecycle().orElseThrow().initial()).hasToString("NEW");

        EventSpec event = spec.events().get(0);
        assertThat(List.of(event.description(), event.to()))
                .hasToString("[Optional[d2], Optional[OLD]]");
        assertThat(event.fields().orElseThrow().get(0).type().name()).hasToString("long");

        CommandSpec command = spec.commands().get(0);
        assertThat(
                        List.of(
                                command.description(),
                                command.aggregate(),
                                command.creates(),
                                command.from()))
                .hasToString(
                        "[Optional[d3], Optional[Order], Optional[ifAbsent], Optional[FromSpec[states=[NEW], rejects=Optional[NotNew]]]]");
        assertThat(command.emits().orElseThrow().events()).hasToString("[OrderCreated]");
        assertThat(command.emits().orElseThrow().alternatives()).isFalse();

        ReadModelSpec readModel = spec.readModels().get(0);
        assertThat(List.of(readModel.description(), readModel.key(), readModel.projects()))
                .hasToString(
                        "[Optional[d4], Optional[order], Optional[[ProjectionSpec[event=OrderCreated, sets=[], deletes=Optional.empty]]]]");

        QuerySpec query = spec.queries().get(0);
        assertThat(
                        List.of(
                                query.description(),
                                query.by(),
                                query.returns(),
                                query.sort(),
                                query.page()))
                .hasToString(
                        "[Optional[d5], Optional[[FilterSpec[field=a, optional=false, match=Optional.empty],"
                                + " FilterSpec[field=b, optional=true, match=Optional.empty]]], Optional[View[]],"
                                + " Optional[-a], Optional[50]]");
    }

    @Test
    void whatIsSaidToBeEmptyDiffersFromWhatIsNotSaid() {
        ContextSpec spec = valid("context: A\ncommands: {B: {from: [], fields: {}, emits: []}}\n");
        CommandSpec command = spec.commands().get(0);
        assertThat(command.from())
                .hasToString("Optional[FromSpec[states=[], rejects=Optional.empty]]");
        assertThat(command.fields()).isEqualTo(Optional.of(List.of()));
        assertThat(command.emits().orElseThrow().events()).isEmpty();
    }

    @Test
    void alternativesAreMarked() {
        CommandSpec command =
                valid("context: A\ncommands: {B: {emits: {oneOf: [C, D]}}}\n").commands().get(0);
        assertThat(command.emits().orElseThrow().alternatives()).isTrue();
        assertThat(command.emits().orElseThrow().events()).hasToString("[C, D]");
    }

    @Test
    void aMisspeltKeyCountsAsTheOneThatWasMeant() {
        Validated<ContextSpec> result =
                decode("context: A\nagregates: [B]\nevents: {C: {too: D}}\n");
        assertThat(rules(result)).containsExactly("language.unknown-key", "language.unknown-key");
        ContextSpec spec = result.value().orElseThrow();
        assertThat(spec.aggregates()).hasSize(1);
        assertThat(spec.events().get(0).to()).isPresent();
    }

    @Test
    void aRightKeyIsNotReplacedByAMisspeltOne() {
        ContextSpec spec = decode("context: A\nevent: [C]\nevents: [B]\n").value().orElseThrow();
        assertThat(spec.events()).extracting(EventSpec::name).hasToString("[B]");
    }

    @Test
    void listsThatShouldBeMapsAreStillUnderstood() {
        ContextSpec spec =
                decode("context: A\nevents:\n  - B\n  - C: {to: D}\n").value().orElseThrow();
        assertThat(spec.events()).extracting(EventSpec::name).hasToString("[B, C]");
        assertThat(spec.events().get(1).to()).isPresent();
        assertThat(decode("context: A\nevents: B\n").value().orElseThrow().events()).hasSize(1);
    }

    @Test
    void thereIsNoValueForAnIllegalNameOrWithoutAContext() {
        assertThat(decode("context: A\nevents: [b-c]\n").value()).isEmpty();
        assertThat(decode("events: [B]\n").value()).isEmpty();
        assertThat(decode("- a\n").value()).isEmpty();
    }

    private static ContextSpec valid(String yaml) {
        Validated<ContextSpec> result = decode(yaml);
        assertThat(result.diagnostics()).isEmpty();
        return result.value().orElseThrow();
    }

    private static Validated<ContextSpec> decode(String yaml) {
        return new YamlReader()
                .read(new SourceFile("x.yaml", yaml))
                .then(SpecDecoder::decode)
                .then(workspace -> Validated.of(workspace.contexts().get(0), List.of()));
    }

    private static List<String> rules(Validated<?> result) {
        return result.diagnostics().stream().map(finding -> finding.rule().value()).toList();
    }
}
