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
import io.contextmill.model.Type.IdType;
import java.util.List;
import java.util.UUID;
import javax.lang.model.element.Modifier;

/** The identity of an aggregate, or of an entity inside one. */
final class IdFile {
    private IdFile() {}

    static JavaSource of(AggregateTypes aggregate) {
        IdType id = aggregate.model().id();
        TypeSpec.Builder type = type(aggregate.types(), id);
        if (aggregate.hasRandomIdentity()) {
            type.addMethod(random(aggregate));
        }
        return JavaSource.of(aggregate.id(), type.addMethod(print(id)).build());
    }

    static JavaSource of(ContextTypes types, Entity entity) {
        IdType id = entity.id();
        return JavaSource.of(
                (ClassName) types.type(id), type(types, id).addMethod(print(id)).build());
    }

    private static TypeSpec.Builder type(ContextTypes types, IdType id) {
        String identified = id.aggregate();
        List<Component> components = List.of(Component.of("value", types.type(id.value())));
        return Records.of(
                        (ClassName) types.type(id),
                        components,
                        Javadoc.of("Rejects null."),
                        CodeBlock.of(""))
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

    private static MethodSpec print(IdType id) {
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement(id.isUuid() ? "return value.toString()" : "return value")
                .build();
    }
}
