package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** How the test of repositories lets several writers save at the same time. */
final class Writers {
    private Writers() {}

    static List<MethodSpec> of(AggregateTypes aggregate, ClassName test) {
        TypeName saved = aggregate.types().versioned(aggregate.id());
        TypeName save = ParameterizedTypeName.get(ClassName.get(Future.class), saved);
        return List.of(together(saved, save, test), hasSaved(aggregate, save));
    }

    private static MethodSpec together(TypeName saved, TypeName save, ClassName test) {
        return MethodSpec.methodBuilder("together")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc(
                        Javadoc.of(
                                        "Lets several writers save at the same time and counts those who could.")
                                .block())
                .addParameter(
                        ParameterizedTypeName.get(ClassName.get(Callable.class), saved), "save")
                .returns(TypeName.LONG)
                .addException(InterruptedException.class)
                .addStatement(
                        "$T writers = $T.newFixedThreadPool(WRITERS)",
                        ExecutorService.class,
                        Executors.class)
                .beginControlFlow("try")
                .addStatement(
                        "$T saves = writers.invokeAll($T.range(0, WRITERS).mapToObj(writer -> save).toList())",
                        ParameterizedTypeName.get(ClassName.get(List.class), save),
                        IntStream.class)
                .addStatement("return saves.stream().filter($T::hasSaved).count()", test)
                .nextControlFlow("finally")
                .addStatement("writers.shutdown()")
                .endControlFlow()
                .build();
    }

    private static MethodSpec hasSaved(AggregateTypes aggregate, TypeName save) {
        return MethodSpec.methodBuilder("hasSaved")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(save, "save")
                .returns(TypeName.BOOLEAN)
                .beginControlFlow("try")
                .addStatement("save.get()")
                .addStatement("return true")
                .nextControlFlow("catch ($T e)", Exception.class)
                .addStatement(
                        "$T.assertThat(e).hasCauseInstanceOf($T.class)",
                        Libraries.ASSERTIONS,
                        aggregate.types().platform("OptimisticLockConflict"))
                .addStatement("return false")
                .endControlFlow()
                .build();
    }
}
