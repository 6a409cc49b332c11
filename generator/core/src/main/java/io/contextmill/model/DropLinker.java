package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.DropSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes over what goes from the database, and finds what of it is asked for all the same. */
final class DropLinker {
    private final ContextSpec spec;
    private final List<AggregateModel> aggregates;
    private final List<ReadModel> readModels;
    private final List<Diagnostic> findings;

    DropLinker(
            ContextSpec spec,
            List<AggregateModel> aggregates,
            List<ReadModel> readModels,
            List<Diagnostic> findings) {
        this.spec = spec;
        this.aggregates = aggregates;
        this.readModels = readModels;
        this.findings = findings;
    }

    List<Drop> drops() {
        List<Drop> drops = new ArrayList<>();
        for (DropSpec drop : spec.drops()) {
            if (isAskedFor(drop)) {
                findings.add(
                        LinkRules.DROP_OF_WHAT_IS_ASKED_FOR.at(
                                drop.gone().span(),
                                quoted(drop.gone().value())
                                        + " is to go, and is inferred all the same",
                                "take `drop` out, or say what is to be there instead of what is inferred"));
            } else if (drop.keptAsEvents() && drop.field().isEmpty()) {
                findings.add(
                        LinkRules.DROP_OF_EVENTS.at(
                                drop.name().span(),
                                "what happened to "
                                        + quoted(drop.name().value())
                                        + " stays in the event store",
                                "delete it by a migration of yours when nobody reads it any more"));
            }
            drops.add(
                    new Drop(
                            drop.of() == DropSpec.Of.AGGREGATE
                                    ? Drop.Of.AGGREGATE
                                    : Drop.Of.READ_MODEL,
                            drop.name().value(),
                            drop.field().map(field -> field.value()),
                            drop.gone().span()));
        }
        return drops;
    }

    /** Only what was inferred can be called so: two declarations of one name are none. */
    private boolean isAskedFor(DropSpec drop) {
        String name = drop.name().value();
        Optional<List<FieldModel>> there =
                drop.of() == DropSpec.Of.AGGREGATE
                        ? aggregates.stream()
                                .filter(aggregate -> aggregate.name().equals(name))
                                .findFirst()
                                .map(AggregateModel::fields)
                        : readModels.stream()
                                .filter(readModel -> readModel.name().equals(name))
                                .findFirst()
                                .map(ReadModel::fields);
        return there.filter(
                        fields ->
                                drop.field().isEmpty()
                                        || fields.stream()
                                                .map(FieldModel::name)
                                                .anyMatch(drop.gone().value()::equals))
                .isPresent();
    }

    /** The names that something may have used and that are gone. */
    static Stream<String> names(ContextSpec spec) {
        return spec.drops().stream()
                .flatMap(
                        drop ->
                                drop.of() == DropSpec.Of.AGGREGATE && drop.field().isEmpty()
                                        ? Stream.of(drop.name().value(), drop.name().value() + "Id")
                                        : Stream.of(drop.gone().value()));
    }
}
