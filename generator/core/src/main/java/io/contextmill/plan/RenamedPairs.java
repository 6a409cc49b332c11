package io.contextmill.plan;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.plan.RenamedNames.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which Java file of a part is which one of the part under its former names: emitters make both in
 * the same order, for the same places of the spec.
 */
final class RenamedPairs {
    private static final String ENDING = ".java";

    private RenamedPairs() {}

    private record Source(EmitterId emitter, Ownership ownership, SourceSpan origin) {}

    /**
     * The pairs from which a rename is learned that has to be followed now; none where what the
     * manifest remembers has the new names already, or nothing is remembered.
     */
    static List<Pair> due(PartPlan part, List<GeneratedFile> before, List<GeneratedFile> now) {
        List<Pair> pairs = pairs(before, now);
        return pairs.stream().anyMatch(pair -> isDue(pair, part))
                ? pairs.stream().filter(pair -> !isMoved(pair) || isDue(pair, part)).toList()
                : List.of();
    }

    static boolean isMoved(Pair pair) {
        return !pair.before().path().equals(pair.after().path());
    }

    private static boolean isDue(Pair pair, PartPlan part) {
        if (!isMoved(pair)) {
            return false;
        }
        // What builds made here is not committed: where it is lost, nobody knows.
        boolean unknown =
                pair.after().ownership() == Ownership.BUILT
                        && part.built.isEmpty()
                        && part.before.isPresent();
        return unknown
                || (part.known(pair.before().path()).isPresent()
                        && part.known(pair.after().path()).isEmpty());
    }

    private static List<Pair> pairs(List<GeneratedFile> before, List<GeneratedFile> now) {
        Map<Source, List<GeneratedFile>> then = bySource(before);
        List<Pair> pairs = new ArrayList<>();
        bySource(now)
                .forEach(
                        (source, files) -> {
                            List<GeneratedFile> former = then.getOrDefault(source, List.of());
                            if (former.size() == files.size()) {
                                for (int i = 0; i < files.size(); i++) {
                                    pairs.add(new Pair(former.get(i), files.get(i)));
                                }
                            }
                        });
        return pairs;
    }

    private static Map<Source, List<GeneratedFile>> bySource(List<GeneratedFile> files) {
        Map<Source, List<GeneratedFile>> sources = new LinkedHashMap<>();
        files.stream()
                .filter(file -> file.path().value().endsWith(ENDING))
                .forEach(
                        file ->
                                sources.computeIfAbsent(
                                                new Source(
                                                        file.emitter(),
                                                        file.ownership(),
                                                        file.origin()),
                                                source -> new ArrayList<>())
                                        .add(file));
        return sources;
    }
}
