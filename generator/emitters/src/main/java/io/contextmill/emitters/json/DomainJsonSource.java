package io.contextmill.emitters.json;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.model.Type;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.ContextClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What teaches Jackson the domain's types. */
final class DomainJsonSource {
    private static final String IDENTITY = "Identity";

    private final ContextTypes types;
    private final ClassName name;

    DomainJsonSource(ContextTypes types) {
        this.types = types;
        this.name = name(types);
    }

    static ClassName name(ContextTypes types) {
        return types.of(ContextClass.DOMAIN_JSON);
    }

    JavaSource source() {
        List<DeclaredNames.MixIn> names = new DeclaredNames(types).mixIns();
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "Teaches Jackson the types of the domain, which does not know Jackson.")
                                        .block())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build())
                        .addMethod(configure(names))
                        .addMethod(events());
        wrappers().forEach((wrapped, mixIn) -> type.addType(wrapper(mixIn, wrapped)));
        if (StorableText.isNeeded(types)) {
            type.addType(StorableText.source());
        }
        if (types.context().holdsDocuments()) {
            type.addType(Documents.writer(types)).addType(Documents.reader(types));
        }
        names.forEach(mixIn -> type.addType(mixIn.source()));
        return JavaSource.of(name, type.build());
    }

    private MethodSpec configure(List<DeclaredNames.MixIn> names) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("configure")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "Lets the $L of the domain be written and read as plain $L."
                                                        + " What only looks like a value of another type is refused: no"
                                                        + " text is a number, no fraction a whole number, no number a"
                                                        + " name; and so is a member that comes twice.",
                                                scalars().isEmpty()
                                                        ? "identities"
                                                        : "identities and typed scalars",
                                                scalars().isEmpty() ? "texts" : "values")
                                        .block())
                        .addParameter(Jackson.MAPPER_BUILDER, "mapper")
                        .addStatement(
                                "mapper.enable($T.STRICT_DUPLICATE_DETECTION)",
                                Jackson.STREAM_READ_FEATURE)
                        .addStatement(
                                "mapper.disable($T.ALLOW_COERCION_OF_SCALARS)",
                                Jackson.MAPPER_FEATURE)
                        .addStatement(
                                "mapper.disable($T.ACCEPT_FLOAT_AS_INT)",
                                Jackson.DESERIALIZATION_FEATURE)
                        .addStatement(
                                "mapper.enable($T.FAIL_ON_NUMBERS_FOR_ENUMS)",
                                Jackson.ENUM_FEATURE);
        if (StorableText.isNeeded(types)) {
            method.addStatement(
                    "mapper.addModule(new $T().addDeserializer($T.class, new $L()))",
                    Jackson.SIMPLE_MODULE,
                    String.class,
                    StorableText.NAME);
        }
        if (types.context().holdsDocuments()) {
            method.addStatement(
                            "mapper.enable($T.USE_BIG_DECIMAL_FOR_FLOATS)",
                            Jackson.DESERIALIZATION_FEATURE)
                    .addStatement(
                            "mapper.addModule(new $1T().addSerializer($2T.class, new $3L()).addDeserializer($2T.class, new $4L()))",
                            Jackson.SIMPLE_MODULE,
                            types.platform("Json"),
                            Documents.WRITER,
                            Documents.READER);
        }
        wrapped()
                .forEach(
                        type ->
                                method.addStatement(
                                        "mapper.addMixIn($T.class, $L.class)",
                                        types.type(type),
                                        mixIn(written(type))));
        for (DeclaredNames.MixIn mixIn : names) {
            method.addStatement(
                    "mapper.addMixIn($T.class, $L.class)", mixIn.target(), mixIn.source().name());
        }
        return method.build();
    }

    private MethodSpec events() {
        return MethodSpec.methodBuilder("events")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Javadoc.of("All domain events of this context as JSON.").block())
                .returns(RepositoryParts.outbox(types, "EventJson"))
                .addParameter(Libraries.JSON_MAPPER, "mapper")
                .addStatement(
                        "return new $T(mapper, $L)$L",
                        RepositoryParts.outbox(types, "EventJson"),
                        eventTypes(),
                        EarlierEventsSource.readings(types))
                .build();
    }

    private CodeBlock eventTypes() {
        List<ClassName> sealed =
                types.aggregates().stream()
                        .filter(aggregate -> !aggregate.model().events().isEmpty())
                        .map(AggregateTypes::event)
                        .toList();
        if (sealed.isEmpty()) {
            return CodeBlock.of("$T.empty()", Stream.class);
        }
        if (sealed.size() == 1) {
            return CodeBlock.of(
                    "$T.of($T.class.getPermittedSubclasses())", Stream.class, sealed.get(0));
        }
        CodeBlock classes =
                sealed.stream()
                        .map(type -> CodeBlock.of("$T.class", type))
                        .collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "$T.of($L).flatMap(type -> $T.of(type.getPermittedSubclasses()))",
                Stream.class,
                classes,
                Stream.class);
    }

    private List<ValueType> scalars() {
        return types.context().values().stream().filter(ValueType::scalar).toList();
    }

    /** Identities and typed scalars. */
    private Stream<Type> wrapped() {
        return Stream.concat(types.context().identities().stream(), scalars().stream());
    }

    private TypeName written(Type wrapped) {
        return types.type(wrapped.wrapped().orElseThrow().type());
    }

    /** What is mixed into identities and typed scalars, by what these are written as. */
    private Map<TypeName, String> wrappers() {
        Map<TypeName, String> wrappers = new LinkedHashMap<>();
        wrapped().map(this::written).forEach(written -> wrappers.put(written, mixIn(written)));
        return wrappers;
    }

    private static String mixIn(TypeName wrapped) {
        return wrapped.equals(ClassName.get(UUID.class))
                ? IDENTITY
                : ((ClassName) wrapped.box()).simpleName() + "Value";
    }

    private static TypeSpec wrapper(String name, TypeName wrapped) {
        AnnotationSpec delegating =
                AnnotationSpec.builder(Jackson.CREATOR)
                        .addMember("mode", "$T.Mode.DELEGATING", Jackson.CREATOR)
                        .build();
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.ABSTRACT, Modifier.STATIC)
                .addMethod(
                        MethodSpec.constructorBuilder()
                                .addAnnotation(delegating)
                                .addParameter(wrapped, "value")
                                .build())
                .addMethod(
                        MethodSpec.methodBuilder("value")
                                .addAnnotation(Jackson.VALUE)
                                .addModifiers(Modifier.ABSTRACT)
                                .returns(wrapped)
                                .build())
                .build();
    }
}
