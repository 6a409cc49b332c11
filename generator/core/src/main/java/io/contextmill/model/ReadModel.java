package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A denormalised view that queries are answered from.
 *
 * @param aggregate the aggregate whose identity is the key of a row
 * @param key the name of the field that identifies a row
 * @param fields the columns without the key
 * @param projects the names of the events that it is built from, all of them of {@code aggregate}
 */
public record ReadModel(
        String name,
        Optional<String> description,
        String aggregate,
        String key,
        List<FieldModel> fields,
        List<String> projects,
        SourceSpan origin) {

    /** Takes copies of the lists. */
    public ReadModel {
        fields = List.copyOf(fields);
        projects = List.copyOf(projects);
    }
}
