package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A denormalised view that queries are answered from.
 *
 * @param aggregate the aggregate whose identity is the key of a row
 * @param key the name of the field that identifies a row
 * @param fields the columns without the key
 * @param projections the events that it is built from
 */
public record ReadModel(
        String name,
        Optional<String> description,
        String aggregate,
        String key,
        List<FieldModel> fields,
        List<Projection> projections,
        SourceSpan origin) {

    /** Takes copies of the lists. */
    public ReadModel {
        fields = List.copyOf(fields);
        projections = List.copyOf(projections);
    }

    /** The names of the events that it is built from. */
    public List<String> projects() {
        return projections.stream().map(Projection::event).toList();
    }

    /** The projections of events of its own aggregate. */
    public List<Projection> own() {
        return projections.stream().filter(projection -> projection.key().isEmpty()).toList();
    }

    /** The projections of events of other aggregates. */
    public List<Projection> foreign() {
        return projections.stream().filter(projection -> projection.key().isPresent()).toList();
    }

    /**
     * What an event does to a row.
     *
     * @param event its name
     * @param aggregate what it happened to
     * @param key the event's field that says which row it is, for an event of another aggregate
     *     than the read model's
     * @param sets the columns that get computed values, for which the row before is read
     * @param deletes whether it takes the row out
     */
    public record Projection(
            String event,
            String aggregate,
            Optional<FieldModel> key,
            List<Computed> sets,
            boolean deletes) {

        /** Takes a copy of what it sets. */
        public Projection {
            sets = List.copyOf(sets);
        }

        /**
         * The event with the effects that it has on a row. One of the read model's own aggregate
         * does to the row what it does to the aggregate, save for what is set; one of another
         * aggregate copies fields of the same name.
         */
        public EventModel on(EventModel said) {
            List<Computed> effects = new ArrayList<>(sets);
            if (key.isEmpty()) {
                said.sets().stream()
                        .filter(
                                set ->
                                        sets.stream()
                                                .noneMatch(own -> own.field().equals(set.field())))
                        .forEach(effects::add);
            }
            return new EventModel(
                    said.name(),
                    said.description(),
                    said.aggregate(),
                    said.fields(),
                    key.isEmpty() ? said.to() : Optional.empty(),
                    effects,
                    deletes || (key.isEmpty() && said.deletes()),
                    said.isPublic(),
                    said.version(),
                    said.earlier(),
                    key.isEmpty() && said.creates(),
                    key.isPresent() || said.changes(),
                    said.origin());
        }
    }
}
