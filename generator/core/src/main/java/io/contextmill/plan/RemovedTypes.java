package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.RelativePath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds where people name types which a plan deletes. */
final class RemovedTypes {
    private final List<Removed> types;

    /**
     * A type that goes.
     *
     * @param written finds its name where it stands as a word of its own
     */
    private record Removed(JavaType type, Pattern written) {
        static Removed of(JavaType type) {
            return new Removed(type, Pattern.compile("\\b" + Pattern.quote(type.name()) + "\\b"));
        }
    }

    /**
     * @param deleted the files that go; only what is Java among them counts
     * @param made the qualified names of types that are new: one that moves to another folder does
     *     not go
     */
    RemovedTypes(Collection<RelativePath> deleted, Set<String> made) {
        this.types =
                deleted.stream()
                        .map(JavaType::of)
                        .flatMap(Optional::stream)
                        .filter(type -> !made.contains(type.qualified()))
                        .map(Removed::of)
                        .toList();
    }

    /** Whether none goes. */
    boolean isEmpty() {
        return types.isEmpty();
    }

    /** The first place of a file that names any. */
    Optional<Diagnostic> namedIn(PeoplesJava file) {
        return types.stream()
                .filter(removed -> removed.type().isSeenFrom(file.text()))
                .flatMap(removed -> removed.written().matcher(file.text()).results().limit(1))
                .min(Comparator.comparingInt(MatchResult::start))
                .map(
                        found ->
                                PlanRules.REFERS_TO_REMOVED.at(
                                        file.span(found.start(), found.end()),
                                        "`%s` goes, and this file of yours names it"
                                                .formatted(found.group()),
                                        "take it out, or bring back what makes it"));
    }
}
