package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.source.Findings;
import io.contextmill.source.Node;
import io.contextmill.source.Node.Entry;
import io.contextmill.source.Node.Mapping;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.Node.Sequence;
import io.contextmill.spec.ContextSpec.EventsSpec;
import io.contextmill.spec.ContextSpec.ItemsSpec;
import io.contextmill.spec.ContextSpec.MessageSpec;
import io.contextmill.spec.ContextSpec.OutcomeSpec;
import io.contextmill.spec.ContextSpec.PartsSpec;
import io.contextmill.spec.ContextSpec.PlainSpec;
import io.contextmill.spec.ContextSpec.RejectedSpec;
import io.contextmill.spec.ContextSpec.SaidSpec;
import io.contextmill.spec.ContextSpec.ScenarioSpec;
import io.contextmill.spec.ContextSpec.ValueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the scenarios of a context. A scenario that lacks a part is left out. */
final class ScenarioDecoder {
    private final Findings findings;
    private final Values values;

    ScenarioDecoder(Findings findings, Values values) {
        this.findings = findings;
        this.values = values;
    }

    List<ScenarioSpec> scenarios(Node node) {
        if (!(node instanceof Sequence sequence)) {
            values.wrongShape(node, "`scenarios`", "a list");
            return List.of();
        }
        List<ScenarioSpec> scenarios = new ArrayList<>();
        for (Node item : sequence.items()) {
            if (item instanceof Mapping map) {
                scenario(map).ifPresent(scenarios::add);
            } else {
                values.wrongShape(
                        item,
                        "a scenario",
                        "a map with the keys `name`, `given`, `when` and `then`");
            }
        }
        return scenarios;
    }

    private Optional<ScenarioSpec> scenario(Mapping map) {
        Entries entries = Entries.of(map, Vocabulary.SCENARIO, findings);
        required(entries, map, "name", "say what it shows: it becomes the name of a test");
        required(entries, map, "when", "name the command, as in `when: CancelOrder`");
        required(
                entries,
                map,
                "then",
                "name the events, as in `then: [OrderCancelled]`, or the rejection, as in"
                        + " `then: {rejected: IllegalTransition}`");
        Optional<Text> name = values.text(entries, "name").filter(this::isPhrase);
        List<MessageSpec> given =
                entries.value("given").map(node -> messages(node, "`given`")).orElse(List.of());
        Optional<MessageSpec> when =
                entries.value("when").flatMap(node -> message(node, "`when`", "a command"));
        Optional<OutcomeSpec> then = entries.value("then").flatMap(this::outcome);
        if (name.isEmpty() || when.isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ScenarioSpec(name.get(), given, when.get(), then.get()));
    }

    private void required(Entries entries, Mapping map, String key, String hint) {
        if (entries.value(key).isEmpty()) {
            findings.add(
                    SpecRules.MISSING_KEY.at(
                            map.span(), "the scenario has no " + quoted(key), hint));
        }
    }

    private boolean isPhrase(Text name) {
        boolean phrase = name.value().codePoints().anyMatch(Character::isLetter);
        if (!phrase) {
            values.illegalValue(name, "name", "say in words what the scenario shows");
        }
        return phrase;
    }

    private Optional<OutcomeSpec> outcome(Node node) {
        boolean rejected =
                node instanceof Mapping map
                        && (map.entries().isEmpty()
                                || map.entries().stream().anyMatch(ScenarioDecoder::isKey));
        if (!rejected) {
            return Optional.of(new EventsSpec(node.span(), messages(node, "`then`")));
        }
        Mapping map = (Mapping) node;
        Entries entries = Entries.of(map, Vocabulary.THEN, findings);
        if (entries.value("rejected").isEmpty()) {
            findings.add(
                    SpecRules.MISSING_KEY.at(
                            map.span(),
                            "`then` has no `rejected`",
                            "as in `then: {rejected: IllegalTransition}`"));
        }
        return values.text(entries, "rejected").map(RejectedSpec::new);
    }

    /** Keys are in small letters, events are not. */
    private static boolean isKey(Entry entry) {
        return !entry.key().value().isEmpty()
                && Character.isLowerCase(entry.key().value().codePointAt(0));
    }

    /** One event, or a list of them. */
    private List<MessageSpec> messages(Node node, String what) {
        List<Node> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
        return items.stream()
                .map(item -> message(item, "an item of " + what, "an event"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<MessageSpec> message(Node node, String what, String thing) {
        if (node instanceof Scalar scalar && !scalar.isNothing()) {
            return Optional.of(new MessageSpec(new Text(scalar.value(), scalar.span()), List.of()));
        }
        if (node instanceof Mapping map && map.entries().size() == 1) {
            Entry entry = map.entries().get(0);
            Text name = new Text(entry.key().value(), entry.key().span());
            return Optional.of(new MessageSpec(name, said(entry.value(), name)));
        }
        values.wrongShape(
                node,
                what,
                "the name of "
                        + thing
                        + ", or a map from its name to values, as in `{OrderShipped: {carrier: DHL}}`");
        return Optional.empty();
    }

    private List<ValueSpec> said(Node node, Text message) {
        if (node instanceof Scalar scalar && scalar.isNothing()) {
            return List.of();
        }
        if (!(node instanceof Mapping map)) {
            values.wrongShape(node, quoted(message.value()), "a map from field to value");
            return List.of();
        }
        return parts(map, message.value());
    }

    private List<ValueSpec> parts(Mapping map, String owner) {
        List<ValueSpec> parts = new ArrayList<>();
        for (Entry entry : map.entries()) {
            Text field = new Text(entry.key().value(), entry.key().span());
            if (entry.value() instanceof Scalar scalar && scalar.isNothing()) {
                parts.add(new ValueSpec(field, Optional.empty()));
            } else {
                value(entry.value(), owner + "." + field.value())
                        .ifPresent(value -> parts.add(new ValueSpec(field, Optional.of(value))));
            }
        }
        return parts;
    }

    private Optional<SaidSpec> value(Node node, String place) {
        if (node instanceof Mapping map) {
            return Optional.of(new PartsSpec(map.span(), parts(map, place)));
        }
        if (node instanceof Sequence sequence) {
            List<SaidSpec> items =
                    sequence.items().stream()
                            .map(item -> value(item, place))
                            .flatMap(Optional::stream)
                            .toList();
            return Optional.of(new ItemsSpec(sequence.span(), items));
        }
        return values.text(node, "an item of " + quoted(place)).map(PlainSpec::new);
    }
}
