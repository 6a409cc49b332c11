package io.contextmill.emitters.memory;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.contextmill.emitters.java.ReadModelTypes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.Modifier;

/**
 * What rows that several aggregates change keep beside themselves: what they have seen of whom, and
 * events that wait for a row to begin.
 */
record SourcesOfRows(ReadModelTypes readModel) {

    void addTo(TypeSpec.Builder type) {
        type.addField(map(versions(), "seen"))
                .addField(map(events(), "awaited"))
                .addMethod(seen())
                .addMethod(see())
                .addMethod(await())
                .addMethod(takeAwaited());
    }

    private ClassName version() {
        return readModel.types().platform("Version");
    }

    private TypeName event() {
        return readModel.types().versioned(ClassName.get(Object.class));
    }

    private TypeName versions() {
        return ParameterizedTypeName.get(
                ClassName.get(Map.class), ClassName.get(String.class), version());
    }

    /** By source and version. */
    private TypeName events() {
        return ParameterizedTypeName.get(
                ClassName.get(SortedMap.class), ClassName.get(String.class), event());
    }

    private FieldSpec map(TypeName values, String name) {
        TypeName map =
                ParameterizedTypeName.get(
                        ClassName.get(Map.class), readModel.aggregate().id(), values);
        return FieldSpec.builder(map, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T<>()", ConcurrentHashMap.class)
                .build();
    }

    private MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(readModel.aggregate().id(), readModel.keyParameter());
    }

    private MethodSpec seen() {
        return overriding("seen")
                .addParameter(String.class, "source")
                .returns(version())
                .addStatement(
                        "return seen.getOrDefault($L, $T.of()).getOrDefault(source, $T.NONE)",
                        readModel.keyParameter(),
                        Map.class,
                        version())
                .build();
    }

    private MethodSpec see() {
        return overriding("see")
                .addParameter(String.class, "source")
                .addParameter(version(), "version")
                .addStatement(
                        "seen.computeIfAbsent($L, any -> new $T<>()).put(source, version)",
                        readModel.keyParameter(),
                        ConcurrentHashMap.class)
                .build();
    }

    private MethodSpec await() {
        TypeName any =
                ParameterizedTypeName.get(
                        readModel.types().platform("Versioned"),
                        WildcardTypeName.subtypeOf(Object.class));
        return overriding("await")
                .addParameter(String.class, "source")
                .addParameter(any, "event")
                .addStatement(
                        "$T place = $S.formatted(source, event.version().value())",
                        String.class,
                        "%s/%019d")
                .addStatement(
                        "awaited.computeIfAbsent($L, any -> new $T<>()).putIfAbsent(place, new"
                                + " $T<>(event.value(), event.version()))",
                        readModel.keyParameter(),
                        TreeMap.class,
                        readModel.types().platform("Versioned"))
                .build();
    }

    private MethodSpec takeAwaited() {
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), event());
        return overriding("takeAwaited")
                .returns(list)
                .addStatement("$T taken = awaited.remove($L)", events(), readModel.keyParameter())
                .addStatement(
                        "return taken == null ? $T.of() : $T.copyOf(taken.values())",
                        List.class,
                        List.class)
                .build();
    }
}
