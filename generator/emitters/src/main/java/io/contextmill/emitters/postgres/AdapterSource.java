package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.ReadModelClass;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The one public class of the adapter: it makes everything that keeps its data in PostgreSQL. */
final class AdapterSource {
    private final ContextTypes types;

    AdapterSource(ContextTypes types) {
        this.types = types;
    }

    static ClassName name(ContextTypes types) {
        return types.of(ContextClass.POSTGRES_ADAPTER);
    }

    JavaSource source() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name(types))
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of("Makes everything that keeps its data in PostgreSQL.")
                                        .block())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build());
        RepositorySource.kept(types).forEach(aggregate -> type.addMethod(repository(aggregate)));
        types.readModels().forEach(readModel -> type.addMethod(rows(readModel)));
        return JavaSource.of(name(types), type.build());
    }

    private MethodSpec repository(AggregateTypes aggregate) {
        List<ParameterSpec> parts = RepositoryParts.of(aggregate);
        return MethodSpec.methodBuilder(aggregate.variables())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(meaning(aggregate).block())
                .returns(aggregate.repository())
                .addParameters(parts)
                .addStatement(
                        "return new $T($L)",
                        aggregate.of(AggregateClass.POSTGRES_REPOSITORY),
                        RepositoryParts.names(parts))
                .build();
    }

    private static Javadoc meaning(AggregateTypes aggregate) {
        return aggregate.model().isKeptAsEvents()
                ? Javadoc.of(
                        "$L as all that happened to them, in the table {@code events} and in the outbox.",
                        Phrases.capitalised(aggregate.nouns()))
                : Javadoc.of(
                        "$L in the table {@code $L}, their events in the outbox.",
                        Phrases.capitalised(aggregate.nouns()),
                        Table.of(aggregate).name());
    }

    private MethodSpec rows(ReadModelTypes readModel) {
        boolean json = Table.of(readModel).hasJson();
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(readModel.factory())
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "Rows in the table {@code $L}.",
                                                Table.of(readModel).name())
                                        .block())
                        .returns(readModel.rows())
                        .addParameter(Libraries.JDBC_CLIENT, "jdbc");
        if (json) {
            method.addParameter(Libraries.JSON_MAPPER, "json");
        }
        return method.addStatement(
                        "return new $T(jdbc$L)",
                        readModel.of(ReadModelClass.POSTGRES_ROWS),
                        json ? ", json" : "")
                .build();
    }
}
