package io.contextmill.emitters.readmodel;

import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.FieldModel;

/** What comments say about the fields that a listing selects by. */
final class Filters {
    private Filters() {}

    static void describe(Javadoc javadoc, FieldModel asked) {
        String all = asked.optional() ? "; empty for all rows" : "";
        javadoc.param(
                ReadModelTypes.parameter(asked),
                "the $L of the rows" + all,
                Phrases.noun(asked.name()));
    }
}
