package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EmitsSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.English;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rule 2: which events a command emits, where it does not say.
 *
 * <ol>
 *   <li><b>Pairs.</b> The words of the event are those of the command, in any order, with the
 *       first, the verb, as its past participle: {@code CreateOrder} and {@code OrderCreated}. The
 *       first command and the first event that fit take each other; an event that another command
 *       says it emits can be taken as well, if both go to one aggregate.
 *   <li><b>Left over, for a command that has none.</b> Of all events that no command emits and all
 *       commands that have no event yet, those that fit best take each other, until none fits: most
 *       shared words that are not in the name of the command's aggregate; then of the same
 *       aggregate; then most shared words; then the first event, the first command. They fit at all
 *       if they have the aggregate or a word in common; the verb shares a word with its participle.
 *   <li><b>Left over, as an alternative.</b> An event that no command emits joins the events of a
 *       command, if it has the aggregate or a word in common with it: of those, the one that fits
 *       best by the measures above, the words being those of the events that are there and, after
 *       these, the command's.
 * </ol>
 *
 * The first is certain, the others are guesses. A command that says what it emits, if only nothing,
 * is left alone.
 */
final class EmissionInference implements InferenceRule {
    @Override
    public ContextSpec complete(ContextSpec spec, List<Diagnostic> findings) {
        return new Round(spec, findings).complete();
    }

    /** One spec on its way through the rule. */
    private static final class Round {
        private final ContextSpec spec;
        private final List<Diagnostic> findings;
        private final EventOwners owners;
        private final List<Taker> takers = new ArrayList<>();
        private final IdentityHashMap<CommandSpec, Taker> takersByCommand = new IdentityHashMap<>();
        private final List<Candidate> left = new ArrayList<>();

        Round(ContextSpec spec, List<Diagnostic> findings) {
            this.spec = spec;
            this.findings = findings;
            this.owners = new EventOwners(spec);
        }

        ContextSpec complete() {
            Set<String> said = new HashSet<>();
            for (CommandSpec command : spec.commands()) {
                if (command.emits().isPresent()) {
                    command.emits().get().events().forEach(event -> said.add(event.value()));
                } else if (command.aggregate().isPresent()) {
                    Taker taker = new Taker(command, command.aggregate().get().value());
                    takers.add(taker);
                    takersByCommand.put(command, taker);
                }
            }
            pair(said);
            giveToCommandsWithoutEvents();
            addAsAlternatives();
            return spec.withCommands(spec.commands().stream().map(this::completed).toList());
        }

        private void pair(Set<String> said) {
            for (EventSpec event : spec.events()) {
                Candidate candidate = new Candidate(event, owners.owner(event).orElse(""));
                boolean isSaid = said.contains(candidate.name());
                Optional<Taker> partner =
                        takers.stream()
                                .filter(
                                        taker ->
                                                taker.events.isEmpty() && taker.isPairOf(candidate))
                                .filter(taker -> !isSaid || taker.aggregate.equals(candidate.owner))
                                .findFirst();
                if (partner.isPresent()) {
                    Taker taker = partner.get();
                    taker.events.add(candidate);
                    findings.add(
                            InferenceRules.EMITTED_EVENT.at(
                                    taker.command.name().span(),
                                    quoted(taker.name()) + " emits " + quoted(candidate.name())));
                } else if (!isSaid) {
                    left.add(candidate);
                }
            }
        }

        private void giveToCommandsWithoutEvents() {
            List<Match> matches = new ArrayList<>();
            for (int e = 0; e < left.size(); e++) {
                for (int t = 0; t < takers.size(); t++) {
                    if (takers.get(t).events.isEmpty()) {
                        Match match = Match.of(left.get(e), e, takers.get(t), t);
                        if (match.fits()) {
                            matches.add(match);
                        }
                    }
                }
            }
            matches.sort(Match.BEST_FIRST);
            Set<String> given = new HashSet<>();
            for (Match match : matches) {
                if (match.taker.events.isEmpty() && given.add(match.event.name())) {
                    match.taker.events.add(match.event);
                    findings.add(
                            guess(
                                    match.taker,
                                    quoted(match.taker.name())
                                            + " emits "
                                            + quoted(match.event.name())
                                            + ", which no other command emits; that is a guess"));
                }
            }
            left.removeIf(event -> given.contains(event.name()));
        }

        private void addAsAlternatives() {
            // Whether there is an event to stand beside is decided before any is added.
            List<Taker> hosts = takers.stream().filter(taker -> !taker.events.isEmpty()).toList();
            for (Candidate event : left) {
                Optional<Match> best = Optional.empty();
                for (int t = 0; t < hosts.size(); t++) {
                    Match match = Match.beside(event, hosts.get(t), t);
                    if (match.fits()
                            && (best.isEmpty()
                                    || Match.BEST_FIRST.compare(match, best.get()) < 0)) {
                        best = Optional.of(match);
                    }
                }
                best.ifPresent(
                        match -> {
                            match.taker.events.add(event);
                            findings.add(
                                    guess(
                                            match.taker,
                                            quoted(match.taker.name())
                                                    + " may emit "
                                                    + quoted(event.name())
                                                    + " instead of "
                                                    + quoted(match.taker.events.get(0).name())
                                                    + "; that is a guess"));
                        });
            }
        }

