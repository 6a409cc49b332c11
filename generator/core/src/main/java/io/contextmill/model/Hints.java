package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.NearestName;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.spec.Text;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Findings about names that nothing has, with the nearest name that something has. Looking for it
 * costs more than anything else here, so that it ends after {@value #MOST} findings; nobody reads
 * so many.
 */
final class Hints {
    private static final int MOST = 200;

    private final Set<String> gone;
    private int given;

    Hints() {
        this(Set.of());
    }

    /**
     * @param gone the names of what is declared only so that it goes
     */
    Hints(Set<String> gone) {
        this.gone = gone;
    }

    /** Nothing of a kind has the name. */
    Diagnostic unknown(RuleDescription rule, Text name, String kind, Collection<String> known) {
        return unknown(
                rule, name, "there is no " + kind + " " + quoted(name.value()), known, "there is ");
    }

    /** Something in particular does not have it. */
    Diagnostic unknownIn(
            String owner, RuleDescription rule, Text name, String kind, Collection<String> known) {
        return unknown(
                rule,
                name,
                quoted(owner) + " has no " + kind + " " + quoted(name.value()),
                known,
                "it has ");
    }

    /** The finding with a hint: the nearest of the known names, else all of them. */
    Diagnostic unknown(
            RuleDescription rule,
            Text name,
            String message,
            Collection<String> known,
            String listing) {
        if (gone.contains(name.value())) {
            return rule.at(
                    name.span(),
                    message,
                    quoted(name.value()) + " goes by `drop: true`: take out what needs it as well");
        }
        if (known.isEmpty()) {
            return rule.at(name.span(), message);
        }
        String hint =
                nearest(name, known)
                        .map(nearest -> "did you mean " + quoted(nearest) + "?")
                        .orElseGet(() -> listing + Phrases.names(known));
        return rule.at(name.span(), message, hint);
    }

    private Optional<String> nearest(Text name, Collection<String> known) {
        given++;
        return given > MOST ? Optional.empty() : NearestName.of(name.value(), known);
    }
}
