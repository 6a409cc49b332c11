package io.contextmill.emitters.contract;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What makes integration events of domain events. */
final class TranslatorFile {
    private final ContractTypes contract;
    private final ContextTypes types;
    private final ClassName name;

    private TranslatorFile(ContractTypes contract) {
        this.contract = contract;
        this.types = contract.domain();
        this.name = types.of(ContextClass.PUBLIC_LANGUAGE);
    }

    static JavaSource of(ContractTypes contract) {
        return new TranslatorFile(contract).source();
    }

    /** Whether some events of an aggregate are nobody else's business. */
    static boolean hasPrivateEvents(AggregateTypes aggregate) {
        return !aggregate.model().events().stream().allMatch(EventModel::isPublic);
    }

    private JavaSource source() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "Translates what happened into the public language, which knows nothing of"
                                                        + " the domain's types.")
                                        .block())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build());
        contract.heardOf().forEach(aggregate -> type.addMethod(translation(aggregate)));
        Language heard = Language.ofEvents(contract);
        heard.values().forEach(value -> type.addMethod(translation(value)));
        heard.enums().forEach(declared -> type.addMethod(translation(declared)));
        return JavaSource.of(name, type.build());
    }

    private MethodSpec translation(AggregateTypes aggregate) {
        boolean some = hasPrivateEvents(aggregate);
        ClassName translated = contract.events(aggregate);
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "What other contexts hear of what happened to $L"
                                                        + (some ? "; empty if nothing." : "."),
                                                aggregate.aNoun())
                                        .block())
                        .addParameter(aggregate.event(), "event")
                        .returns(some ? ContextTypes.optional(translated) : translated);
        for (EventModel event : ContractTypes.publicEvents(aggregate)) {
            CodeBlock value = translated(aggregate, event);
            method.beginControlFlow(
                            "if (event instanceof $T $L)",
                            types.event(event),
                            aggregate.variable(event))
                    .addStatement(
                            "return $L",
                            some ? CodeBlock.of("$T.of($L)", Optional.class, value) : value)
                    .endControlFlow();
        }
        if (some) {
            method.addStatement("return $T.empty()", Optional.class);
        } else {
            method.addStatement(
                    "throw new $T($S + event)", IllegalStateException.class, "Not translated: ");
        }
        return method.build();
    }

    private CodeBlock translated(AggregateTypes aggregate, EventModel event) {
        String variable = aggregate.variable(event);
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$L.$L().value()", variable, aggregate.idComponent()));
        event.fields()
                .forEach(
                        field ->
                                arguments.add(
                                        translated(
                                                field,
                                                CodeBlock.of(
                                                        "$L.$L()",
                                                        variable,
                                                        Names.component(field)))));
        return CodeBlock.of(
                "new $T($L)", contract.event(aggregate, event), CodeBlock.join(arguments, ", "));
    }

    private CodeBlock translated(FieldModel field, CodeBlock value) {
        if (field.type() instanceof ListType list) {
            Optional<CodeBlock> item = function(list.item().type());
            if (item.isEmpty()) {
                return value;
            }
            CodeBlock items = CodeBlock.of("stream().map($L).toList()", item.get());
            return field.optional()
                    ? CodeBlock.of("$L.map(items -> items.$L)", value, items)
                    : CodeBlock.of("$L.$L", value, items);
        }
        if (field.optional()) {
            return function(field.type())
                    .map(function -> CodeBlock.of("$L.map($L)", value, function))
                    .orElse(value);
        }
        if (field.type().wrapped().isPresent()) {
            return CodeBlock.of("$L.value()", value);
        }
        if (field.type() == Scalar.JSON) {
            return ContractTypes.document(CodeBlock.of("$L.text()", value));
        }
        return field.type() instanceof EnumType || field.type() instanceof ValueType
                ? CodeBlock.of("$L($L)", method(field.type()), value)
                : value;
    }

    /** What translates a value of a type; nothing for a type that needs no translation. */
    private Optional<CodeBlock> function(Type type) {
        if (type.wrapped().isPresent()) {
            return Optional.of(CodeBlock.of("$T::value", types.type(type)));
        }
        if (type == Scalar.JSON) {
            return Optional.of(
                    CodeBlock.of(
                            "document -> $L",
                            ContractTypes.document(CodeBlock.of("document.text()"))));
        }
        return type instanceof EnumType || type instanceof ValueType
                ? Optional.of(CodeBlock.of("$T::$L", name, method(type)))
                : Optional.empty();
    }

    private MethodSpec translation(ValueType value) {
        ClassName translated = contract.type(value);
        String parameter = method(value);
        CodeBlock members =
                value.fields().stream()
                        .map(
                                field ->
                                        translated(
                                                field,
                                                CodeBlock.of(
                                                        "$L.$L()",
                                                        parameter,
                                                        Names.component(field))))
                        .collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder(parameter)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(types.type(value), parameter)
                .returns(translated)
                .addStatement("return new $T($L)", translated, members)
                .build();
    }

    private MethodSpec translation(EnumType declared) {
        ClassName translated = contract.type(declared);
        String parameter = method(declared);
        return MethodSpec.methodBuilder(parameter)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(types.type(declared), parameter)
                .returns(translated)
                .addStatement("return $T.valueOf($L.name())", translated, parameter)
                .build();
    }

    private static String method(Type declared) {
        return Names.member(declared.name());
    }
}
