package io.contextmill.spec;

import static io.contextmill.diagnostic.RuleDescription.error;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/**
 * The rules of decoding: whether a document is written in the language, whatever its names refer
 * to.
 */
public final class SpecRules {
    static final RuleDescription UNKNOWN_KEY =
            error(
                    "language.unknown-key",
                    "A map has a key that the language does not know.",
                    """
            A key that is not understood would have no effect, and whoever wrote it would not learn of that. Most such keys
            are misspelt; the finding names the nearest one.
            """,
                    """
            context: Order
            agregates: [Order]
            """,
                    """
            context: Order
            aggregates: [Order]
            """);

    /** Shared with the linker, which sees some of these parts first. */
    public static final RuleDescription NOT_YET_SUPPORTED =
            error(
                    "language.not-yet-supported",
                    "A part of the language is used that nothing is generated for yet.",
                    """
            The language describes more than this version generates. Leaving a part of a spec out silently would give a service
            that does less than its spec says. Take the part out for now, and write what it says by hand.
            """,
                    """
            context: Order
            commands:
              ShipOrder: {roles: [clerk]}
            """,
                    """
            context: Order
            commands:
              ShipOrder: {}
            """);

    static final RuleDescription WRONG_SHAPE =
            error(
                    "language.wrong-shape",
                    "A text, a list or a map stands where another of them is expected.",
                    """
            Each place in a spec takes a text, a list or a map, and the finding says which. A key without a value is none of
            them: leave the key out if there is nothing to say.
            """,
                    """
            context: Order
            aggregates: Order
            """,
                    """
            context: Order
            aggregates: [Order]
            """);

    static final RuleDescription NAMES_OR_DETAIL =
            error(
                    "language.names-or-detail",
                    "A list of names has detail in it.",
                    """
            What a context has is written either as a list of names or as a map from name to detail. A list that holds both
            would need a rule for what a one-key map in it means. As soon as one name needs detail, write all of them as a
            map; `{}` says that there is none.
            """,
                    """
            context: Order
            events:
              - OrderCreated
              - OrderShipped: {to: SHIPPED}
            """,
                    """
            context: Order
            events:
              OrderCreated: {}
              OrderShipped: {to: SHIPPED}
            """);

    static final RuleDescription ILLEGAL_NAME =
            error(
                    "language.illegal-name",
                    "Something is declared with a name that is not allowed.",
                    """
            A name becomes part of Java, SQL, URLs and messages. It consists of ASCII letters and digits, begins with a letter and
            has at most 60 characters. Contexts, aggregates, events, commands, queries, read models and types begin with a
            capital, fields with a small letter; values of enums may hold underscores. Words that Java or SQL reserve are fine.
            """,
                    """
            context: Order
            aggregates: [order-item]
            """,
                    """
            context: Order
            aggregates: [OrderItem]
            """);

    static final RuleDescription ILLEGAL_VALUE =
            error(
                    "language.illegal-value",
                    "A key has a value that it cannot have.",
                    """
            Some keys take one of a few words, a number in a range, or a text of a certain form. The hint says what is possible.
            """,
                    """
            context: Order
            commands:
              CreateOrder: {creates: allways}
            """,
                    """
            context: Order
            commands:
              CreateOrder: {creates: always}
            """);

    static final RuleDescription MISSING_KEY =
            error(
                    "language.missing-key",
                    "A map lacks a key that it must have.",
                    """
            Almost everything in a spec can be left out and is inferred. The name of a context cannot, nor the name of a workspace
            and which contexts it has; and a lifecycle needs both the field that holds the state and the state in which it begins.
            """,
                    """
            aggregates: [Order]
            """,
                    """
            context: Order
            aggregates: [Order]
            """);

    static final RuleDescription REPEATED_VALUE =
            error(
                    "language.repeated-value",
                    "A list has the same item twice.",
                    """
            Values of an enum, states, events that a command emits, events that a read model is built from and fields that a query
            selects by are sets. An item that occurs twice is most often a copy that was meant to become another.
            """,
                    """
            context: Order
            types:
              OrderStatus: [PENDING, SHIPPED, PENDING]
            """,
                    """
            context: Order
            types:
              OrderStatus: [PENDING, SHIPPED, CANCELLED]
            """);