        private static Diagnostic guess(Taker taker, String message) {
            return InferenceRules.GUESSED_EVENT.at(
                    taker.command.name().span(),
                    message,
                    "say `emits: " + taker.emits() + "` on the command, or what else it emits");
        }

        private CommandSpec completed(CommandSpec command) {
            Taker taker = takersByCommand.get(command);
            return taker == null ? command : taker.completed();
        }
    }

    /** An event that may be emitted. */
    private static final class Candidate {
        final EventSpec event;
        final String owner;
        final List<String> words;
        final Set<String> distinctWords;

        Candidate(EventSpec event, String owner) {
            this.event = event;
            this.owner = owner;
            this.words = AggregateByName.comparable(event.name().value());
            this.distinctWords = Set.copyOf(words);
        }

        String name() {
            return event.name().value();
        }
    }

    /** A command that does not say what it emits. */
    private static final class Taker {
        final CommandSpec command;
        final String aggregate;
        final List<Candidate> events = new ArrayList<>();
        private final List<String> nouns;
        private final Set<String> participles = new LinkedHashSet<>();
        private final Set<String> words;
        private final Set<String> aggregateWords;

        Taker(CommandSpec command, String aggregate) {
            this.command = command;
            this.aggregate = aggregate;
            List<String> all = AggregateByName.comparable(name());
            nouns = all.isEmpty() ? all : all.subList(1, all.size());
            Words.of(name()).parts().stream()
                    .findFirst()
                    .map(English::participles)
                    .ifPresent(
                            forms ->
                                    forms.forEach(
                                            form -> participles.add(English.comparable(form))));
            words = new HashSet<>(all);
            words.addAll(participles);
            aggregateWords = Set.copyOf(AggregateByName.comparable(aggregate));
        }

        String name() {
            return command.name().value();
        }

        boolean isPairOf(Candidate event) {
            if (event.words.size() != nouns.size() + 1) {
                return false;
            }
            List<String> sorted = event.words.stream().sorted().toList();
            return participles.stream()
                    .anyMatch(
                            participle -> {
                                List<String> wanted = new ArrayList<>(nouns);
                                wanted.add(participle);
                                return wanted.stream().sorted().toList().equals(sorted);
                            });
        }

        String emits() {
            List<String> names = events.stream().map(Candidate::name).toList();
            return names.size() == 1 ? names.get(0) : "{oneOf: [" + String.join(", ", names) + "]}";
        }

        CommandSpec completed() {
            List<Text> names =
                    events.stream()
                            .map(event -> new Text(event.name(), command.name().span()))
                            .toList();
            return command.withEmits(new EmitsSpec(command.name().span(), names.size() > 1, names));
        }
    }

    /** How well an event and a command fit. */
    private record Match(
            Candidate event,
            Taker taker,
            int distinctive,
            boolean sameAggregate,
            int shared,
            int sharedWithCommand,
            int eventIndex,
            int takerIndex) {
        static final Comparator<Match> BEST_FIRST =
                Comparator.comparingInt(Match::distinctive)
                        .thenComparing(Match::sameAggregate)
                        .thenComparingInt(Match::shared)
                        .thenComparingInt(Match::sharedWithCommand)
                        .reversed()
                        .thenComparingInt(Match::eventIndex)
                        .thenComparingInt(Match::takerIndex);

        static Match of(Candidate event, int eventIndex, Taker taker, int takerIndex) {
            return of(event, eventIndex, taker, takerIndex, taker.words);
        }

        static Match beside(Candidate event, Taker taker, int takerIndex) {
            Set<String> words = new HashSet<>();
            taker.events.forEach(other -> words.addAll(other.words));
            return of(event, 0, taker, takerIndex, words);
        }

        private static Match of(
                Candidate event, int eventIndex, Taker taker, int takerIndex, Set<String> words) {
            int shared = 0;
            int distinctive = 0;
            int sharedWithCommand = 0;
            for (String word : event.distinctWords) {
                if (words.contains(word)) {
                    shared++;
                    distinctive += taker.aggregateWords.contains(word) ? 0 : 1;
                }
                sharedWithCommand += taker.words.contains(word) ? 1 : 0;
            }
            return new Match(
                    event,
                    taker,
                    distinctive,
                    taker.aggregate.equals(event.owner),
                    shared,
                    sharedWithCommand,
                    eventIndex,
                    takerIndex);
        }

        boolean fits() {
            return sameAggregate || shared > 0 || sharedWithCommand > 0;
        }
    }
}
