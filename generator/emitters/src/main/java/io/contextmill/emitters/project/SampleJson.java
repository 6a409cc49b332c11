package io.contextmill.emitters.project;

import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A JSON object with a value for each field that needs one.
 *
 * @param members its members, as JSON
 */
record SampleJson(List<String> members) {
    SampleJson {
        members = List.copyOf(members);
    }

    static SampleJson of(List<FieldModel> fields, Samples samples) {
        return new SampleJson(
                fields.stream()
                        .filter(field -> !field.mayBeLeftOut())
                        .map(field -> member(Names.json(field), samples.json(field, 1)))
                        .toList());
    }

    /** The same object with a text as its first member. */
    SampleJson withFirst(String name, String text) {
        List<String> all = new ArrayList<>(List.of(member(name, "\"" + text + "\"")));
        all.addAll(members);
        return new SampleJson(all);
    }

    String text() {
        return members.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String member(String name, String value) {
        return "\"" + name + "\": " + value;
    }
}
