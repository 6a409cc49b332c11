package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.source.Findings;
import io.contextmill.source.Node;
import io.contextmill.source.Node.Entry;
import io.contextmill.source.Node.Mapping;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.Node.Sequence;
import io.contextmill.spec.CollaborationSpec.NeedsOf;
import io.contextmill.spec.CollaborationSpec.RenameSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.SetSpec;
import io.contextmill.spec.NeedsSpec.UseSpec;
import io.contextmill.spec.UpstreamSpec.BreakerSpec;
import io.contextmill.spec.UpstreamSpec.BulkheadSpec;
import io.contextmill.spec.UpstreamSpec.OperationSpec;
import io.contextmill.spec.UpstreamSpec.ResilienceSpec;
import io.contextmill.spec.UpstreamSpec.RetrySpec;
import io.contextmill.spec.UpstreamSpec.TimeoutSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what a context says about working with others: policies, sagas, timers, upstreams, and
 * what commands and queries need of them.
 */
final class CollaborationDecoder {
    private static final Pattern DURATION = Pattern.compile("[1-9][0-9]{0,8}(ms|s|m|h|d)");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern REFERENCE =
            Pattern.compile("([A-Z][A-Za-z0-9]*\\.)?[A-Z][A-Za-z0-9]*");
    private static final Pattern OPERATION =
            Pattern.compile("[A-Z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*");

    private final Findings findings;
    private final Values values;
    private final List<NeedsOf> needs = new ArrayList<>();
    private final List<RenameSpec> renames = new ArrayList<>();

    CollaborationDecoder(Findings findings, Values values) {
        this.findings = findings;
        this.values = values;
    }

    /** What stands under the keys of a context, with what was noted before. */
    CollaborationSpec decode(Entries entries) {
        return new CollaborationSpec(
                values.named(entries, "policies", Vocabulary.POLICY, this::policy),
                values.named(entries, "sagas", Vocabulary.SAGA, this::saga),
                values.named(entries, "timers", Vocabulary.TIMER, this::timer),
                values.named(entries, "upstreams", Vocabulary.UPSTREAM, this::upstream),
                needs,
                renames);
    }

    /** Notes the keys that all named things have in common. */
    void shared(Vocabulary vocabulary, Text name, Entries entries) {
        values.word(entries, Choice.yesOrNo("ordered"));
        values.text(entries, "renamedFrom")
                .map(
                        text ->
                                values.name(
                                        (Scalar) entries.value("renamedFrom").orElseThrow(),
                                        NameForm.PASCAL,
                                        vocabulary.thing()))
                .ifPresent(before -> renames.add(new RenameSpec(vocabulary.thing(), name, before)));
    }

    /** Notes what a command or a query needs. */
    void needs(Text name, Entries entries) {
        NeedsSpec said =
                new NeedsSpec(
                        uses(entries, "calls", OPERATION, "an operation", "Payments.charge"),
                        uses(entries, "reads", REFERENCE, "a query", "Menus.GetMenu"),
                        values.oneOrMore(entries, "roles").orElse(List.of()),
                        values.text(entries, "owner")
                                .map(
                                        text ->
                                                new ExpressionSpec(
                                                        (Scalar)
                                                                entries.value("owner")
                                                                        .orElseThrow())));
        needs.add(new NeedsOf(name, said));
    }

    private List<UseSpec> uses(
            Entries entries, String key, Pattern pattern, String thing, String example) {
        List<UseSpec> uses = new ArrayList<>();
        Node node = entries.value(key).orElse(null);
        if (node instanceof Mapping map) {
            for (Entry entry : map.entries()) {
                Text name = values.name(entry.key(), NameForm.CAMEL, "a result");
                values.text(entry.value(), quoted(name.value()))
                        .filter(
                                text ->
                                        values.matches(
                                                text,
                                                name.value(),
                                                pattern,
                                                "write " + thing + ", as in `" + example + "`"))
                        .ifPresent(of -> uses.add(new UseSpec(name, of)));
            }
        } else if (node != null) {
            values.wrongShape(node, quoted(key), "a map from the name of a result to " + thing);
        }
        return uses;
    }

