package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;

/** Types of libraries that generated code uses. */
public final class Libraries {
    /** An aggregate. */
    public static final ClassName AGGREGATE_ROOT =
            ClassName.get("org.jmolecules.ddd.annotation", "AggregateRoot");

    /** What is inside an aggregate and has an identity. */
    public static final ClassName ENTITY = ClassName.get("org.jmolecules.ddd.annotation", "Entity");

    /** What an aggregate or an entity is known by. */
    public static final ClassName IDENTITY =
            ClassName.get("org.jmolecules.ddd.annotation", "Identity");

    /** A port to all aggregates of a kind. */
    public static final ClassName REPOSITORY =
            ClassName.get("org.jmolecules.ddd.annotation", "Repository");

    /** A value. */
    public static final ClassName VALUE_OBJECT =
            ClassName.get("org.jmolecules.ddd.annotation", "ValueObject");

    /** What is asked for. */
    public static final ClassName COMMAND =
            ClassName.get("org.jmolecules.architecture.cqrs", "Command");

    /** What carries out a command. */
    public static final ClassName COMMAND_HANDLER =
            ClassName.get("org.jmolecules.architecture.cqrs", "CommandHandler");

    /** What queries are answered from. */
    public static final ClassName QUERY_MODEL =
            ClassName.get("org.jmolecules.architecture.cqrs", "QueryModel");

    /** What happened. */
    public static final ClassName DOMAIN_EVENT =
            ClassName.get("org.jmolecules.event.annotation", "DomainEvent");

    /** AssertJ's assertions; imported statically. */
    public static final ClassName ASSERTIONS = ClassName.get("org.assertj.core.api", "Assertions");

    /** What AssertJ calls and expects an exception of; a nested type, and imported as itself. */
    public static final ClassName THROWING_CALLABLE =
            ClassName.get("org.assertj.core.api.ThrowableAssert", "ThrowingCallable");

    /** A test of JUnit. */
    public static final ClassName TEST = ClassName.get("org.junit.jupiter.api", "Test");

    /** A test of JUnit that is run with several values. */
    public static final ClassName PARAMETERIZED_TEST =
            ClassName.get("org.junit.jupiter.params", "ParameterizedTest");

    /** What statements of SQL are run by. */
    public static final ClassName JDBC_CLIENT =
            ClassName.get("org.springframework.jdbc.core.simple", "JdbcClient");

    /** What runs code in a transaction. */
    public static final ClassName TRANSACTIONS =
            ClassName.get("org.springframework.transaction.support", "TransactionOperations");

    /** What JSON is written and read by. */
    public static final ClassName JSON_MAPPER =
            ClassName.get("tools.jackson.databind.json", "JsonMapper");

    /** What a type with type arguments is named by where JSON is read. */
    public static final ClassName TYPE_REFERENCE =
            ClassName.get("tools.jackson.core.type", "TypeReference");

    /** What something is called in JSON. */
    public static final ClassName JSON_PROPERTY =
            ClassName.get("com.fasterxml.jackson.annotation", "JsonProperty");

    /** The headers of a request or an answer. */
    public static final ClassName HTTP_HEADERS =
            ClassName.get("org.springframework.http", "HttpHeaders");

    /** A client of HTTP for tests. */
    public static final ClassName TEST_CLIENT =
            ClassName.get("org.springframework.test.web.servlet.client", "RestTestClient");

    private Libraries() {}
}
