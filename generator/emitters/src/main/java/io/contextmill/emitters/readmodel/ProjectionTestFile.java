package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.ReadModelClass;
import javax.lang.model.element.Modifier;

/** The test of a projection, on rows in memory. */
final class ProjectionTestFile {
    private final ReadModelTypes readModel;
    private final AggregateTypes aggregate;
    private final ContextTypes types;

    private ProjectionTestFile(ReadModelTypes readModel) {
        this.readModel = readModel;
        this.aggregate = readModel.aggregate();
        this.types = readModel.types();
    }

    static JavaSource of(ReadModelTypes readModel) {
        return new ProjectionTestFile(readModel).source();
    }

    private JavaSource source() {
        ClassName name = readModel.of(ReadModelClass.PROJECTION_TEST);
        ClassName projection = readModel.of(ReadModelClass.PROJECTION);
        String rows = readModel.variables();
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                Javadoc.of("What {@link $T} makes of events.", projection).block())
                        .addField(field(aggregate.id(), "id", UniqueSamples.identity(aggregate)))
                        .addField(
                                field(
                                        readModel.rows(),
                                        rows,
                                        CodeBlock.of(
                                                "$T.$L()",
                                                types.of(ContextClass.MEMORY_ADAPTER),
                                                readModel.factory())))
                        .addField(
                                field(
                                        projection,
                                        "projection",
                                        CodeBlock.of("new $T($L)", projection, rows)));
        TestMethods tests = new TestMethods();
        ProjectionCases cases = new ProjectionCases(readModel);
        cases.addTo(tests);
        tests.addTo(type);
        type.addMethod(event());
        if (cases.hasRows()) {
            type.addMethod(row());
        }
        return JavaSource.of(name, type.build())
                .importing(Libraries.ASSERTIONS, "assertThat", "assertThatIllegalStateException");
    }

    private MethodSpec event() {
        return MethodSpec.methodBuilder("event")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(TypeName.LONG, "version")
                .addParameter(aggregate.event(), "event")
                .returns(types.versioned(aggregate.event()))
                .addStatement(
                        "return new $T<>(event, new $T(version))",
                        types.platform("Versioned"),
                        types.platform("Version"))
                .build();
    }

    private MethodSpec row() {
        RowParameters parameters = new RowParameters(readModel);
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("row")
                        .addModifiers(Modifier.PRIVATE)
                        .returns(types.versioned(readModel.row()));
        parameters.addTo(method);
        return method.addStatement(
                        "return new $T<>(new $T(id$L), new $T($L))",
                        types.platform("Versioned"),
                        readModel.row(),
                        parameters.arguments(),
                        types.platform("Version"),
                        RowParameters.VERSION)
                .build();
    }

    private static FieldSpec field(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer(value)
                .build();
    }
}
