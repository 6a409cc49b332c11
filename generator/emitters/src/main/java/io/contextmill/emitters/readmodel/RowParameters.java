package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.Records.Component;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A version and the fields of a row as parameters of a method of a test. */
final class RowParameters {
    /** What such a method calls the version of the row. */
    static final String VERSION = "version";

    private static final Set<String> TAKEN = Set.of(VERSION, "id", "row");

    private final List<Component> fields;

    RowParameters(ReadModelTypes readModel) {
        List<Component> components = readModel.components();
        this.fields =
                components.subList(1, components.size()).stream()
                        .map(field -> Component.of(name(field.name()), field.type()))
                        .toList();
    }

    /** Adds them to a method. */
    void addTo(MethodSpec.Builder method) {
        method.addParameter(TypeName.LONG, VERSION);
        fields.forEach(field -> method.addParameter(field.type(), field.name()));
    }

    /** The fields as further arguments of the row's constructor, each behind a comma. */
    String arguments() {
        return fields.stream().map(field -> ", " + field.name()).collect(Collectors.joining());
    }

    private static String name(String component) {
        return TAKEN.contains(component) ? component + "_" : component;
    }
}
