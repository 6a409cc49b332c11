package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.Layer;
import io.contextmill.naming.ReadModelClass;
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
        boolean json = hasJson(aggregate);
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(aggregate.variables())
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "$L in the table {@code $L}, their events in the outbox.",
                                                Phrases.capitalised(aggregate.nouns()),
                                                Table.of(aggregate).name())
                                        .block())
                        .returns(aggregate.repository())
                        .addParameter(Spring.JDBC_CLIENT, "jdbc")
                        .addParameter(Spring.TRANSACTIONS, "transactions")
                        .addParameter(
                                ClassName.get(
                                        types.packageName(Layer.PLATFORM) + ".outbox", "Outbox"),
                                "outbox")
                        .addParameter(aggregate.decider(), "decider");
        if (json) {
            method.addParameter(Libraries.JSON_MAPPER, "json");
        }
        return method.addStatement(
                        "return new $T(jdbc, transactions, outbox, decider$L)",
                        aggregate.of(AggregateClass.POSTGRES_REPOSITORY),
                        json ? ", json" : "")
                .build();
    }

    /** Whether the repository of an aggregate writes some values as JSON. */
    static boolean hasJson(AggregateTypes aggregate) {
        return Table.of(aggregate).hasJson();
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
                        .addParameter(Spring.JDBC_CLIENT, "jdbc");
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
