package io.contextmill.emitters.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A spec made by chance, the same for the same seed, over all of the language that is generated. A
 * new construct is added where the thing is made that it stands on.
 */
final class RandomSpec {
    private RandomSpec() {}

    /** The spec of a seed. */
    static String of(long seed) {
        Chance chance = new Chance(seed);
        RandomNames names = new RandomNames(chance);
        RandomTypes types = new RandomTypes(chance, names);
        RandomSections sections = new RandomSections(chance, names);
        sections.addLines("types", types.declare());
        List<RandomAggregate> aggregates = new ArrayList<>();
        for (int i = chance.between(1, 3); i > 0; i--) {
            String name = names.type();
            String id = name + "Id";
            if (names.take(id)) {
                RandomAggregate aggregate =
                        new RandomAggregate(chance, names, types, sections, name, id);
                aggregate.draw();
                aggregates.add(aggregate);
            }
        }
        RandomReadModels readModels = new RandomReadModels(chance, names, types, sections);
        for (RandomAggregate aggregate : aggregates) {
            if (chance.maybe(0.6)) {
                readModels.draw(aggregate, aggregates);
            }
        }
        return "context: Context"
                + Math.floorMod(seed, 1_000_000)
                + "\n"
                + head(chance, names)
                + sections;
    }

    /** What a context says about itself, each in a line of its own. */
    private static String head(Chance chance, RandomNames names) {
        StringBuilder head = new StringBuilder();
        if (chance.maybe(0.3)) {
            head.append("description: ").append(Flow.quoted(names.sentence())).append('\n');
        }
        if (chance.maybe(0.2)) {
            head.append("subdomain: ")
                    .append(chance.pickOf("core", "supporting", "generic"))
                    .append('\n');
        }
        if (chance.maybe(0.2)) {
            head.append("generated: ").append(chance.pickOf("source", "build")).append('\n');
        }
        return head.toString();
    }
}
