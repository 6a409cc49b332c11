package io.contextmill.emitters.domain;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import java.util.List;

/** The description of the package of the domain. */
final class DomainPackage {
    private DomainPackage() {}

    static Javadoc javadoc(ContextTypes types) {
        List<String> nouns = types.aggregates().stream().map(AggregateTypes::nouns).toList();
        String otherwise =
                "the domain of the %s context: what %s are and what happens to them"
                        .formatted(types.context().name(), Phrases.and(nouns));
        return Javadoc.of(
                "$L Depends on no framework.",
                Phrases.sentence(types.context().description(), otherwise));
    }
}
