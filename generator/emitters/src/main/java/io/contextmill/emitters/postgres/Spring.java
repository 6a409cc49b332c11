package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import io.contextmill.emitters.java.Libraries;

/** Classes of Spring that the generated code names. */
final class Spring {
    static final ClassName STATEMENT_SPEC = Libraries.JDBC_CLIENT.nestedClass("StatementSpec");

    static final ClassName DUPLICATE_KEY =
            ClassName.get("org.springframework.dao", "DuplicateKeyException");

    private Spring() {}
}
