package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;

/** Classes of Spring that the generated code names. */
final class Spring {
    static final ClassName JDBC_CLIENT =
            ClassName.get("org.springframework.jdbc.core.simple", "JdbcClient");
    static final ClassName STATEMENT_SPEC = JDBC_CLIENT.nestedClass("StatementSpec");
    static final ClassName TRANSACTIONS =
            ClassName.get("org.springframework.transaction.support", "TransactionOperations");

    static final ClassName DUPLICATE_KEY =
            ClassName.get("org.springframework.dao", "DuplicateKeyException");

    private Spring() {}
}
