package io.contextmill.emitters.postgres;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.Names;
import io.contextmill.words.Words;
import javax.lang.model.element.Modifier;

/**
 * How a repository answers where a unique field gets a value that another aggregate has.
 *
 * @param table where the values stand
 */
record TakenValues(AggregateTypes aggregate, Table table) {

    /** The statements that find who has a value. */
    void addStatements(TypeSpec.Builder type) {
        for (FieldModel field : aggregate.unique()) {
            type.addField(Statement.constant(otherBy(field), findOther(field)));
        }
    }

    private static String otherBy(FieldModel field) {
        return "FIND_OTHER_BY_" + Words.of(field.name()).upperSnake();
    }

    private String findOther(FieldModel field) {
        Column column = table.column(field.name());
        return "select id\nfrom %s\nwhere %s = %s and id <> :id\n"
                .formatted(table.sqlName(), Sql.name(column.name()), column.parameter());
    }

    /** The beginning of a transaction in which a value may turn out to be taken. */
    CodeBlock transaction() {
        return aggregate.unique().isEmpty()
                ? CodeBlock.of("transactions.executeWithoutResult(status -> {\n$>")
                : CodeBlock.of("try {\n$>transactions.executeWithoutResult(status -> {\n$>");
    }

    /**
     * Its end.
     *
     * @param state the variable that holds the aggregate with its new values
     * @param loaded the version that it had before
     */
    CodeBlock endOfTransaction(String state, CodeBlock loaded) {
        return aggregate.unique().isEmpty()
                ? CodeBlock.of("$<});\n")
                : CodeBlock.of(
                        "$<});\n$<} catch ($T e) {\n$>throw taken($L, $L);\n$<}\n",
                        Spring.DUPLICATE_KEY,
                        state,
                        loaded);
    }

    /** The method that says which value it is that another one has. */
    MethodSpec method() {
        String state = aggregate.variable();
        ContextTypes types = aggregate.types();
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("taken")
                        .addModifiers(Modifier.PRIVATE)
                        .addJavadoc(
                                Javadoc.of(
                                                "What another $L has already; that somebody was faster, if that one is gone"
                                                        + " meanwhile.",
                                                aggregate.noun())
                                        .block())
                        .returns(types.platform("Rejection"))
                        .addParameter(aggregate.state(), state)
                        .addParameter(types.platform("Version"), "loaded");
        for (FieldModel field : aggregate.unique()) {
            Column column = table.column(field.name());
            CodeBlock value = CodeBlock.of("$L.$L()", state, Names.stateComponent(field));
            String wanted = "same" + Words.of(field.name()).pascal();
            String same = wanted.equals(state) ? wanted + "_" : wanted;
            method.addStatement(
                            "$T $L = jdbc.sql($L).param(\"id\", $L.id().value()).param($S, $L).query($T.class).optional()",
                            ContextTypes.optional(table.keyClass(types)),
                            same,
                            otherBy(field),
                            state,
                            column.name(),
                            column.written(value, types),
                            table.keyClass(types))
                    .beginControlFlow("if ($L.isPresent())", same)
                    .addStatement("return new $T($L)", aggregate.taken(field), value)
                    .endControlFlow();
        }
        return method.addStatement(
                        "return $T.overtaken(loaded)", types.platform("OptimisticLockConflict"))
                .build();
    }
}
