package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EmitsSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rule 3: which commands make their aggregate, where they do not say.
 *
 * <p>A command creates if its first word is a verb of beginning ({@link #VERBS}) and what begins is
 * the aggregate: the words behind the verb, up to a preposition, end with the aggregate's name
 * ({@code CreateOrder}, {@code RegisterNewCustomer}) or are all in it ({@code AddStock} for {@code
 * StockItem}, {@code Register}). {@code AddItemToCart} adds to a {@code Cart} and makes none;
 * {@code RequestOrderCancellation} makes no {@code Order}.
 *
 * <p>A command that waits for a state ({@code from}) finds an aggregate in it, whatever its verb:
 * {@code StartTrip} with {@code from: BOOKED} makes no {@code Trip}.
 *
 * <p>An aggregate that no command creates after that is created, if it is absent, by the first of
 * its commands that emits an event and does not say whether it creates; by the first that does not
 * say, if none emits anything; and only if all of them wait for a state by one that does. All
 * others never create.
 */
final class CreationInference implements InferenceRule {
    /** The verbs of beginning. */
    static final Set<String> VERBS =
            Set.of(
                    "create",
                    "register",
                    "open",
                    "place",
                    "add",
                    "start",
                    "request",
                    "submit",
                    "begin",
                    "book",
                    "draft",
                    "enrol",
                    "enroll",
                    "establish",
                    "file",
                    "found",
                    "initiate",
                    "launch",
                    "make");

    private static final Set<String> PREPOSITIONS =
            Set.of(
                    "at", "by", "for", "from", "in", "into", "of", "on", "onto", "per", "to", "via",
                    "with");

    @Override
    public ContextSpec complete(ContextSpec spec, List<Diagnostic> findings) {
        List<CommandSpec> commands = new ArrayList<>();
        List<String> ends =
                spec.events().stream()
                        .filter(EventSpec::isEnd)
                        .map(event -> event.name().value())
                        .toList();
        for (CommandSpec command : spec.commands()) {
            commands.add(createsByName(command) ? creating(command, findings) : command);
        }
        for (String aggregate : aggregates(spec)) {
            if (commands.stream().noneMatch(command -> creates(command, aggregate))) {
                firstCandidate(commands, aggregate, ends)
                        .ifPresent(
                                first ->
                                        commands.set(
                                                first,
                                                creatingIfAbsent(commands.get(first), findings)));
            }
        }
        commands.replaceAll(
                command ->
                        command.creates().isPresent() || command.aggregate().isEmpty()
                                ? command
                                : command.withCreates(new Text("never", command.name().span())));
        return spec.withCommands(commands);
    }

    private static boolean createsByName(CommandSpec command) {
        return command.creates().isEmpty()
                && command.from().isEmpty()
                && command.aggregate().isPresent()
                && isCreation(command.name().value(), command.aggregate().get().value());
    }

    private static boolean isCreation(String command, String aggregate) {
        List<String> lower = Words.of(command).lower();
        if (lower.isEmpty() || !VERBS.contains(lower.get(0))) {
            return false;
        }
        List<String> comparable = AggregateByName.comparable(command);
        int end = 1;
        while (end < lower.size() && !PREPOSITIONS.contains(lower.get(end))) {
            end++;
        }
        List<String> begun = comparable.subList(1, end);
        List<String> name = AggregateByName.comparable(aggregate);
        boolean endsWithName =
                begun.size() >= name.size()
                        && begun.subList(begun.size() - name.size(), begun.size()).equals(name);
        return endsWithName || new HashSet<>(name).containsAll(begun);
    }

    private static List<String> aggregates(ContextSpec spec) {
        return spec.aggregates().stream()
                .map(AggregateSpec::name)
                .map(Text::value)
                .distinct()
                .toList();
    }

    private static boolean creates(CommandSpec command, String aggregate) {
        return goesTo(command, aggregate)
                && command.creates()
                        .filter(creates -> !creates.value().equals("never"))
                        .isPresent();
    }

    private static boolean goesTo(CommandSpec command, String aggregate) {
        return command.aggregate().filter(to -> to.value().equals(aggregate)).isPresent();
    }

    /**
     * The first that emits anything but the end of the aggregate, else the first that emits
     * nothing; those that wait for a state behind all others.
     */
    private static Optional<Integer> firstCandidate(
            List<CommandSpec> commands, String aggregate, List<String> ends) {
        List<Integer> candidates =
                IntStream.range(0, commands.size())
                        .filter(i -> goesTo(commands.get(i), aggregate))
                        .filter(i -> commands.get(i).creates().isEmpty())
                        .filter(i -> events(commands.get(i)).stream().noneMatch(ends::contains))
                        .boxed()
                        .toList();
        return candidates.stream()
                .min(
                        Comparator.comparing((Integer i) -> commands.get(i).from().isPresent())
                                .thenComparing(i -> events(commands.get(i)).isEmpty()));
    }

    private static List<String> events(CommandSpec command) {
        return command.emits().map(EmitsSpec::events).orElse(List.of()).stream()
                .map(Text::value)
                .toList();
    }

    private static CommandSpec creating(CommandSpec command, List<Diagnostic> findings) {
        Text name = command.name();
        findings.add(
                InferenceRules.CREATION.at(
                        name.span(),
                        quoted(name.value())
                                + " creates "
                                + quoted(aggregateOf(command))
                                + ", as its verb says"));
        return command.withCreates(new Text("always", name.span()));
    }

    private static CommandSpec creatingIfAbsent(CommandSpec command, List<Diagnostic> findings) {
        Text name = command.name();
        findings.add(
                InferenceRules.CREATION.at(
                        name.span(),
                        quoted(name.value())
                                + " creates "
                                + quoted(aggregateOf(command))
                                + " if it is absent, since no other command creates it"));
        return command.withCreates(new Text("ifAbsent", name.span()));
    }

    private static String aggregateOf(CommandSpec command) {
        return command.aggregate().map(Text::value).orElse("");
    }
}
