package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.Effects;
import io.contextmill.model.Effects.Assignment;
import io.contextmill.model.Effects.Computation;
import io.contextmill.model.Effects.Copy;
import io.contextmill.model.Effects.Source;
import io.contextmill.model.EventModel;
import io.contextmill.model.Expression.Root;
import io.contextmill.naming.Names;
import io.contextmill.naming.ReadModelClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "Builds {@link $T} from what happens to $L. An event that was seen before"
                                                        + " changes nothing, so that it may be delivered more than once.",
                                                readModel.row(),
                                                sources())
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
                        .addMethod(readModel.isOfSeveral() ? onOwnOfSeveral() : on());
        if (readModel.isOfSeveral()) {
            new ForeignProjections(readModel, code).addListeners(type);
        }
        type.addMethod(project());
        if (readModel.isOfSeveral()) {
            new ForeignProjections(readModel, code).addHelpers(type);
        }
        return JavaSource.of(name, type.build());
    }

    private String sources() {
        List<String> nouns = new ArrayList<>(List.of(aggregate.nouns()));
        readModel.sources().forEach(source -> nouns.add(source.nouns()));
        String last = nouns.remove(nouns.size() - 1);
        return nouns.isEmpty() ? last : String.join(", ", nouns) + " and " + last;
    }

    private MethodSpec on() {
        ClassName versioned = types.platform("Versioned");
        ClassName version = types.platform("Version");
        String rows = readModel.variables();
        MethodSpec.Builder method = listener();
        if (readModel.isMortal()) {
            end(method, CodeBlock.of("event.value().$L()", aggregate.idComponent()));
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

    /**
     * Where others change rows as well, a row counts its events, and remembers what it has seen of
     * whom.
     */
    private MethodSpec onOwnOfSeveral() {
        ClassName versioned = types.platform("Versioned");
        ClassName version = types.platform("Version");
        String rows = readModel.variables();
        MethodSpec.Builder method =
                listener()
                        .addStatement(
                                "$T key = event.value().$L()",
                                aggregate.id(),
                                aggregate.idComponent());
        if (readModel.isMortal()) {
            end(method, CodeBlock.of("key"));
        }
        return method.beginControlFlow(
                        "if (event.version().value() > $L.seen(key, $L).value())",
                        rows,
                        Literals.string(aggregate.name()))
                .addStatement(
                        "$T row = $L.find(key)",
                        ContextTypes.optional(types.versioned(readModel.row())),
                        rows)
                .addStatement(
                        "$1T version = row.map($2T::version).orElse($1T.NONE).plus(1)",
                        version,
                        versioned)
                .addStatement(
                        "$L.save(new $T<>(project(row.map($T::value), event.value()), version))",
                        rows,
                        versioned,
                        versioned)
                .addStatement(
                        "$L.see(key, $L, event.version())", rows, Literals.string(aggregate.name()))
                .beginControlFlow("if (row.isEmpty())")
                .addStatement("$L.takeAwaited(key).forEach(this::tell)", rows)
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private MethodSpec.Builder listener() {
        return MethodSpec.methodBuilder("on")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        Javadoc.of("Brings the row of $L up to an event.", aggregate.aNoun())
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
    }

    /** What ends an aggregate takes its row out; what comes again behind that was seen before. */
    private void end(MethodSpec.Builder method, CodeBlock identity) {
        String rows = readModel.variables();
        List<CodeBlock> ends = new ArrayList<>();
        if (aggregate.isMortal()) {
            ends.add(CodeBlock.of("$T.ends(event.value())", aggregate.event()));
        }
        readModel.endings().stream()
                .filter(event -> !aggregate.model().event(event.name()).deletes())
                .forEach(
                        event ->
                                ends.add(
                                        CodeBlock.of(
                                                "event.value() instanceof $T",
                                                types.event(event))));
        if (!ends.isEmpty()) {
            method.beginControlFlow("if ($L)", CodeBlock.join(ends, " || "))
                    .addStatement("$L.delete($L)", rows, identity)
                    .endControlFlow();
        }
        method.beginControlFlow("if ($L.isDeleted($L))", rows, identity)
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
        CodeBlock before =
                CodeBlock.of(
                        "row.orElseThrow(() -> new $T($S + event))",
                        IllegalStateException.class,
                        "Not begun yet: ");
        if (readModel.projected().stream().noneMatch(EventModel::changes)
                && !projectsAllChanges()) {
            return method.addStatement("return $L", before).build();
        }
        method.addStatement("$T before = $L", readModel.row(), before);
        readModel.projected().stream()
                .filter(EventModel::changes)
                .forEach(event -> change(method, event));
        if (projectsAllChanges()) {
            method.addStatement(
                    "throw new $T($S + event)", IllegalStateException.class, "Not projected: ");
        } else {
            method.addStatement("return before");
        }
        return method.build();
    }

    /** Whether nothing else happens to a row that is there. */
    private boolean projectsAllChanges() {
        Set<String> projected =
                readModel.projected().stream().map(EventModel::name).collect(Collectors.toSet());
        Set<String> endings =
                readModel.endings().stream().map(EventModel::name).collect(Collectors.toSet());
        return aggregate.changes().stream()
                .map(EventModel::name)
                .allMatch(name -> projected.contains(name) || endings.contains(name));
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
