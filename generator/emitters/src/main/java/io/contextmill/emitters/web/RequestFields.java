package io.contextmill.emitters.web;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.FieldModel;
import io.contextmill.model.ScenarioModel.Plain;
import io.contextmill.model.Type;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.Names;
import io.contextmill.naming.ValueClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fields as callers say them, which may be wrong, and the values that are meant. What a caller says
 * of a value object is a record of its own, for it may be wrong in itself.
 */
final class RequestFields {
    /** The types whose values are there without being made. */
    private static final Set<Type> DIRECT =
            Set.of(Scalar.STRING, Scalar.TEXT, Scalar.INT, Scalar.LONG, Scalar.BOOLEAN);

    private final ContextTypes types;

    RequestFields(ContextTypes types) {
        this.types = types;
    }

    /** The component of a request that holds a field. */
    ParameterSpec component(FieldModel field) {
        String component = Names.requestComponent(field);
        List<AnnotationSpec> annotations =
                new ArrayList<>(Records.nameInJson(Names.json(field), component));
        TypeName type = said(field.type());
        List<AnnotationSpec> constraints = Constraints.of(field);
        if (field.mayBeLeftOut()) {
            type =
                    ContextTypes.optional(
                            constraints.isEmpty() ? type : type.annotated(constraints));
        } else {
            annotations.add(Constraints.required());
            annotations.addAll(constraints);
        }
        return ParameterSpec.builder(type, component).addAnnotations(annotations).build();
    }

    /** The value that is meant by the component. */
    CodeBlock value(FieldModel field) {
        return field.defaultValue()
                .map(value -> CodeBlock.of("$L$L", said(field.asSaid()), otherwise(field, value)))
                .orElseGet(() -> said(field));
    }

    /** What gives an {@code Optional} the field's default. */
    private CodeBlock otherwise(FieldModel field, String defaultValue) {
        CodeBlock value = new Samples(types).java(field, Optional.of(new Plain(defaultValue)));
        boolean known = field.type() instanceof Type.EnumType || DIRECT.contains(field.type());
        return known
                ? CodeBlock.of(".orElse($L)", value)
                : CodeBlock.of(".orElseGet(() -> $L)", value);
    }

    private CodeBlock said(FieldModel field) {
        CodeBlock said = CodeBlock.of("$L", Names.requestComponent(field));
        Type type = field.type() instanceof ListType list ? list.item().type() : field.type();
        if (type.wrapped().isPresent()) {
            return wrapped(field, type, said);
        }
        if (field.type() instanceof ListType list
                && list.item().type() instanceof ValueType value) {
            CodeBlock items =
                    CodeBlock.of("stream().map($T::$L).toList()", request(value), meant(value));
            return field.optional()
                    ? CodeBlock.of("$L.map(items -> items.$L)", said, items)
                    : CodeBlock.of("$L.$L", said, items);
        }
        if (field.type() instanceof ValueType value) {
            return field.optional()
                    ? CodeBlock.of("$L.map($T::$L)", said, request(value), meant(value))
                    : CodeBlock.of("$L.$L()", said, meant(value));
        }
        return said;
    }

    private CodeBlock wrapped(FieldModel field, Type scalar, CodeBlock said) {
        if (field.type() instanceof ListType) {
            CodeBlock items = CodeBlock.of("stream().map($T::new).toList()", types.type(scalar));
            return field.optional()
                    ? CodeBlock.of("$L.map(items -> items.$L)", said, items)
                    : CodeBlock.of("$L.$L", said, items);
        }
        return field.optional()
                ? CodeBlock.of("$L.map($T::new)", said, types.type(scalar))
                : types.wrapped(scalar, said);
    }

    /** The method that makes the value of what a caller says of it. */
    static String meant(ValueType value) {
        return method("toValue", value.fields());
    }

    /** A method of a request, which is called otherwise where a field is called so. */
    static String method(String name, List<FieldModel> fields) {
        boolean taken =
                fields.stream().anyMatch(field -> Names.requestComponent(field).equals(name));
        return taken ? name + "_" : name;
    }

    private TypeName said(Type type) {
        if (type instanceof ListType list) {
            List<AnnotationSpec> constraints = new ArrayList<>(List.of(Constraints.required()));
            constraints.addAll(Constraints.of(list.item()));
            return ParameterizedTypeName.get(
                    ClassName.get(List.class), said(list.item().type()).annotated(constraints));
        }
        if (type instanceof ValueType value && !value.scalar()) {
            return request(value);
        }
        return types.type(type.wrapped().map(FieldModel::type).orElse(type)).box();
    }

    private ClassName request(ValueType value) {
        return types.of(value, ValueClass.REQUEST);
    }
}
