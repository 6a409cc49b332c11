package io.contextmill.validation;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.model.InferenceRules;
import io.contextmill.model.LinkRules;
import io.contextmill.source.ReaderRules;
import io.contextmill.spec.SpecRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule that a spec can be found to break: what {@code contextmill explain} knows. */
public final class RuleBook {
    private static final List<RuleDescription> ALL =
            Stream.of(
                            ReaderRules.all(),
                            SpecRules.all(),
                            LinkRules.all(),
                            InferenceRules.all(),
                            ModelRules.all(),
                            TrialRules.all())
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(RuleDescription::id))
                    .toList();

    private RuleBook() {}

    /** All rules, by id; no two have the same. */
    public static List<RuleDescription> all() {
        return ALL;
    }

    /** The rule of that name. */
    public static Optional<RuleDescription> find(RuleId id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
