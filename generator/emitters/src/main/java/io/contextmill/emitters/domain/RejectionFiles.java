package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.Names;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The rejections that every aggregate has, and those that the spec has names for. */
final class RejectionFiles {
    private RejectionFiles() {}

    static JavaSource notFound(AggregateTypes aggregate) {
        String noun = aggregate.noun();
        return rejection(
                aggregate,
                aggregate.notFound(),
                Javadoc.of("There is no such $L.", noun),
                Javadoc.of("Names the $L that was asked for.", noun),
                CodeBlock.of(
                        "Reason.NOT_FOUND, $L + id + $S",
                        Literals.string("There is no " + noun + " "),
                        "."));
    }

    static JavaSource alreadyExists(AggregateTypes aggregate) {
        return rejection(
                aggregate,
                aggregate.alreadyExists(),
                Javadoc.of("There is $L with that identity already.", aggregate.aNoun()),
                Javadoc.of("Names the $L that is in the way.", aggregate.noun()),
                CodeBlock.of(
                        "Reason.CONFLICT, $L + id + $S",
                        Literals.string("There is " + aggregate.aNoun() + " "),
                        " already."));
    }

    static JavaSource noLongerExists(AggregateTypes aggregate) {
        String noun = aggregate.noun();
        return rejection(
                aggregate,
                aggregate.noLongerExists(),
                Javadoc.of("There was such $L, and it was deleted.", aggregate.aNoun()),
                Javadoc.of("Names the $L that was asked for.", noun),
                CodeBlock.of(
                        "Reason.GONE, $L + id + $S",
                        Literals.string("The " + noun + " "),
                        " was deleted."));
    }

    /** That of a value which only one aggregate can have. */
    static JavaSource taken(AggregateTypes aggregate, FieldModel field) {
        String noun = Phrases.noun(field.name());
        String component = Names.component(field);
        return rejection(
                aggregate.types(),
                aggregate.taken(field),
                Javadoc.of("There is $L with that $L already.", aggregate.aNoun(), noun),
                Javadoc.of("Names the $L that is taken.", noun),
                ParameterSpec.builder(aggregate.types().type(field), component).build(),
                CodeBlock.of(
                        "Reason.CONFLICT, $L + $L + $S",
                        Literals.string(
                                "There is " + aggregate.aNoun() + " with the " + noun + " "),
                        component,
                        " already."));
    }

    /** One that the spec has a name for. */
    static JavaSource named(ContextTypes types, String name) {
        List<Object> parts = new ArrayList<>();
        types.context().rejectedWith(name).forEach(command -> parts.add(types.command(command)));
        types.aggregates().stream()
                .filter(
                        aggregate ->
                                aggregate.model().invariants().stream()
                                        .anyMatch(invariant -> invariant.rejection().equals(name)))
                .forEach(aggregate -> parts.add(aggregate.state()));
        String links = Phrases.and(parts.stream().map(part -> "{@link $T}").toList());
        parts.add(Phrases.noun(name));
        return rejection(
                types,
                types.rejection(name),
                Javadoc.of("Rejects " + links + ": $L.", parts.toArray()),
                Javadoc.of("Says why, for people."),
                ParameterSpec.builder(String.class, "message").build(),
                CodeBlock.of("Reason.CONFLICT, message"));
    }

    private static JavaSource rejection(
            AggregateTypes aggregate,
            ClassName name,
            Javadoc meaning,
            Javadoc constructor,
            CodeBlock message) {
        return rejection(
                aggregate.types(),
                name,
                meaning,
                constructor,
                ParameterSpec.builder(aggregate.id(), "id").build(),
                message);
    }

    private static JavaSource rejection(
            ContextTypes types,
            ClassName name,
            Javadoc meaning,
            Javadoc constructor,
            ParameterSpec parameter,
            CodeBlock arguments) {
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .superclass(types.platform("Rejection"))
                        // A member of the superclass hides any other type of that name.
                        .alwaysQualify("Reason")
                        .addJavadoc(meaning.block())
                        .addField(
                                FieldSpec.builder(
                                                TypeName.LONG,
                                                "serialVersionUID",
                                                Modifier.PRIVATE,
                                                Modifier.STATIC,
                                                Modifier.FINAL)
                                        .addAnnotation(Serial.class)
                                        .initializer("1L")
                                        .build())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PUBLIC)
                                        .addJavadoc(constructor.block())
                                        .addParameter(parameter)
                                        .addStatement("super($L)", arguments)
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }
}
