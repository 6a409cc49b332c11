package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.FieldModel.Bound;
import io.contextmill.model.Type.Scalar;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.SetSpec;
import io.contextmill.spec.SpecRules;
import io.contextmill.spec.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves the unique fields of an aggregate, and checks that they can be unique. */
final class UniqueFields {
    /** What an index of PostgreSQL takes in any case, at four bytes a character. */
    private static final int LONGEST_TEXT = 600;

    /** Fewer characters than these have hardly enough values. */
    private static final int SHORTEST_TEXT = 4;

    private static final BigDecimal FEWEST_NUMBERS = BigDecimal.valueOf(1000);

    private final AggregateSpec aggregate;
    private final List<FieldModel> fields;
    private final Hints hints;
    private final List<Diagnostic> findings;

    UniqueFields(
            AggregateSpec aggregate,
            List<FieldModel> fields,
            Hints hints,
            List<Diagnostic> findings) {
        this.aggregate = aggregate;
        this.fields = fields;
        this.hints = hints;
        this.findings = findings;
    }

    /** The names of those that are there. */
    List<String> resolve() {
        List<String> unique = new ArrayList<>();
        for (Text name : aggregate.unique()) {
            Optional<FieldModel> field =
                    fields.stream().filter(known -> known.name().equals(name.value())).findFirst();
            if (field.isEmpty()) {
                findings.add(
                        hints.unknownIn(
                                aggregate.name().value(),
                                ReferenceRules.UNKNOWN_FIELD,
                                name,
                                "field",
                                fields.stream().map(FieldModel::name).toList()));
                continue;
            }
            check(field.get(), name);
            unique.add(name.value());
        }
        return unique;
    }

    /** Finds those that an event computes, of which no test knows other values. */
    static void checkComputed(EventSpec event, List<String> unique, List<Diagnostic> findings) {
        event.sets().stream()
                .map(SetSpec::field)
                .filter(field -> unique.contains(field.value()))
                .forEach(
                        field ->
                                findings.add(
                                        SpecRules.NOT_YET_SUPPORTED.at(
                                                field.span(),
                                                quoted(field.value())
                                                        + " is unique, and an event that computes it is not"
                                                        + " generated yet",
                                                "let the event carry the value, or take `unique` away")));
    }

    private void check(FieldModel field, Text name) {
        if (field.optional()) {
            findings.add(
                    LinkRules.UNIQUE_OPTIONAL
                            .at(
                                    name.span(),
                                    quoted(name.value())
                                            + " is unique and may be missing: is a missing one the same as another?",
                                    "take the `?` away, or `unique`")
                            .relatedTo(field.origin(), "the field is declared here"));
        }
        problem(field)
                .ifPresent(
                        problem ->
                                findings.add(
                                        LinkRules.UNFITTING_UNIQUE
                                                .at(
                                                        name.span(),
                                                        quoted(name.value())
                                                                + " cannot be unique: "
                                                                + problem,
                                                        "texts of a size, whole numbers and identities can be")
                                                .relatedTo(
                                                        field.origin(),
                                                        "the field is declared here")));
    }

    private static Optional<String> problem(FieldModel declared) {
        FieldModel field = declared.plain();
        if (field.defaultValue().isPresent()) {
            return Optional.of("it has a default, which only one can have");
        }
        if (field.type() == Scalar.UUID) {
            return Optional.empty();
        }
        if (field.type() == Scalar.INT || field.type() == Scalar.LONG) {
            return room(field).filter(room -> room.compareTo(FEWEST_NUMBERS) < 0).isPresent()
                    ? Optional.of("it has fewer than " + FEWEST_NUMBERS + " values")
                    : Optional.empty();
        }
        if (field.type() == Scalar.STRING) {
            int most = field.limits().maxLength().orElse(LONGEST_TEXT);
            if (most > LONGEST_TEXT) {
                return Optional.of("it may be longer than " + LONGEST_TEXT);
            }
            return most < SHORTEST_TEXT
                    ? Optional.of("it has fewer than " + SHORTEST_TEXT + " characters")
                    : Optional.empty();
        }
        return Optional.of("it is " + article(field.type().word()));
    }

    /** How far the least and the greatest number are apart, where both are bounded. */
    private static Optional<BigDecimal> room(FieldModel field) {
        Optional<BigDecimal> least = Optional.empty();
        Optional<BigDecimal> greatest = Optional.empty();
        for (Bound bound : field.limits().bounds()) {
            BigDecimal value = bound.value();
            switch (bound.comparison()) {
                case AT_LEAST, MORE_THAN -> least = Optional.of(least.orElse(value).max(value));
                case AT_MOST, LESS_THAN ->
                        greatest = Optional.of(greatest.orElse(value).min(value));
            }
        }
        Optional<BigDecimal> from = least;
        return greatest.flatMap(to -> from.map(to::subtract));
    }

    private static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + quoted(word);
    }
}
