package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.naming.ReadModelClass;
import javax.lang.model.element.Modifier;

/** What holds for all rows of a read model, wherever they are kept, as an abstract test. */
final class RowsContractFile {
    private RowsContractFile() {}

    static JavaSource of(ReadModelTypes readModel) {
        ClassName name = readModel.of(ReadModelClass.ROWS_CONTRACT);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addJavadoc(
                                Javadoc.of("What holds for every {@link $T}.", readModel.rows())
                                        .block())
                        .addMethod(
                                MethodSpec.methodBuilder(readModel.variables())
                                        .addModifiers(Modifier.PROTECTED, Modifier.ABSTRACT)
                                        .addJavadoc(
                                                Javadoc.of(
                                                                "The rows that are tested; none at the beginning of a"
                                                                        + " test.")
                                                        .block())
                                        .returns(readModel.rows())
                                        .build());
        TestMethods tests = new TestMethods();
        RowsCases cases = new RowsCases(readModel);
        cases.addTo(tests);
        tests.addTo(type);
        type.addMethod(cases.save());
        return JavaSource.of(name, type.build()).importing(Libraries.ASSERTIONS, "assertThat");
    }
}
