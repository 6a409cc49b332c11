package io.contextmill.model;

import io.contextmill.model.AggregateModel.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an event does to fields: those of the same name are copied, the field of the lifecycle takes
 * its state, and what the event sets is computed.
 */
public final class Effects {
    private Effects() {}

    /** Where the new value of a field comes from. */
    public sealed interface Source {}

    /** A state of the lifecycle. */
    public record State(String value) implements Source {}

    /** The event's field of the same name. */
    public record Copy(FieldModel from) implements Source {}

    /** A value that is computed of the event and what was there before. */
    public record Computation(Expression value) implements Source {}

    /** Nowhere: the value is missing. */
    public record Nothing() implements Source {}

    /**
     * A field that gets a value.
     *
     * @param field the field
     * @param source the value
     */
    public record Assignment(FieldModel field, Source source) {}

    /**
     * The values that all fields have when an event begins an aggregate or a row, in the order of
     * the fields.
     */
    public static List<Assignment> beginning(
            List<FieldModel> fields, Optional<Lifecycle> lifecycle, EventModel event) {
        List<Assignment> assignments = new ArrayList<>();
        for (FieldModel field : fields) {
            Source otherwise =
                    lifecycleOf(field, lifecycle)
                            .<Source>map(cycle -> new State(cycle.initial()))
                            .or(() -> Defaults.of(field).map(Computation::new))
                            .orElseGet(Nothing::new);
            assignments.add(
                    new Assignment(field, source(field, lifecycle, event).orElse(otherwise)));
        }
        return assignments;
    }

    /** The fields that an event changes, in their order, and their new values. */
    public static List<Assignment> changes(
            List<FieldModel> fields, Optional<Lifecycle> lifecycle, EventModel event) {
        List<Assignment> assignments = new ArrayList<>();
        for (FieldModel field : fields) {
            source(field, lifecycle, event)
                    .ifPresent(source -> assignments.add(new Assignment(field, source)));
        }
        return assignments;
    }

    /** The fields that some of the events change, in their order. */
    public static List<FieldModel> changed(
            List<FieldModel> fields, Optional<Lifecycle> lifecycle, List<EventModel> events) {
        return fields.stream()
                .filter(
                        field ->
                                events.stream()
                                        .anyMatch(
                                                event ->
                                                        source(field, lifecycle, event)
                                                                .isPresent()))
                .toList();
    }

    private static Optional<Source> source(
            FieldModel field, Optional<Lifecycle> lifecycle, EventModel event) {
        if (lifecycleOf(field, lifecycle).isPresent() && event.to().isPresent()) {
            return event.to().map(State::new);
        }
        Optional<Source> computed =
                event.sets().stream()
                        .filter(set -> set.field().equals(field.name()))
                        .findFirst()
                        .map(set -> new Computation(set.value()));
        if (computed.isPresent()) {
            return computed;
        }
        return event.fields().stream()
                .filter(own -> own.name().equals(field.name()))
                .findFirst()
                .map(Copy::new);
    }

    private static Optional<Lifecycle> lifecycleOf(
            FieldModel field, Optional<Lifecycle> lifecycle) {
        return lifecycle.filter(cycle -> cycle.field().equals(field.name()));
    }
}