    static final RuleDescription TYPE_SYNTAX =
            error(
                    "type.syntax",
                    "The type of a field is not written as types are.",
                    """
            A type is a name, a size in parentheses, `[]` or `[1..50]` for a list, `?` if a value may be missing, then bounds such as
            `>= 0`, a pattern behind `~` or a default behind `=`, in this order. Inside `{…}` a type with a comma, `[` or `?` needs
            quotes.
            """,
                    """
            context: Order
            events:
              OrderShipped: {fields: {carrier: "string?(20)"}}
            """,
                    """
            context: Order
            events:
              OrderShipped: {fields: {carrier: "string(20)?"}}
            """);

    static final RuleDescription UNREADABLE_CONTEXT =
            error(
                    "workspace.unreadable-context",
                    "A workspace names the file of a context, and the file is not there.",
                    """
            Paths start in the folder of the workspace's own file. Nothing is generated from the other contexts either, since a
            context that is missing would look like one that was deleted.
            """,
                    """
            workspace: shop
            contexts: [contexts/oder.yaml]
            """,
                    """
            workspace: shop
            contexts:
              - {context: Order, aggregates: [Order]}
            """);

    static final RuleDescription PATH_OUTSIDE =
            error(
                    "workspace.path-outside",
                    "The path of a context's file leads out of the workspace.",
                    """
            A workspace is one folder that can be moved, copied and checked out as a whole. What it is generated from stands in
            that folder or below it; absolute paths, `..` and links that lead elsewhere are refused.
            """,
                    """
            workspace: shop
            contexts: [../order.yaml]
            """,
                    """
            workspace: shop
            contexts:
              - {context: Order, aggregates: [Order]}
            """);

    static final RuleDescription NESTED_WORKSPACE =
            error(
                    "workspace.nested",
                    "A workspace stands where a context should be.",
                    """
            A workspace is what is generated, built and tested together, so that there is no such thing as a part of one. A
            document is either a workspace, with `contexts`, or a context, with a name.
            """,
                    """
            workspace: shop
            contexts:
              - {workspace: orders, contexts: [order.yaml]}
            """,
                    """
            workspace: shop
            contexts:
              - {context: Order, aggregates: [Order]}
            """);

    static final RuleDescription FILE_LISTED_TWICE =
            error(
                    "workspace.file-listed-twice",
                    "A workspace names the file of a context twice.",
                    """
            A file holds one context, and a context becomes one service. The second mention is most often a copy that was meant to
            become another.
            """,
                    """
            workspace: shop
            contexts: [./order.yaml, order.yaml]
            """,
                    """
            workspace: shop
            contexts:
              - {context: Order, aggregates: [Order]}
              - {context: Payment, aggregates: [Payment]}
            """);

    static final RuleDescription OPTION_OF_WORKSPACE =
            error(
                    "workspace.option-in-context",
                    "A context says what is for its workspace to say.",
                    """
            Package, Java release, container and database are the same for all services of a workspace, which share a build and the
            technical code of the platform. Only a context that stands alone says them itself.
            """,
                    """
            workspace: shop
            contexts:
              - {context: Order, aggregates: [Order], java: 21}
            """,
                    """
            workspace: shop
            java: 21
            contexts:
              - {context: Order, aggregates: [Order]}
            """);

    static final RuleDescription FOLDER_WITHOUT_WORKSPACE =
            error(
                    "workspace.folder-without-file",
                    "A folder is named as a spec, and has no workspace in it.",
                    """
            A folder stands for the workspace whose file `contextmill.yaml` is in it. That file says which contexts belong
            together, and what the whole is called: neither follows from the names of files.
            """,
                    """
            contextmill generate contexts --out shop
            """,
                    """
            contextmill generate contexts/order.yaml --out order
            """);

