package io.contextmill.emitters.memory;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.ReadModelClass;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** The public factory of the adapter. */
final class AdapterFile {
    private AdapterFile() {}

    static JavaSource of(ContextTypes types) {
        ClassName name = types.of(ContextClass.MEMORY_ADAPTER);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of("Makes everything that keeps its data in memory.")
                                        .block())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build());
        types.aggregates().stream()
                .filter(AggregateTypes::isAlive)
                .forEach(aggregate -> type.addMethod(repository(aggregate)));
        types.readModels().forEach(readModel -> type.addMethod(rows(readModel)));
        return JavaSource.of(name, type.build());
    }

    /** The type of what hears of each event once it is saved. */
    static TypeName committed(AggregateTypes aggregate) {
        return ParameterizedTypeName.get(
                ClassName.get(Consumer.class), aggregate.types().versioned(aggregate.event()));
    }

    private static MethodSpec repository(AggregateTypes aggregate) {
        return MethodSpec.methodBuilder(aggregate.variables())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(
                        Javadoc.of("No $L yet.", aggregate.nouns())
                                .param("committed", "hears of each event once it is saved")
                                .block())
                .addParameter(aggregate.decider(), "decider")
                .addParameter(committed(aggregate), "committed")
                .returns(aggregate.repository())
                .addStatement(
                        "return new $T(decider, committed)",
                        aggregate.of(AggregateClass.MEMORY_REPOSITORY))
                .build();
    }

    private static MethodSpec rows(ReadModelTypes readModel) {
        String meaning =
                readModel.isBuilt() ? "No rows yet." : "No rows, since no event builds any.";
        return MethodSpec.methodBuilder(readModel.factory())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Javadoc.of(meaning).block())
                .returns(readModel.rows())
                .addStatement("return new $T()", readModel.of(ReadModelClass.MEMORY_ROWS))
                .build();
    }
}
