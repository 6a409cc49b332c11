package io.contextmill.emitters.postgres;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import javax.lang.model.element.Modifier;

/** A statement of SQL as a constant of a class. */
final class Statement {
    private Statement() {}

    /** The constant, whose value is a text block. */
    static FieldSpec constant(String name, String sql) {
        return FieldSpec.builder(
                        String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(CodeBlock.of("\n$>$>\"\"\"\n$L\"\"\"$<$<", sql.replace("\\", "\\\\")))
                .build();
    }
}
