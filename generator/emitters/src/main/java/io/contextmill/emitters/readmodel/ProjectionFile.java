package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.Effects;
import io.contextmill.emitters.java.Effects.Assignment;
import io.contextmill.emitters.java.Effects.Computation;
import io.contextmill.emitters.java.Effects.Copy;
import io.contextmill.emitters.java.Effects.Source;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.EventModel;
import io.contextmill.model.Expression.Root;
import io.contextmill.naming.Names;
import io.contextmill.naming.ReadModelClass;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What builds the rows of a read model from events. */
final class ProjectionFile {
    private final ReadModelTypes readModel;
    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final EffectCode code;

    private ProjectionFile(ReadModelTypes readModel) {
        this.readModel = readModel;
        this.aggregate = readModel.aggregate();
        this.types = readModel.types();
        this.code = new EffectCode(types);
    }

    static JavaSource of(ReadModelTypes readModel) {
        return new ProjectionFile(readModel).source();
    }

    private JavaSource source() {
        ClassName name = readModel.of(ReadModelClass.PROJECTION);
        String rows = readModel.variables();
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "Builds {@link $T} from what happens to $L. An event that was seen before"
                                                        + " changes nothing, so that it may be delivered more than once.",
                                                readModel.row(),
                                                aggregate.nouns())
                                        .block())
                        .addField(
                                FieldSpec.builder(
                                                readModel.rows(),
                                                rows,
                                                Modifier.PRIVATE,
                                                Modifier.FINAL)
                                        .build())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PUBLIC)
                                        .addJavadoc(
                                                Javadoc.of("Builds the rows of {@code $L}.", rows)
                                                        .block())
                                        .addParameter(readModel.rows(), rows)
                                        .addStatement("this.$L = $L", rows, rows)
                                        .build())
                        .addMethod(on())
                        .addMethod(project())
                        .build();
        return JavaSource.of(name, type);
    }

    private MethodSpec on() {
        ClassName versioned = types.platform("Versioned");
        ClassName version = types.platform("Version");
        String rows = readModel.variables();
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("on")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "Brings the row of $L up to an event.",
                                                aggregate.aNoun())
                                        .param(
                                                "event",
                                                "what happened, with the version that the $L has since",
                                                aggregate.noun())
                                        .throwing(
                                                ClassName.get(IllegalStateException.class),
                                                "if the event is about $L whose beginning was not seen",
                                                aggregate.aNoun())
                                        .block())
                        .addParameter(types.versioned(aggregate.event()), "event");
        if (readModel.isMortal()) {
            end(method);
        }
        return method.addStatement(
                        "$T row = $L.find(event.value().$L())",
                        ContextTypes.optional(types.versioned(readModel.row())),
                        rows,
                        aggregate.idComponent())
                .addStatement(
                        "$T seen = row.map($T::version).orElse($T.NONE)",
                        version,
                        versioned,
                        version)
                .beginControlFlow("if (event.version().value() > seen.value())")
                .addStatement(
                        "$L.save(new $T<>(project(row.map($T::value), event.value()), event.version()))",
                        rows,
                        versioned,
                        versioned)
                .endControlFlow()
                .build();
    }

    /** What ends an aggregate takes its row out; what comes again behind that was seen before. */
    private void end(MethodSpec.Builder method) {
        String rows = readModel.variables();
        CodeBlock identity = CodeBlock.of("event.value().$L()", aggregate.idComponent());
        method.beginControlFlow("if ($T.ends(event.value()))", aggregate.event())
                .addStatement("$L.delete($L)", rows, identity)
                .endControlFlow()
                .beginControlFlow("if ($L.isDeleted($L))", rows, identity)
                .addStatement("return")
                .endControlFlow();
    }

    private MethodSpec project() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("project")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(ContextTypes.optional(readModel.row()), "row")
                        .addParameter(aggregate.event(), "event")
                        .returns(readModel.row());
        readModel.projected().stream()
                .filter(EventModel::creates)
                .forEach(event -> begin(method, event));
        method.addStatement(
                "$T before = row.orElseThrow(() -> new $T($S + event))",
                readModel.row(),
                IllegalStateException.class,
                "Not begun yet: ");
        readModel.projected().stream()
                .filter(EventModel::changes)
                .forEach(event -> change(method, event));
        if (readModel.projected().containsAll(aggregate.changes())) {
            method.addStatement(
                    "throw new $T($S + event)", IllegalStateException.class, "Not projected: ");
        } else {
            method.addStatement("return before");
        }
        return method.build();
    }

    private void begin(MethodSpec.Builder method, EventModel event) {
        String variable = aggregate.variable(event);
        List<Assignment> values =
                Effects.beginning(readModel.model().fields(), aggregate.model().lifecycle(), event);
        CodeBlock id = CodeBlock.of("$L.$L()", variable, aggregate.idComponent());
        method.beginControlFlow(
                        event.changes()
                                ? "if (event instanceof $T $L && row.isEmpty())"
                                : "if (event instanceof $T $L)",
                        types.event(event),
                        variable)
                .addStatement("return $L", code.creation(readModel.row(), id, values, variable))
                .endControlFlow();
    }

    private void change(MethodSpec.Builder method, EventModel event) {
        String variable = aggregate.variable(event);
        List<Assignment> changes =
                Effects.changes(readModel.model().fields(), aggregate.model().lifecycle(), event);
        boolean used = changes.stream().map(Assignment::source).anyMatch(ProjectionFile::isCarried);
        method.beginControlFlow(
                        "if (event instanceof $T$L)",
                        types.event(event),
                        used ? " " + variable : "")
                .addStatement(
                        "return $L", code.change("before", changes, variable, Names::component))
                .endControlFlow();
    }

    private static boolean isCarried(Source source) {
        return source instanceof Copy
                || (source instanceof Computation computation
                        && computation.value().reads(Root.EVENT));
    }
}
