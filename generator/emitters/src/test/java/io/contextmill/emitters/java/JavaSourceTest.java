package io.contextmill.emitters.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text of a file. */
class JavaSourceTest {
    private static final ClassName HERE = ClassName.get("com.example.order", "Here");

    @Test
    void importsWhatItsCommentsReferTo() {
        TypeSpec type =
                TypeSpec.classBuilder(HERE)
                        .addJavadoc(
                                Javadoc.of(
                                                "See {@link $T}.",
                                                ClassName.get("com.example.order.platform", "Page"))
                                        .block())
                        .build();

        assertThat(JavaSource.of(HERE, type).text(Optional.of("Made of \\u000a.")))
                .isEqualTo(
                        """
                        // Made of \\\\u000a.
                        package com.example.order;

                        import com.example.order.platform.Page;

                        /** See {@link Page}. */
                        class Here {}
                        """);
    }

    @Test
    void importsTheMembersThatItUses() {
        TypeSpec type =
                TypeSpec.classBuilder(HERE)
                        .addMethod(
                                MethodSpec.methodBuilder("go")
                                        .addStatement(
                                                "$T.assertThatCode(() -> {})", Libraries.ASSERTIONS)
                                        .build())
                        .build();

        assertThat(
                        JavaSource.of(HERE, type)
                                .importing(Libraries.ASSERTIONS, "assertThat", "assertThatCode")
                                .text(Optional.empty()))
                .contains(
                        "import static org.assertj.core.api.Assertions.assertThatCode;\n",
                        "        assertThatCode(() -> {});")
                .doesNotContain("Assertions.assertThat;");
    }
}
