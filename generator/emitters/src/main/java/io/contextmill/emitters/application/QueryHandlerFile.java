package io.contextmill.emitters.application;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.QueryClass;
import javax.lang.model.element.Modifier;

/** The handler of a query: answers from the rows of a read model. */
final class QueryHandlerFile {
    private final ContextTypes types;
    private final QueryModel query;
    private final ReadModelTypes readModel;
    private final ClassName name;

    private QueryHandlerFile(ContextTypes types, QueryModel query) {
        this.types = types;
        this.query = query;
        this.readModel = types.readModelOf(query);
        this.name = types.of(query, QueryClass.HANDLER);
    }

    static JavaSource of(ContextTypes types, QueryModel query) {
        return new QueryHandlerFile(types, query).source();
    }

    private JavaSource source() {
        String rows = readModel.variables();
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(Javadoc.of("Answers {@link $T}.", types.query(query)).block())
                        .addField(
                                FieldSpec.builder(
                                                readModel.rows(),
                                                rows,
                                                Modifier.PRIVATE,
                                                Modifier.FINAL)
                                        .build())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PUBLIC)
                                        .addJavadoc(
                                                Javadoc.of("Answers from {@code $L}.", rows)
                                                        .block())
                                        .addParameter(readModel.rows(), rows)
                                        .addStatement("this.$L = $L", rows, rows)
                                        .build())
                        .addMethod(query instanceof Listing listing ? list(listing) : find())
                        .build();
        return JavaSource.of(name, type);
    }

    private MethodSpec find() {
        AggregateTypes aggregate = readModel.aggregate();
        Javadoc javadoc =
                query.description().isPresent()
                        ? Javadoc.of("$L", Phrases.sentence(query.description(), ""))
                        : Javadoc.of(
                                "The $L of one $L, with the version of the $L that it shows.",
                                readModel.noun(),
                                aggregate.noun(),
                                aggregate.noun());
        return handle().addJavadoc(
                        javadoc.throwing(
                                        aggregate.notFound(),
                                        "if no such $L is known",
                                        aggregate.noun())
                                .block())
                .returns(types.versioned(readModel.row()))
                .addStatement(
                        "return $L.find(query.$L()).orElseThrow(() -> new $T(query.$L()))",
                        readModel.variables(),
                        readModel.key(),
                        aggregate.notFound(),
                        readModel.key())
                .build();
    }

    private MethodSpec list(Listing listing) {
        String meaning = "one page of " + readModel.nouns();
        CodeBlock arguments =
                readModel.parameters(listing).stream()
                        .map(parameter -> CodeBlock.of("query.$L()", parameter.name()))
                        .collect(CodeBlock.joining(", "));
        return handle().addJavadoc(
                        Javadoc.of("$L", Phrases.sentence(query.description(), meaning)).block())
                .returns(readModel.page(listing))
                .addStatement(
                        "return $L.$L($L)",
                        readModel.variables(),
                        readModel.method(listing),
                        arguments)
                .build();
    }

    private MethodSpec.Builder handle() {
        return MethodSpec.methodBuilder("handle")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(types.query(query), "query");
    }
}
