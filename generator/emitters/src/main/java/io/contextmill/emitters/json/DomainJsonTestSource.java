package io.contextmill.emitters.json;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.EventModel;
import io.contextmill.model.EventModel.EarlierForm;
import io.contextmill.model.FieldModel;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.Names;
import io.contextmill.trial.Overflows;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The test of what Jackson was taught: identities are texts, and each event can be read as it was
 * written.
 */
final class DomainJsonTestSource {
    private static final String MAPPER = "MAPPER";

    private final ContextTypes types;
    private final Samples samples;
    private final ClassName name;

    DomainJsonTestSource(ContextTypes types) {
        this.types = types;
        this.samples = new Samples(types);
        this.name = types.of(ContextClass.DOMAIN_JSON_TEST);
    }

    JavaSource source() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                Javadoc.of("What the domain's values look like in JSON.").block())
                        .addField(
                                constant(Libraries.JSON_MAPPER, MAPPER, CodeBlock.of("mapper()")));
        boolean events =
                types.aggregates().stream()
                        .anyMatch(aggregate -> !aggregate.model().events().isEmpty());
        if (events) {
            type.addField(
                    constant(
                            RepositoryParts.outbox(types, "EventJson"),
                            "EVENTS",
                            CodeBlock.of("$T.events($L)", DomainJsonSource.name(types), MAPPER)));
        }
        for (IdType id : types.context().identities()) {
            ClassName identity = (ClassName) types.type(id);
            type.addField(constant(identity, constant(id), samples.identity(id, 1)));
        }
        types.context().identities().forEach(id -> type.addMethod(identity(id)));
        types.context().values().stream()
                .filter(ValueType::scalar)
                .forEach(scalar -> type.addMethod(scalar(scalar)));
        for (AggregateTypes aggregate : types.aggregates()) {
            aggregate.model().events().forEach(event -> type.addMethod(survives(aggregate, event)));
            for (EventModel event : aggregate.model().events()) {
                event.earlier().stream()
                        .map(form -> isUpcast(aggregate, event, form))
                        .flatMap(Optional::stream)
                        .forEach(type::addMethod);
            }
        }
        if (StorableText.isNeeded(types)) {
            type.addMethod(refusesWhatCannotBeStored());
        }
        if (events) {
            type.addMethod(assertion());
        }
        return JavaSource.of(name, type.addMethod(mapper()).build())
                .importing(Libraries.ASSERTIONS, "assertThat", "assertThatThrownBy");
    }

    private static FieldSpec constant(ClassName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private static String constant(IdType id) {
        return Names.constantFor(id.name());
    }

    private MethodSpec identity(IdType id) {
        String text = "\"" + Samples.text(id, 1) + "\"";
        return test(Words.of(id.name()).camel() + "IsAText")
                .addStatement(
                        "$T.assertThat($L.writeValueAsString($L)).isEqualTo($S)",
                        Libraries.ASSERTIONS,
                        MAPPER,
                        constant(id),
                        text)
                .addStatement(
                        "$T.assertThat($L.readValue($S, $T.class)).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        MAPPER,
                        text,
                        types.type(id),
                        constant(id))
                .build();
    }

    private MethodSpec scalar(ValueType scalar) {
        FieldModel field =
                new FieldModel(scalar.name(), scalar, false, Limits.NONE, scalar.origin());
        CodeBlock json = Literals.string(samples.json(field, 1));
        return test(Words.of(scalar.name()).camel() + "IsItsValue")
                .addStatement("$T value = $L", types.type(scalar), samples.java(field, 1))
                .addStatement(
                        "$T.assertThat($L.writeValueAsString(value)).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        MAPPER,
                        json)
                .addStatement(
                        "$T.assertThat($L.readValue($L, $T.class)).isEqualTo(value)",
                        Libraries.ASSERTIONS,
                        MAPPER,
                        json,
                        types.type(scalar))
                .build();
    }

    private MethodSpec survives(AggregateTypes aggregate, EventModel event) {
        CodeBlock.Builder arguments =
                CodeBlock.builder().add("$L", constant(aggregate.model().id()));
        event.fields().forEach(field -> arguments.add(", $L", samples.java(field, 1)));
        String members =
                DeclaredNames.event(aggregate, event).keySet().stream()
                        .map(member -> "\"" + member + "\"")
                        .collect(Collectors.joining(", "));
        return test(Names.member(event.name()) + "IsReadAsItWasWritten")
                .addStatement(
                        "assertSurvives(new $T($L), $L)",
                        types.event(event),
                        arguments.build(),
                        members)
                .build();
    }

    /** The case of an earlier form; none where a number that is computed of it is too large. */
    private Optional<MethodSpec> isUpcast(
            AggregateTypes aggregate, EventModel event, EarlierForm form) {
        AggregateSamples all = new AggregateSamples(aggregate);
        return Overflows.unlessTooLarge(() -> all.upcast(event, form))
                .map(present -> isUpcast(aggregate, event, form, present));
    }

    private MethodSpec isUpcast(
            AggregateTypes aggregate, EventModel event, EarlierForm form, SampleEvent upcast) {
        CodeBlock present = upcast.java(CodeBlock.of("$L", constant(aggregate.model().id())));
        List<String> members =
                samples.json(
                        Names.identityName(aggregate.model()),
                        Samples.text(aggregate.model().id(), 1),
                        form.fields(),
                        AggregateSamples.FIRST);
        return test(Names.member(event.name()) + "IsReadInItsVersion" + form.version())
                .addStatement("$T json = $L", String.class, Literals.textBlock(object(members)))
                .addCode("\n")
                .addStatement(
                        "$T.assertThat(EVENTS.read($L, $L, json)).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        Literals.string(types.event(event).simpleName()),
                        form.version(),
                        present)
                .build();
    }

    /** A JSON object in lines, one a member where it has several. */
    private static List<String> object(List<String> members) {
        if (members.size() == 1) {
            return List.of("{" + members.get(0) + "}");
        }
        List<String> lines = new ArrayList<>(List.of("{"));
        for (int i = 0; i < members.size(); i++) {
            lines.add("    " + members.get(i) + (i + 1 < members.size() ? "," : ""));
        }
        lines.add("}");
        return lines;
    }

    private static MethodSpec refusesWhatCannotBeStored() {
        MethodSpec.Builder test = test("refusesTextsThatCannotBeStored");
        for (String text : List.of("\"\\u0000\"", "\"\\ud800\"")) {
            test.addStatement(
                    "$T.assertThatThrownBy(() -> $L.readValue($L, $T.class)).isInstanceOf($T.class)",
                    Libraries.ASSERTIONS,
                    MAPPER,
                    Literals.string(text),
                    String.class,
                    Jackson.DATABIND_EXCEPTION);
        }
        return test.build();
    }

    private static MethodSpec assertion() {
        return MethodSpec.methodBuilder("assertSurvives")
                .addJavadoc(
                        Javadoc.of(
                                        "Holds an event to what is read of it, and its members to their declared names.")
                                .block())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Object.class, "event")
                .addParameter(String[].class, "members")
                .varargs()
                .addStatement("$T json = EVENTS.write(event)", String.class)
                .addStatement(
                        "$T.assertThat($L.readTree(json).propertyNames()).containsExactlyInAnyOrder(members)",
                        Libraries.ASSERTIONS,
                        MAPPER)
                .addStatement(
                        "$T.assertThat(EVENTS.read(EVENTS.type(event), EVENTS.version(event), json)).isEqualTo(event)",
                        Libraries.ASSERTIONS)
                .build();
    }

    private MethodSpec mapper() {
        return MethodSpec.methodBuilder("mapper")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Libraries.JSON_MAPPER)
                .addStatement(
                        "$T mapper = $T.builder()", Jackson.MAPPER_BUILDER, Libraries.JSON_MAPPER)
                .addStatement("$T.configure(mapper)", DomainJsonSource.name(types))
                .addStatement("return mapper.build()")
                .build();
    }

    private static MethodSpec.Builder test(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Libraries.TEST);
    }
}
