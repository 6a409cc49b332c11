package io.contextmill.model;

import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.EntitySpec;
import io.contextmill.spec.ContextSpec.IdSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names that a spec has given, so that an inferred one does not clash with them. */
final class SpecNames {
    /**
     * As long as a declared name can be, so that the spec with everything written out can be read
     * again.
     */
    static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    SpecNames(ContextSpec spec) {
        Stream.of(
                        spec.types().stream().map(ContextSpec.TypeSpec::name),
                        spec.values().stream().map(ContextSpec.ValueObjectSpec::name),
                        spec.aggregates().stream().map(AggregateSpec::name),
                        spec.aggregates().stream()
                                .flatMap(aggregate -> aggregate.id().stream())
                                .map(IdSpec::name),
                        entities(spec).map(EntitySpec::name),
                        entities(spec).flatMap(entity -> entity.id().stream()).map(IdSpec::name),
                        spec.events().stream().map(ContextSpec.EventSpec::name),
                        spec.commands().stream().map(ContextSpec.CommandSpec::name),
                        spec.readModels().stream().map(ContextSpec.ReadModelSpec::name),
                        spec.queries().stream().map(ContextSpec.QuerySpec::name))
                .flatMap(names -> names)
                .map(Text::value)
                .map(Words::fold)
                .forEach(taken::add);
    }

    private static Stream<EntitySpec> entities(ContextSpec spec) {
        return spec.aggregates().stream().flatMap(aggregate -> aggregate.entities().stream());
    }

    /**
     * The first of the candidates that no name is equal to but for case, or the last with the
     * smallest number behind it that makes it so. Candidates are cut where they are longer than a
     * name can be. The result is taken from then on.
     */
    String take(String... candidates) {
        for (String candidate : List.of(candidates)) {
            String name = cut(candidate, LONGEST);
            if (taken.add(Words.fold(name))) {
                return name;
            }
        }
        String last = candidates[candidates.length - 1];
        int number = 2;
        while (!taken.add(Words.fold(numbered(last, number)))) {
            number++;
        }
        return numbered(last, number);
    }

    private static String numbered(String name, int number) {
        String digits = Integer.toString(number);
        return cut(name, LONGEST - digits.length()) + digits;
    }

    /** The beginning of a name. */
    static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }
}
