package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A domain event: something that happened to one aggregate.
 *
 * @param aggregate the aggregate that it happened to
 * @param fields what it carries beside the aggregate's identity
 * @param to the state into which it moves the lifecycle
 * @param sets the aggregate's fields that get computed values, for which the state before is read
 * @param deletes whether it ends the aggregate: nothing can happen to it any more
 * @param isPublic whether other contexts may hear of it: then it is an integration event as well
 * @param creates whether some command emits it as the first event of an aggregate
 * @param changes whether some command emits it on an aggregate that exists, or nobody emits it
 */
public record EventModel(
        String name,
        Optional<String> description,
        String aggregate,
        List<FieldModel> fields,
        Optional<String> to,
        List<Computed> sets,
        boolean deletes,
        boolean isPublic,
        boolean creates,
        boolean changes,
        SourceSpan origin) {

    /** Takes copies of the lists. */
    public EventModel {
        fields = List.copyOf(fields);
        sets = List.copyOf(sets);
    }
}