    static final RuleDescription STEP_WITHOUT_COMPENSATION =
            error(
                    "saga.step-without-compensation",
                    "A step before the pivot of a saga does not say how it is undone.",
                    """
            A saga that fails undoes what it has done, step by step. A step that says nothing would be left as it is; `compensate: none`
            says that this is meant. Without a pivot, the last step that is not retriable is taken for it.
            """,
                    """
            context: Order
            sagas:
              PlaceOrder:
                starts: OrderCreated
                steps:
                  - {command: Inventory.ReserveStock}
                  - {command: ConfirmOrder, pivot: true}
            """,
                    """
            context: Order
            sagas:
              PlaceOrder:
                starts: OrderCreated
                steps:
                  - {command: Inventory.ReserveStock, compensate: Inventory.ReleaseStock}
                  - {command: ConfirmOrder, pivot: true}
            """);

    static final RuleDescription TWO_PIVOTS =
            error(
                    "saga.two-pivots",
                    "A saga has more than one pivot.",
                    """
            The pivot is the step after which a saga is not undone any more. Whether to undo or to go on would not be clear between two.
            """,
                    """
            context: Order
            sagas:
              PlaceOrder:
                starts: OrderCreated
                steps:
                  - {command: ConfirmOrder, pivot: true}
                  - {command: ShipOrder, pivot: true}
            """,
                    """
            context: Order
            sagas:
              PlaceOrder:
                starts: OrderCreated
                steps:
                  - {command: ConfirmOrder, pivot: true}
                  - {command: ShipOrder, retriable: true}
            """);

    static final RuleDescription COMPENSATION_BEHIND_PIVOT =
            error(
                    "saga.compensation-behind-pivot",
                    "The pivot of a saga, or a step behind it, has a compensation.",
                    """
            Once the pivot has happened, a saga only goes forward. A compensation from there on would never run.
            """,
                    """
            context: Order
            sagas:
              PlaceOrder:
                starts: OrderCreated
                steps:
                  - {command: ConfirmOrder, pivot: true}
                  - {command: ShipOrder, retriable: true, compensate: ReturnOrder}
            """,
                    """
            context: Order
            sagas:
              PlaceOrder:
                starts: OrderCreated
                steps:
                  - {command: ConfirmOrder, pivot: true}
                  - {command: ShipOrder, retriable: true}
            """);

    static final RuleDescription STEP_NOT_RETRIABLE =
            error(
                    "saga.step-not-retriable",
                    "A step behind the pivot of a saga is not retriable.",
                    """
            Behind the pivot a saga can neither be undone nor end half done, so that each step is tried until it succeeds.
            """,
                    """
            context: Order
            sagas:
              PlaceOrder:
                starts: OrderCreated
                steps:
                  - {command: ConfirmOrder, pivot: true}
                  - {command: ShipOrder}
            """,
                    """
            context: Order
            sagas:
              PlaceOrder:
                starts: OrderCreated
                steps:
                  - {command: ConfirmOrder, pivot: true}
                  - {command: ShipOrder, retriable: true}
            """);

    private SpecRules() {}

    /** All rules of this package. */
    public static List<RuleDescription> all() {
        return List.of(
                UNKNOWN_KEY,
                NOT_YET_SUPPORTED,
                WRONG_SHAPE,
                NAMES_OR_DETAIL,
                ILLEGAL_NAME,
                ILLEGAL_VALUE,
                MISSING_KEY,
                REPEATED_VALUE,
                TYPE_SYNTAX,
                UNREADABLE_CONTEXT,
                PATH_OUTSIDE,
                NESTED_WORKSPACE,
                FILE_LISTED_TWICE,
                OPTION_OF_WORKSPACE,
                FOLDER_WITHOUT_WORKSPACE,
                STEP_WITHOUT_COMPENSATION,
                TWO_PIVOTS,
                COMPENSATION_BEHIND_PIVOT,
                STEP_NOT_RETRIABLE);
    }
}
