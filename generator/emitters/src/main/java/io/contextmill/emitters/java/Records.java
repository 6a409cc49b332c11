package io.contextmill.emitters.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Records of values that hold no nulls. */
public final class Records {
    private static final ClassName LIST = ClassName.get(List.class);

    private Records() {}

    /**
     * A component of a record.
     *
     * @param name its name
     * @param type its type
     * @param annotations what it is marked with
     */
    public record Component(String name, TypeName type, List<AnnotationSpec> annotations) {
        /** Takes a copy of the annotations. */
        public Component {
            annotations = List.copyOf(annotations);
        }

        /** A component without annotations. */
        public static Component of(String name, TypeName type) {
            return new Component(name, type, List.of());
        }
    }

    /** What has a component called as declared in JSON, where Java calls it otherwise. */
    public static List<AnnotationSpec> nameInJson(String declared, String component) {
        return declared.equals(component)
                ? List.of()
                : List.of(
                        AnnotationSpec.builder(Libraries.JSON_PROPERTY)
                                .addMember("value", "$S", declared)
                                .build());
    }

    /** The components that hold an identity and fields. */
    public static List<Component> components(
            FieldTypes types, Component identity, List<FieldModel> fields) {
        List<Component> components = new ArrayList<>(List.of(identity));
        fields.forEach(
                field -> components.add(Component.of(Names.component(field), types.type(field))));
        return components;
    }

    /** A public record whose constructor rejects nulls. */
    public static TypeSpec.Builder of(ClassName name, List<Component> components) {
        boolean lists = components.stream().anyMatch(component -> copy(component).isPresent());
        Javadoc rejects =
                Javadoc.of(lists ? "Rejects nulls, and takes copies of lists." : "Rejects nulls.");
        return of(name, components, rejects, CodeBlock.of(""));
    }

    /**
     * A public record whose constructor rejects nulls and more.
     *
     * @param rejects what it says about its constructor
     * @param checks what the constructor does once there are no nulls
     */
    public static TypeSpec.Builder of(
            ClassName name, List<Component> components, Javadoc rejects, CodeBlock checks) {
        MethodSpec.Builder constructor =
                MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(rejects.block());
        for (Component component : components) {
            constructor.addParameter(
                    ParameterSpec.builder(component.type(), component.name())
                            .addAnnotations(component.annotations())
                            .build());
            Optional<CodeBlock> copy = copy(component);
            if (copy.isPresent()) {
                constructor.addStatement("$L = $L", component.name(), copy.get());
            } else if (!component.type().isPrimitive()) {
                constructor.addStatement(
                        "$T.requireNonNull($L, $S)",
                        Objects.class,
                        component.name(),
                        component.name());
            }
        }
        constructor.addCode(checks);
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(constructor.build());
    }

    /** A copy of a list, which rejects nulls itself; nothing for what is no list. */
    private static Optional<CodeBlock> copy(Component component) {
        if (!(component.type() instanceof ParameterizedTypeName type)) {
            return Optional.empty();
        }
        if (type.rawType().equals(LIST)) {
            return Optional.of(CodeBlock.of("$T.copyOf($L)", List.class, component.name()));
        }
        return type.typeArguments().get(0) instanceof ParameterizedTypeName inner
                        && inner.rawType().equals(LIST)
                ? Optional.of(CodeBlock.of("$L.map($T::copyOf)", component.name(), List.class))
                : Optional.empty();
    }

    /**
     * A method that gives the same value with another value of one component.
     *
     * @param noun what the record stands for
     * @param changed the component that differs
     */
    public static MethodSpec with(
            ClassName name, String noun, List<Component> components, Component changed) {
        String capital = Phrases.capitalised(changed.name());
        boolean taken =
                components.stream().anyMatch(component -> component.name().equals("new" + capital));
        String argument = (taken ? "another" : "new") + capital;
        String arguments =
                components.stream()
                        .map(component -> component.equals(changed) ? argument : component.name())
                        .collect(Collectors.joining(", "));
        return MethodSpec.methodBuilder("with" + capital)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        Javadoc.of(
                                        "The same $L with $L $L.",
                                        noun,
                                        copy(changed).isPresent() ? "other" : "another",
                                        Phrases.noun(changed.name()))
                                .block())
                .addParameter(changed.type(), argument)
                .returns(name)
                .addStatement("return new $T($L)", name, arguments)
                .build();
    }
}
