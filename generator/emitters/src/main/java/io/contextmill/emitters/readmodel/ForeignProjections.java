package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.ReadModelTypes.Foreign;
import io.contextmill.model.Effects;
import io.contextmill.model.Effects.Assignment;
import io.contextmill.naming.Names;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * The methods of a projection that hear of events of other aggregates than the one that rows are
 * about.
 */
final class ForeignProjections {
    private final ReadModelTypes readModel;
    private final ContextTypes types;
    private final EffectCode code;
    private final String rows;

    ForeignProjections(ReadModelTypes readModel, EffectCode code) {
        this.readModel = readModel;
        this.types = readModel.types();
        this.code = code;
        this.rows = readModel.variables();
    }

    /** One listener for each of the other aggregates. */
    void addListeners(TypeSpec.Builder type) {
        readModel.sources().forEach(source -> type.addMethod(listener(source)));
    }

    /** What the listeners have in common. */
    void addHelpers(TypeSpec.Builder type) {
        if (readModel.foreign().stream().anyMatch(foreign -> !foreign.event().deletes())) {
            type.addMethod(change());
        }
        if (readModel.foreign().stream().anyMatch(foreign -> foreign.event().deletes())) {
            type.addMethod(end());
        }
        type.addMethod(tell());
    }

    private MethodSpec listener(AggregateTypes source) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(readModel.listener(source))
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "Brings the row that an event of $L is about up to it; once the row has"
                                                        + " begun, where it has not.",
                                                source.aNoun())
                                        .param(
                                                "event",
                                                "what happened, with the version that the $L has since",
                                                source.noun())
                                        .block())
                        .addParameter(types.versioned(source.event()), "event");
        List<Foreign> heard =
                readModel.foreign().stream()
                        .filter(foreign -> foreign.aggregate().equals(source))
                        .toList();
        for (int i = 0; i < heard.size(); i++) {
            Foreign foreign = heard.get(i);
            String variable = source.variable(foreign.event());
            CodeBlock condition =
                    CodeBlock.of(
                            "if (event.value() instanceof $T $L)",
                            types.event(foreign.event()),
                            variable);
            if (i == 0) {
                method.beginControlFlow("$L", condition);
            } else {
                method.nextControlFlow("else $L", condition);
            }
            method.addStatement(effect(foreign, variable));
        }
        return method.endControlFlow().build();
    }

    private CodeBlock effect(Foreign foreign, String variable) {
        CodeBlock key = CodeBlock.of("$L.$L()", variable, Names.component(foreign.key()));
        CodeBlock source =
                CodeBlock.of(
                        "$L + $L.$L()",
                        Literals.string(foreign.aggregate().name() + "/"),
                        variable,
                        foreign.aggregate().idComponent());
        if (foreign.event().deletes()) {
            return CodeBlock.of("end($L, $L, event)", key, source);
        }
        List<Assignment> changes =
                Effects.changes(readModel.model().fields(), Optional.empty(), foreign.event());
        return CodeBlock.of(
                "change($L, $L, event, before -> $L)",
                key,
                source,
                code.change("before", changes, variable, Names::component));
    }

    private MethodSpec.Builder helper(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(readModel.aggregate().id(), "key")
                .addParameter(String.class, "source")
                .addParameter(
                        ParameterizedTypeName.get(
                                types.platform("Versioned"),
                                WildcardTypeName.subtypeOf(Object.class)),
                        "event");
    }

    private MethodSpec change() {
        ClassName versioned = types.platform("Versioned");
        MethodSpec.Builder method =
                helper("change")
                        .addParameter(
                                ParameterizedTypeName.get(
                                        ClassName.get(UnaryOperator.class), readModel.row()),
                                "change");
        String seen = "event.version().value() <= $1L.seen(key, source).value()";
        return method.beginControlFlow(
                        readModel.isMortal()
                                ? "if ($1L.isDeleted(key) || " + seen + ")"
                                : "if (" + seen + ")",
                        rows)
                .addStatement("return")
                .endControlFlow()
                .addStatement(
                        "$T row = $L.find(key)",
                        ContextTypes.optional(types.versioned(readModel.row())),
                        rows)
                .beginControlFlow("if (row.isEmpty())")
                .addStatement("$L.await(key, source, event)", rows)
                .addStatement("return")
                .endControlFlow()
                .addStatement(
                        "$L.save(new $T<>(change.apply(row.get().value()), row.get().version().plus(1)))",
                        rows,
                        versioned)
                .addStatement("$L.see(key, source, event.version())", rows)
                .build();
    }

    private MethodSpec end() {
        return helper("end")
                .beginControlFlow("if ($1L.isDeleted(key) || $1L.find(key).isPresent())", rows)
                .addStatement("$L.delete(key)", rows)
                .nextControlFlow("else")
                .addStatement("$L.await(key, source, event)", rows)
                .endControlFlow()
                .build();
    }

    private MethodSpec tell() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("tell")
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(types.versioned(ClassName.get(Object.class)), "event");
        List<AggregateTypes> sources = readModel.sources();
        for (int i = 0; i < sources.size(); i++) {
            AggregateTypes source = sources.get(i);
            CodeBlock condition =
                    CodeBlock.of("if (event.value() instanceof $T told)", source.event());
            if (i == 0) {
                method.beginControlFlow("$L", condition);
            } else {
                method.nextControlFlow("else $L", condition);
            }
            method.addStatement(
                    "$L(new $T<>(told, event.version()))",
                    readModel.listener(source),
                    types.platform("Versioned"));
        }
        return method.endControlFlow().build();
    }
}
