package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** What fields hold in Java: in a context's own language, or in the one that contexts share. */
public interface FieldTypes {
    /** The type of values: a primitive one where there is one. */
    TypeName type(Type type);

    /** A typed scalar or an identity, made of an expression for what it is written as. */
    CodeBlock wrapped(Type type, CodeBlock value);

    /** A JSON document, made of its text. */
    CodeBlock document(String text);

    /** The type of a field's values, {@code Optional} where one may be missing. */
    default TypeName type(FieldModel field) {
        TypeName type = type(field.type());
        return field.optional() ? ContextTypes.optional(type) : type;
    }

    /** The type of a list. */
    default TypeName list(Type.ListType list) {
        return ParameterizedTypeName.get(ClassName.get(List.class), type(list.item().type()).box());
    }

    /**
     * The type of the values of a scalar, which is the same in every language but for documents.
     */
    static TypeName scalar(Type.Scalar scalar) {
        return switch (scalar) {
            case STRING, TEXT -> ClassName.get(String.class);
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case DECIMAL -> ClassName.get(BigDecimal.class);
            case BOOLEAN -> TypeName.BOOLEAN;
            case UUID -> ClassName.get(UUID.class);
            case DATE -> ClassName.get(LocalDate.class);
            case TIME -> ClassName.get(LocalTime.class);
            case INSTANT -> ClassName.get(Instant.class);
            case DURATION -> ClassName.get(Duration.class);
            case JSON -> ClassName.get(Object.class);
        };
    }
}
