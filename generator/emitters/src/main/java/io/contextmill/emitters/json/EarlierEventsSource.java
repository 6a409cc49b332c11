package io.contextmill.emitters.json;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.model.Effects;
import io.contextmill.model.EventModel;
import io.contextmill.model.EventModel.EarlierForm;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Records of the forms that events had before, each of which knows what it is now. */
final class EarlierEventsSource {
    private final ContextTypes types;

    EarlierEventsSource(ContextTypes types) {
        this.types = types;
    }

    /** Whether some event had another form before. */
    static boolean isNeeded(ContextTypes types) {
        return types.aggregates().stream()
                .flatMap(aggregate -> aggregate.model().events().stream())
                .anyMatch(event -> !event.earlier().isEmpty());
    }

    JavaSource source() {
        ClassName name = types.of(ContextClass.EARLIER_EVENTS);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "Events in the forms that they had before. What was kept in one of them is"
                                                        + " read in the form of now.")
                                        .block())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build());
        for (AggregateTypes aggregate : types.aggregates()) {
            for (EventModel event : aggregate.model().events()) {
                event.earlier().forEach(form -> type.addType(record(aggregate, event, form)));
            }
        }
        return JavaSource.of(name, type.build());
    }

    /** What teaches {@code EventJson} the versions of events. */
    static CodeBlock readings(ContextTypes types) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (AggregateTypes aggregate : types.aggregates()) {
            for (EventModel event : aggregate.model().events()) {
                if (event.version() > 1) {
                    code.add(
                            ".reading($T.class, $L, $L)",
                            types.event(event),
                            event.version(),
                            forms(types, event));
                }
            }
        }
        return code.build();
    }

    private static CodeBlock forms(ContextTypes types, EventModel event) {
        List<CodeBlock> forms =
                event.earlier().stream()
                        .map(
                                form ->
                                        CodeBlock.of(
                                                "$L, $T.class",
                                                form.version(),
                                                name(types, event, form)))
                        .toList();
        if (forms.size() <= 10) {
            return CodeBlock.of("$T.of($L)", Map.class, CodeBlock.join(forms, ", "));
        }
        CodeBlock entries =
                forms.stream()
                        .map(form -> CodeBlock.of("$T.entry($L)", Map.class, form))
                        .collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.ofEntries($L)", Map.class, entries);
    }

    private static ClassName name(ContextTypes types, EventModel event, EarlierForm form) {
        return types.of(ContextClass.EARLIER_EVENTS)
                .nestedClass(types.event(event).simpleName() + "V" + form.version());
    }

    private TypeSpec record(AggregateTypes aggregate, EventModel event, EarlierForm form) {
        ClassName present = types.event(event);
        return Records.of(name(types, event, form), components(aggregate, form))
                .addSuperinterface(
                        ParameterizedTypeName.get(
                                RepositoryParts.outbox(types, "EarlierVersion"), present))
                .addJavadoc(
                        Javadoc.of("{@link $T} in its version $L.", present, form.version())
                                .block())
                .addMethod(upcast(aggregate, event, form))
                .build();
    }

    private List<Component> components(AggregateTypes aggregate, EarlierForm form) {
        List<Component> components = new ArrayList<>();
        components.add(
                new Component(
                        aggregate.idComponent(),
                        aggregate.id(),
                        Records.nameInJson(
                                Names.identityName(aggregate.model()), aggregate.idComponent())));
        for (FieldModel field : form.fields()) {
            components.add(
                    new Component(
                            Names.component(field),
                            types.type(field),
                            Records.nameInJson(Names.json(field), Names.component(field))));
        }
        return components;
    }

    private MethodSpec upcast(AggregateTypes aggregate, EventModel event, EarlierForm form) {
        ClassName present = types.event(event);
        CodeBlock made =
                new EffectCode(types)
                        .creation(
                                present,
                                CodeBlock.of("$L()", aggregate.idComponent()),
                                Effects.beginning(event.fields(), Optional.empty(), event.in(form)),
                                EffectCode.THIS);
        return MethodSpec.methodBuilder("upcast")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(present)
                .addStatement("return $L", made)
                .build();
    }
}