    private PolicySpec policy(Text name, Entries entries) {
        shared(Vocabulary.POLICY, name, entries);
        return new PolicySpec(
                name,
                values.text(entries, "description"),
                required(entries, "when", name, "`when: Order.OrderCreated`"),
                required(entries, "then", name, "`then: ReserveStock`"),
                values.sets(entries, "with"),
                values.sets(entries, "find"),
                reference(entries, "otherwise"),
                values.word(entries, Choice.yesOrNo("ordered")));
    }

    private TimerSpec timer(Text name, Entries entries) {
        shared(Vocabulary.TIMER, name, entries);
        boolean once = entries.value("after").isPresent();
        boolean again = entries.value("every").isPresent();
        if (!once && !again) {
            missing(entries.span(), name, "after", "`after: 5d` with `on:`, or `every: 1d`");
        } else if (once && entries.value("on").isEmpty()) {
            missing(entries.span(), name, "on", "`on: OrderCreated`");
        }
        if (again) {
            for (String key : List.of("after", "on", "cancelledBy")) {
                entries.value(key)
                        .ifPresent(
                                node ->
                                        findings.add(
                                                SpecRules.ILLEGAL_VALUE.at(
                                                        node.span(),
                                                        quoted(name.value())
                                                                + " has `every` and "
                                                                + quoted(key),
                                                        "a schedule has only `every` and `then`")));
            }
        }
        return new TimerSpec(
                name,
                values.text(entries, "description"),
                duration(entries, "after"),
                reference(entries, "on"),
                references(entries, "cancelledBy"),
                duration(entries, "every"),
                required(entries, "then", name, "`then: CancelOrder`"));
    }

    private SagaSpec saga(Text name, Entries entries) {
        shared(Vocabulary.SAGA, name, entries);
        SagaSpec saga =
                new SagaSpec(
                        name,
                        values.text(entries, "description"),
                        values.word(entries, Choice.STYLE),
                        entries.value("starts").flatMap(this::starts),
                        stages(entries),
                        references(entries, "policies"),
                        reference(entries, "onFailure"),
                        duration(entries, "deadline"));
        if (saga.style().filter(style -> style.value().equals("choreography")).isPresent()) {
            if (entries.value("policies").isEmpty()) {
                missing(entries.span(), name, "policies", "`policies: [ReserveForOrder]`");
            }
        } else {
            if (entries.value("starts").isEmpty()) {
                missing(entries.span(), name, "starts", "`starts: OrderCreated`");
            }
            if (entries.value("steps").isEmpty()) {
                missing(entries.span(), name, "steps", "`steps: [{command: ConfirmOrder}]`");
            }
        }
        new SagaOrder(saga, findings).check();
        return saga;
    }

    private Optional<SagaSpec.StartSpec> starts(Node node) {
        if (!(node instanceof Mapping map)) {
            return values.text(node, "`starts`")
                    .filter(text -> isReference(text, "starts"))
                    .map(event -> new SagaSpec.StartSpec(event, false));
        }
        Entries entries = Entries.of(map, Vocabulary.STARTS, findings);
        if (entries.value("command").isEmpty()) {
            findings.add(
                    SpecRules.MISSING_KEY.at(
                            map.span(),
                            "`starts` has no `command`",
                            "as in `{command: PlaceOrder}`"));
        }
        return reference(entries, "command").map(command -> new SagaSpec.StartSpec(command, true));
    }

    private List<SagaSpec.StageSpec> stages(Entries entries) {
        List<SagaSpec.StageSpec> stages = new ArrayList<>();
        for (Node item : items(entries.value("steps").orElse(null), "`steps`")) {
            boolean parallel =
                    item instanceof Mapping map
                            && map.entries().stream()
                                    .anyMatch(entry -> entry.key().value().equals("parallel"));
            List<SagaSpec.StepSpec> steps = new ArrayList<>();
            if (parallel) {
                Entries group = Entries.of((Mapping) item, Vocabulary.PARALLEL, findings);
                for (Node step : items(group.value("parallel").orElse(null), "`parallel`")) {
                    step(step).ifPresent(steps::add);
                }
                steps.stream()
                        .filter(SagaSpec.StepSpec::isPivot)
                        .forEach(
                                step ->
                                        findings.add(
                                                SpecRules.ILLEGAL_VALUE.at(
                                                        step.pivot().orElseThrow().span(),
                                                        "a step of `parallel` cannot be the pivot",
                                                        "the pivot stands alone: write it as a step of its own")));
            } else {
                step(item).ifPresent(steps::add);
            }
            if (!steps.isEmpty()) {
                stages.add(new SagaSpec.StageSpec(steps));
            }
        }
        return stages;
    }

