package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.ReadModel.Projection;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.ProjectionSpec;
import io.contextmill.spec.ContextSpec.ReadModelSpec;
import io.contextmill.spec.Later;
import io.contextmill.spec.SpecRules;
import io.contextmill.spec.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves which events a read model is built from, and what they do to its rows. */
final class ProjectionLinker {
    private final ContextSpec spec;
    private final List<AggregateModel> aggregates;
    private final BehaviourLinker behaviour;
    private final Hints hints;
    private final List<Diagnostic> findings;

    ProjectionLinker(
            ContextSpec spec,
            List<AggregateModel> aggregates,
            BehaviourLinker behaviour,
            Hints hints,
            List<Diagnostic> findings) {
        this.spec = spec;
        this.aggregates = aggregates;
        this.behaviour = behaviour;
        this.hints = hints;
        this.findings = findings;
    }

    /**
     * The projections of a read model.
     *
     * @param aggregate the aggregate that its rows are about
     * @param key the name of the field that identifies a row
     * @param columns the fields of a row without the key
     */
    List<Projection> link(
            ReadModelSpec readModel,
            AggregateModel aggregate,
            String key,
            List<FieldModel> columns) {
        List<Projection> projections = new ArrayList<>();
        for (ProjectionSpec written : readModel.projects().orElse(List.of())) {
            event(written.event())
                    .flatMap(
                            event -> projection(readModel, written, event, aggregate, key, columns))
                    .ifPresent(projections::add);
        }
        return projections;
    }

    private Optional<EventModel> event(Text name) {
        Optional<EventModel> event =
                aggregates.stream()
                        .flatMap(owner -> owner.events().stream())
                        .filter(candidate -> candidate.name().equals(name.value()))
                        .findFirst();
        if (event.isEmpty() && name.value().contains(".")) {
            findings.add(
                    SpecRules.NOT_YET_SUPPORTED.at(
                            name.span(),
                            "a read model that is built from an event of another context, such as "
                                    + quoted(name.value())
                                    + ", is not generated yet",
                            Later.hint(Later.FOREIGN_EVENT)));
        } else if (event.isEmpty()) {
            findings.add(
                    hints.unknown(
                            ReferenceRules.UNKNOWN_EVENT,
                            name,
                            "event",
                            spec.events().stream().map(known -> known.name().value()).toList()));
        }
        return event;
    }

    private Optional<Projection> projection(
            ReadModelSpec readModel,
            ProjectionSpec written,
            EventModel event,
            AggregateModel aggregate,
            String key,
            List<FieldModel> columns) {
        boolean own = event.aggregate().equals(aggregate.name());
        Optional<FieldModel> row = own ? Optional.empty() : rowOf(event, aggregate, key);
        if (!own && row.isEmpty()) {
            findings.add(
                    ReadSideRules.EVENT_WITHOUT_ROW
                            .at(
                                    written.event().span(),
                                    quoted(event.name())
                                            + " does not say which row of "
                                            + quoted(readModel.name().value())
                                            + " it changes",
                                    "give it one field of the type "
                                            + quoted(aggregate.id().name())
                                            + " that cannot be missing")
                            .relatedTo(event.origin(), "the event is declared here"));
            return Optional.empty();
        }
        if (event.creates() && own && written.isEnd()) {
            findings.add(
                    ReadSideRules.ROW_ENDS_AT_ITS_BEGINNING.at(
                            written.event().span(),
                            quoted(event.name())
                                    + " makes "
                                    + quoted(aggregate.name())
                                    + ", and takes out the row that would begin with it",
                            "take `deletes` away, or do not project the event"));
        }
        if (!written.sets().isEmpty() && (written.isEnd() || (own && event.deletes()))) {
            findings.add(
                    ReadSideRules.SETS_WHAT_GOES.at(
                            written.sets().get(0).field().span(),
                            quoted(event.name())
                                    + " takes the row of "
                                    + quoted(readModel.name().value())
                                    + " out, and sets fields of it",
                            "say either `sets` or `deletes`"));
        }
        List<Computed> sets =
                behaviour.projection(
                        written.sets(),
                        readModel.name().value(),
                        columns,
                        event,
                        aggregate(event.aggregate()).id(),
                        own ? aggregate.lifecycle() : Optional.empty(),
                        own && event.creates());
        return Optional.of(
                new Projection(event.name(), event.aggregate(), row, sets, written.isEnd()));
    }

    private AggregateModel aggregate(String name) {
        return aggregates.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The only field that can name the row, or the one of several that is called as the key. */
    private static Optional<FieldModel> rowOf(
            EventModel event, AggregateModel aggregate, String key) {
        List<FieldModel> candidates =
                event.fields().stream()
                        .filter(field -> field.type().equals(aggregate.id()))
                        .filter(field -> !field.optional())
                        .toList();
        return candidates.size() == 1
                ? Optional.of(candidates.get(0))
                : candidates.stream().filter(field -> field.name().equals(key)).findFirst();
    }
}
