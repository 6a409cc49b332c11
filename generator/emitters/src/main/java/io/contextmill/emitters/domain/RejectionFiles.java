package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import java.io.Serial;
import javax.lang.model.element.Modifier;

/** The rejections that every aggregate has. */
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

    private static JavaSource rejection(
            AggregateTypes aggregate,
            ClassName name,
            Javadoc meaning,
            Javadoc constructor,
            CodeBlock message) {
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .superclass(aggregate.types().platform("Rejection"))
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
                                        .addParameter(aggregate.id(), "id")
                                        .addStatement("super($L)", message)
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }
}