    private List<Node> items(@Nullable Node node, String what) {
        if (node instanceof Sequence sequence) {
            if (sequence.items().isEmpty()) {
                findings.add(
                        SpecRules.ILLEGAL_VALUE.at(
                                node.span(), what + " has no step", "write at least one"));
            }
            return sequence.items();
        }
        if (node != null) {
            values.wrongShape(node, what, "a list of steps");
        }
        return List.of();
    }

    private Optional<SagaSpec.StepSpec> step(Node node) {
        if (!(node instanceof Mapping map)) {
            values.wrongShape(node, "a step", "a map with the key `command`");
            return Optional.empty();
        }
        Entries entries = Entries.of(map, Vocabulary.STEP, findings);
        if (entries.value("command").isEmpty()) {
            findings.add(
                    SpecRules.MISSING_KEY.at(
                            map.span(),
                            "the step has no `command`",
                            "as in `{command: ConfirmOrder, pivot: true}`"));
        }
        Optional<Text> compensate =
                values.text(entries, "compensate")
                        .filter(
                                text ->
                                        text.value().equals("none")
                                                || values.matches(
                                                        text,
                                                        "compensate",
                                                        REFERENCE,
                                                        "write a command, or `none` if there is nothing to undo"));
        List<SetSpec> saves = new ArrayList<>();
        values.expressions(
                entries,
                "saves",
                "a map from name to expression",
                (name, value) ->
                        saves.add(
                                new SetSpec(
                                        values.name(name, NameForm.CAMEL, "a saved value"),
                                        value)));
        Optional<ExpressionSpec> condition =
                values.text(entries, "condition")
                        .map(
                                text ->
                                        new ExpressionSpec(
                                                (Scalar) entries.value("condition").orElseThrow()));
        List<SetSpec> with = values.sets(entries, "with");
        Optional<Text> pivot = values.word(entries, Choice.yesOrNo("pivot"));
        Optional<Text> retriable = values.word(entries, Choice.yesOrNo("retriable"));
        Optional<Text> timeout = duration(entries, "timeout");
        return reference(entries, "command")
                .map(
                        command ->
                                new SagaSpec.StepSpec(
                                        map.span(),
                                        command,
                                        with,
                                        compensate,
                                        pivot,
                                        retriable,
                                        timeout,
                                        condition,
                                        saves));
    }

    private UpstreamSpec upstream(Text name, Entries entries) {
        Optional<Text> relationship = values.word(entries, Choice.RELATIONSHIP);
        List<Text> shares = references(entries, "shares");
        boolean kernel =
                relationship.filter(said -> said.value().equals("shared-kernel")).isPresent();
        if (!kernel && !shares.isEmpty()) {
            findings.add(
                    SpecRules.ILLEGAL_VALUE.at(
                            shares.get(0).span(),
                            quoted(name.value()) + " shares types without being a shared kernel",
                            "say `relationship: shared-kernel`, or leave `shares` out"));
        }
        return new UpstreamSpec(
                name,
                values.text(entries, "description"),
                relationship,
                values.word(entries, Choice.yesOrNo("critical")),
                values.word(entries, Choice.yesOrNo("external")),
                operations(entries),
                entriesOf(entries, "resilience", Vocabulary.RESILIENCE).map(this::resilience),
                shares);
    }

