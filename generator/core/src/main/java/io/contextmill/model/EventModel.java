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
 * @param version of the form that it has now, from 1
 * @param earlier the forms that it had before, by ascending version; possibly not all of them
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
        int version,
        List<EarlierForm> earlier,
        boolean creates,
        boolean changes,
        SourceSpan origin) {

    /** Takes copies of the lists. */
    public EventModel {
        fields = List.copyOf(fields);
        sets = List.copyOf(sets);
        earlier = List.copyOf(earlier);
    }

    /**
     * The event as it was in an earlier form. What it has an effect on is the present form: fields
     * of the same name are copied, others computed.
     */
    public EventModel in(EarlierForm form) {
        return new EventModel(
                name,
                description,
                aggregate,
                form.fields(),
                Optional.empty(),
                form.sets(),
                false,
                isPublic,
                form.version(),
                List.of(),
                creates,
                changes,
                origin);
    }

    /**
     * A form that an event had before.
     *
     * @param version from 1
     * @param fields what it carried then beside the aggregate's identity
     * @param sets the fields of the present form that are computed of these
     */
    public record EarlierForm(int version, List<FieldModel> fields, List<Computed> sets) {

        /** Takes copies of the lists. */
        public EarlierForm {
            fields = List.copyOf(fields);
            sets = List.copyOf(sets);
        }
    }
}
