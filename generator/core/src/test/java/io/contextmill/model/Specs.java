package io.contextmill.model;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import io.contextmill.validation.Validators;
import java.util.List;

/** Specs as tests need them: from text to model, in one step. */
public final class Specs {
    /** The Order context, names only. */
    public static final String ORDER =
            """
            context: Order
            aggregates: [Order, OrderItem]
            events: [OrderCreated, OrderShipped, OrderCancelled]
            commands: [CreateOrder, CancelOrder, UpdateOrderStatus]
            """;

    /** The shop's Inventory context, names only. */
    public static final String INVENTORY =
            """
            context: Inventory
            aggregates: [Product, StockItem, Reservation]
            events: [StockReserved, StockReleased, LowStockAlert]
            commands: [ReserveStock, ReleaseStock, UpdateStock]
            """;

    /** The shop's Payment context, names only. */
    public static final String PAYMENT =
            """
            context: Payment
            aggregates: [Payment, Refund]
            events: [PaymentProcessed, PaymentFailed, RefundIssued]
            commands: [ProcessPayment, RefundPayment]
            """;

    /** The shop, names only, in one file. */
    public static final String SHOP =
            "workspace: shop\ncontexts:\n" + item(ORDER) + item(INVENTORY) + item(PAYMENT);

    private Specs() {}

    /** A context as an item of a workspace's contexts. */
    private static String item(String context) {
        return "  - " + context.strip().replace("\n", "\n    ") + "\n";
    }

    /** Everything from reading to linking. */
    public static Validated<WorkspaceModel> link(String yaml) {
        return new YamlReader()
                .read(new SourceFile("spec.yaml", yaml))
                .then(SpecDecoder::decode)
                .then(Linker::link);
    }

    /** The same with the checks of the model. */
    public static Validated<WorkspaceModel> validate(String yaml) {
        return link(yaml).then(model -> Validated.of(model, Validators.validate(model)));
    }

    /** The model of a spec without errors. */
    public static WorkspaceModel model(String yaml) {
        Validated<WorkspaceModel> linked = link(yaml);
        return linked.value()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "the spec has errors: " + described(linked.diagnostics())));
    }

    /** The only context of a spec without errors. */
    public static ContextModel context(String yaml) {
        return model(yaml).contexts().get(0);
    }

    /** Findings, one a line, as {@code severity rule line:column message}. */
    public static List<String> described(List<Diagnostic> findings) {
        return findings.stream()
                .map(
                        finding ->
                                finding.severity()
                                        + " "
                                        + finding.rule()
                                        + " "
                                        + finding.span().start().line()
                                        + ":"
                                        + finding.span().start().column()
                                        + " "
                                        + finding.message()
                                        + finding.hint().map(hint -> " | " + hint).orElse(""))
                .toList();
    }
}