    private List<OperationSpec> operations(Entries upstream) {
        List<OperationSpec> operations = new ArrayList<>();
        Node node = upstream.value("operations").orElse(null);
        if (node instanceof Mapping map) {
            for (Entry entry : map.entries()) {
                Text name = values.name(entry.key(), NameForm.CAMEL, "an operation");
                Entries entries = values.detail(entry, Vocabulary.OPERATION, quoted(name.value()));
                operations.add(
                        new OperationSpec(
                                name,
                                values.text(entries, "description"),
                                fields(entries, "request"),
                                fields(entries, "response"),
                                values.word(entries, Choice.yesOrNo("idempotent")),
                                values.words(entries, Choice.FALLBACK)));
            }
        } else if (node != null) {
            values.wrongShape(
                    node, "`operations`", "a map from the name of an operation to detail");
        }
        return operations;
    }

    private List<FieldSpec> fields(Entries entries, String key) {
        Node node = entries.value(key).orElse(null);
        if (node instanceof Mapping map) {
            return values.fieldsWithoutDefaults(
                    map, "what a system outside says and takes is for it to say");
        }
        if (node != null) {
            values.wrongShape(node, quoted(key), "a map from the name of a field to its type");
        }
        return List.of();
    }

    private ResilienceSpec resilience(Entries entries) {
        return new ResilienceSpec(
                duration(entries, "budget"),
                entriesOf(entries, "timeout", Vocabulary.TIMEOUT)
                        .map(
                                timeout ->
                                        new TimeoutSpec(
                                                duration(timeout, "connect"),
                                                duration(timeout, "read"),
                                                duration(timeout, "write"),
                                                duration(timeout, "pool"))),
                entriesOf(entries, "retry", Vocabulary.RETRY)
                        .map(
                                retry ->
                                        new RetrySpec(
                                                number(retry, "attempts"),
                                                duration(retry, "base"),
                                                duration(retry, "cap"),
                                                values.word(retry, Choice.JITTER),
                                                duration(retry, "within"))),
                entriesOf(entries, "circuitBreaker", Vocabulary.CIRCUIT_BREAKER)
                        .map(
                                breaker ->
                                        new BreakerSpec(
                                                number(breaker, "failures"),
                                                duration(breaker, "recovery"))),
                entriesOf(entries, "bulkhead", Vocabulary.BULKHEAD)
                        .map(
                                bulkhead ->
                                        new BulkheadSpec(
                                                values.word(bulkhead, Choice.BULKHEAD_KIND),
                                                number(bulkhead, "slots"),
                                                duration(bulkhead, "wait"))));
    }

    private Optional<Entries> entriesOf(Entries entries, String key, Vocabulary vocabulary) {
        Node node = entries.value(key).orElse(null);
        if (node instanceof Mapping map) {
            return Optional.of(Entries.of(map, vocabulary, findings));
        }
        if (node != null) {
            values.wrongShape(
                    node,
                    quoted(key),
                    "a map with the keys `" + String.join("`, `", vocabulary.keys()) + "`");
        }
        return Optional.empty();
    }

    private Optional<Text> duration(Entries entries, String key) {
        return values.matching(
                entries,
                key,
                DURATION,
                "write a number with `ms`, `s`, `m`, `h` or `d` behind it, as in `30s`");
    }

    private Optional<Text> number(Entries entries, String key) {
        return values.matching(entries, key, NUMBER, "it should be a whole number from 1");
    }

    private Optional<Text> required(Entries entries, String key, Text owner, String example) {
        if (entries.value(key).isEmpty()) {
            missing(entries.span(), owner, key, example);
        }
        return reference(entries, key);
    }

    private void missing(SourceSpan span, Text owner, String key, String example) {
        findings.add(
                SpecRules.MISSING_KEY.at(
                        span,
                        quoted(owner.value()) + " has no " + quoted(key),
                        "as in " + example));
    }

    private Optional<Text> reference(Entries entries, String key) {
        return values.text(entries, key).filter(text -> isReference(text, key));
    }

    private List<Text> references(Entries entries, String key) {
        return values.oneOrMore(entries, key).orElse(List.of()).stream()
                .filter(text -> isReference(text, key))
                .toList();
    }

    private boolean isReference(Text text, String key) {
        return values.matches(
                text,
                key,
                REFERENCE,
                "write a name, with the name of another context and `.` before it if it is not of this one");
    }
}
