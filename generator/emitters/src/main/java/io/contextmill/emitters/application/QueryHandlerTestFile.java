package io.contextmill.emitters.application;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.RowSamples;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.QueryClass;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The test of the handler of a query, on rows in memory. */
final class QueryHandlerTestFile {
    private static final CodeBlock ID = CodeBlock.of("id");

    private final ContextTypes types;
    private final QueryModel query;
    private final ReadModelTypes readModel;
    private final AggregateTypes aggregate;
    private final RowSamples samples;
    private final ClassName handler;
    private final CodeBlock rows;

    private QueryHandlerTestFile(ContextTypes types, QueryModel query) {
        this.types = types;
        this.query = query;
        this.readModel = types.readModelOf(query);
        this.aggregate = readModel.aggregate();
        this.samples = new RowSamples(readModel);
        this.handler = types.of(query, QueryClass.HANDLER);
        this.rows =
                CodeBlock.of("$T.$L()", types.of(ContextClass.MEMORY_ADAPTER), readModel.factory());
    }

    static JavaSource of(ContextTypes types, QueryModel query) {
        return new QueryHandlerTestFile(types, query).source();
    }

    private JavaSource source() {
        ClassName name = types.of(query, QueryClass.HANDLER_TEST);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(Javadoc.of("What {@link $T} answers.", handler).block());
        addFields(type);
        TestMethods tests = new TestMethods();
        if (query instanceof Listing listing) {
            addListing(tests, listing);
        } else {
            addOne(tests);
        }
        tests.addTo(type);
        return JavaSource.of(name, type.build())
                .importing(
                        Libraries.ASSERTIONS,
                        "assertThat",
                        "assertThatIllegalArgumentException",
                        "assertThatThrownBy");
    }

    private void addFields(TypeSpec.Builder type) {
        if (!readModel.isBuilt()) {
            type.addField(field(handler, "handler", CodeBlock.of("new $T($L)", handler, rows)));
            return;
        }
        if (!(query instanceof Listing)) {
            type.addField(field(aggregate.id(), "id", UniqueSamples.identity(aggregate)));
        }
        type.addField(field(readModel.rows(), readModel.variables(), rows))
                .addField(
                        field(
                                handler,
                                "handler",
                                CodeBlock.of("new $T($L)", handler, readModel.variables())));
    }

    private void addOne(TestMethods tests) {
        if (readModel.isBuilt()) {
            tests.add("showsTheRow", showsTheRow());
        }
        tests.add(
                "rejects" + TestMethods.phrase(aggregate.aNoun()) + "ThatIsNotKnown",
                rejectsWhatIsNotKnown());
    }

    private void addListing(TestMethods tests, Listing listing) {
        tests.add(
                readModel.isBuilt() ? "showsTheRowsBehindAKey" : "showsNothingYet",
                readModel.isBuilt() ? showsTheRows(listing) : showsNothing(listing));
        tests.add("hasNoPagesWithoutRows", hasNoPagesWithoutRows(listing));
    }

    private CodeBlock showsTheRow() {
        return CodeBlock.builder()
                .addStatement(
                        "$T row = $L",
                        types.versioned(readModel.row()),
                        versioned(samples.first().java(readModel.row(), ID)))
                .addStatement("$L.save(row)", readModel.variables())
                .add("\n")
                .addStatement(
                        "$T.assertThat(handler.handle(new $T(id))).isEqualTo(row)",
                        Libraries.ASSERTIONS,
                        types.query(query))
                .build();
    }

    private CodeBlock rejectsWhatIsNotKnown() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!readModel.isBuilt()) {
            code.addStatement("$T id = $L", aggregate.id(), UniqueSamples.identity(aggregate))
                    .add("\n");
        }
        return code.addStatement(
                        "$T.assertThatThrownBy(() -> handler.handle(new $T(id))).isInstanceOf($T.class)",
                        Libraries.ASSERTIONS,
                        types.query(query),
                        aggregate.notFound())
                .build();
    }

    private CodeBlock showsTheRows(Listing listing) {
        CodeBlock row = samples.first().java(readModel.row(), UniqueSamples.identity(aggregate));
        return CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < 2; i++)")
                .addStatement("$T row = $L", readModel.row(), row)
                .addStatement("$L.save($L)", readModel.variables(), versioned(CodeBlock.of("row")))
                .endControlFlow()
                .add("\n")
                .addStatement(
                        "$T first = handler.handle($L)",
                        readModel.page(listing),
                        listing(listing, nothing(), 1))
                .addStatement(
                        "$T second = handler.handle($L)",
                        readModel.page(listing),
                        listing(listing, CodeBlock.of("first.next()"), 1))
                .add("\n")
                .addStatement("$T.assertThat(first.items()).hasSize(1)", Libraries.ASSERTIONS)
                .addStatement(
                        "$T.assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items())",
                        Libraries.ASSERTIONS)
                .addStatement("$T.assertThat(second.next()).isEmpty()", Libraries.ASSERTIONS)
                .build();
    }

    private CodeBlock showsNothing(Listing listing) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.assertThat(handler.handle($L)).isEqualTo(new $T<>($T.of(), $L))",
                        Libraries.ASSERTIONS,
                        listing(listing, nothing(), 1),
                        types.platform("Page"),
                        List.class,
                        nothing())
                .build();
    }

    private CodeBlock hasNoPagesWithoutRows(Listing listing) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.assertThatIllegalArgumentException().isThrownBy(() -> $L)",
                        Libraries.ASSERTIONS,
                        listing(listing, nothing(), 0))
                .build();
    }

    private CodeBlock listing(Listing listing, CodeBlock after, int limit) {
        return CodeBlock.of(
                "new $T($L)",
                types.query(listing),
                samples.arguments(listing, after, CodeBlock.of("$L", limit)));
    }

    private CodeBlock versioned(CodeBlock value) {
        return CodeBlock.of(
                "new $T<>($L, new $T(1))",
                types.platform("Versioned"),
                value,
                types.platform("Version"));
    }

    private static CodeBlock nothing() {
        return CodeBlock.of("$T.empty()", Optional.class);
    }

    private static FieldSpec field(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer(value)
                .build();
    }
}
