package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.Type.Entity;
import java.util.List;
import java.util.UUID;
import javax.lang.model.element.Modifier;

/** The identity of an aggregate, or of an entity inside one. */
final class IdFile {
    private IdFile() {}

    static JavaSource of(AggregateTypes aggregate) {
        TypeSpec.Builder type = type(aggregate.id(), aggregate.model().name());
        if (aggregate.isMade()) {
            type.addMethod(random(aggregate));
        }
        return JavaSource.of(aggregate.id(), type.addMethod(print()).build());
    }

    static JavaSource of(ContextTypes types, Entity entity) {
        ClassName id = (ClassName) types.type(entity.id());
        return JavaSource.of(id, type(id, entity.id().aggregate()).addMethod(print()).build());
    }

    private static TypeSpec.Builder type(ClassName id, String identified) {
        List<Component> components = List.of(Component.of("value", ClassName.get(UUID.class)));
        return Records.of(id, components, Javadoc.of("Rejects null."), CodeBlock.of(""))
                .addAnnotation(Libraries.VALUE_OBJECT)
                .addJavadoc(
                        Javadoc.of("Identifies $L.", Phrases.aNoun(identified))
                                .param("value", "unique among all $L", Phrases.nouns(identified))
                                .block());
    }

    private static MethodSpec random(AggregateTypes aggregate) {
        return MethodSpec.methodBuilder("random")
                .addJavadoc(
                        Javadoc.of(
                                        "The identity of $L that is about to be created.",
                                        aggregate.aNoun())
                                .block())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(aggregate.id())
                .addStatement("return new $T($T.randomUUID())", aggregate.id(), UUID.class)
                .build();
    }

    private static MethodSpec print() {
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return value.toString()")
                .build();
    }
}
