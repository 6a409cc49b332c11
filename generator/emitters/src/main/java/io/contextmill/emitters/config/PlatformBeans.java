package io.contextmill.emitters.config;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.Layer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The beans that each service has: the way of an event, and the edge of HTTP. */
final class PlatformBeans {
    private final ContextTypes types;

    PlatformBeans(ContextTypes types) {
        this.types = types;
    }

    private ClassName web(String name) {
        return ClassName.get(types.packageName(Layer.PLATFORM) + ".web", name);
    }

    private ClassName domainJson() {
        return types.of(ContextClass.DOMAIN_JSON);
    }

    private ClassName properties() {
        return types.of(ContextClass.PROPERTIES);
    }

    static MethodSpec.Builder bean(String name, TypeName type) {
        return MethodSpec.methodBuilder(name).addAnnotation(Boot.BEAN).returns(type);
    }

    private static MethodSpec.Builder startedBean(String name, TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(
                        AnnotationSpec.builder(Boot.BEAN)
                                .addMember("initMethod", "$S", "start")
                                .build())
                .returns(type);
    }

    List<MethodSpec> events() {
        return List.of(
                migrationDataSource(),
                domainJsonBean(),
                eventJson(),
                outbox(),
                outboxFeed(),
                outboxLoop());
    }

    /** What the read timeout of the pool must not interrupt. */
    private static MethodSpec migrationDataSource() {
        return MethodSpec.methodBuilder("migrationDataSource")
                .addJavadoc(
                        Javadoc.of(
                                        "For migrations, which may take longer than any query: without the pool's read"
                                                + " timeout.")
                                .block())
                .addAnnotation(
                        AnnotationSpec.builder(Boot.BEAN)
                                .addMember("defaultCandidate", "false")
                                .build())
                .addAnnotation(Boot.FLYWAY_DATA_SOURCE)
                .returns(DataSource.class)
                .addParameter(Boot.CONNECTION_DETAILS, "connection")
                .addStatement(
                        "return new $T(connection.getJdbcUrl(), connection.getUsername(), connection.getPassword())",
                        Boot.PLAIN_DATA_SOURCE)
                .build();
    }

    private MethodSpec domainJsonBean() {
        return bean("domainJson", Boot.MAPPER_CUSTOMIZER)
                .addStatement("return $T::configure", domainJson())
                .build();
    }

    private MethodSpec eventJson() {
        return bean("eventJson", RepositoryParts.outbox(types, "EventJson"))
                .addParameter(Libraries.JSON_MAPPER, "mapper")
                .addStatement("return $T.events(mapper)", domainJson())
                .build();
    }

    private MethodSpec outbox() {
        return bean("outbox", RepositoryParts.outbox(types, "Outbox"))
                .addParameter(Libraries.JDBC_CLIENT, "jdbc")
                .addParameter(RepositoryParts.outbox(types, "EventJson"), "json")
                .addParameter(types.platform("BackgroundLoop"), "outboxLoop")
                .addStatement(
                        "return new $T(jdbc, json, $T.systemUTC(), outboxLoop::wake)",
                        RepositoryParts.outbox(types, "Outbox"),
                        Clock.class)
                .build();
    }

    private MethodSpec outboxFeed() {
        TypeName any =
                ParameterizedTypeName.get(
                        RepositoryParts.outbox(types, "Subscription"),
                        WildcardTypeName.subtypeOf(Object.class));
        return bean("outboxFeed", RepositoryParts.outbox(types, "OutboxFeed"))
                .addParameter(Libraries.JDBC_CLIENT, "jdbc")
                .addParameter(RepositoryParts.outbox(types, "EventJson"), "json")
                .addParameter(Boot.TRANSACTION_MANAGER, "transactions")
                .addParameter(
                        ParameterizedTypeName.get(ClassName.get(List.class), any), "subscriptions")
                .addStatement(
                        "return new $T(jdbc, json, transactions, subscriptions)",
                        RepositoryParts.outbox(types, "OutboxFeed"))
                .build();
    }

    private MethodSpec outboxLoop() {
        ClassName loop = types.platform("BackgroundLoop");
        return startedBean("outboxLoop", loop)
                .addParameter(RepositoryParts.outbox(types, "OutboxFeed"), "feed")
                .addParameter(properties(), "properties")
                .addStatement(
                        "return new $T($S, properties.outbox().pollInterval(), feed::drain)",
                        loop,
                        "outbox-feed")
                .build();
    }

    /** What keeps events, for those aggregates that are kept so. */
    List<MethodSpec> eventStore() {
        return types.context().keepsEvents()
                ? List.of(eventStoreBean(), snapshots(), readModelRebuild())
                : List.of();
    }

    private MethodSpec eventStoreBean() {
        ClassName store = RepositoryParts.eventStore(types, "EventStore");
        return bean("eventStore", store)
                .addParameter(Libraries.JDBC_CLIENT, "jdbc")
                .addParameter(RepositoryParts.outbox(types, "EventJson"), "json")
                .addStatement("return new $T(jdbc, json, $T.systemUTC())", store, Clock.class)
                .build();
    }

    private MethodSpec snapshots() {
        ClassName snapshots = RepositoryParts.eventStore(types, "Snapshots");
        return bean("snapshots", snapshots)
                .addParameter(Libraries.JDBC_CLIENT, "jdbc")
                .addParameter(Libraries.JSON_MAPPER, "mapper")
                .addParameter(properties(), "properties")
                .addStatement(
                        "return new $T(jdbc, mapper, properties.eventStore().snapshotEvery())",
                        snapshots)
                .build();
    }

    private MethodSpec readModelRebuild() {
        ClassName rebuild = RepositoryParts.eventStore(types, "ReadModelRebuild");
        ClassName rebuilt = RepositoryParts.eventStore(types, "RebuiltReadModel");
        return bean("readModelRebuild", rebuild)
                .addParameter(Libraries.JDBC_CLIENT, "jdbc")
                .addParameter(Libraries.TRANSACTIONS, "transactions")
                .addParameter(RepositoryParts.eventStore(types, "EventStore"), "store")
                .addParameter(RepositoryParts.eventStore(types, "Snapshots"), "snapshots")
                .addParameter(
                        ParameterizedTypeName.get(ClassName.get(List.class), rebuilt), "readModels")
                .addStatement(
                        "return new $T(jdbc, transactions, store, snapshots, readModels)", rebuild)
                .build();
    }

    List<MethodSpec> http() {
        List<MethodSpec> beans = new ArrayList<>();
        beans.add(idempotentRequests());
        beans.add(idempotencyLoop());
        if (types.context().queries().stream().anyMatch(Listing.class::isInstance)) {
            beans.add(cursors());
        }
        beans.add(emptyBodies());
        beans.add(problemDocuments());
        return beans;
    }

    private MethodSpec cursors() {
        ClassName cursors = web("Cursors");
        return bean("cursors", cursors)
                .addParameter(Libraries.JSON_MAPPER, "mapper")
                .addStatement("return new $T(mapper)", cursors)
                .build();
    }

    private MethodSpec idempotentRequests() {
        ClassName requests = web("IdempotentRequests");
        return bean("idempotentRequests", requests)
                .addParameter(Libraries.JDBC_CLIENT, "jdbc")
                .addParameter(Libraries.TRANSACTIONS, "transactions")
                .addParameter(Libraries.JSON_MAPPER, "mapper")
                .addStatement("return new $T(jdbc, transactions, mapper)", requests)
                .build();
    }

    private MethodSpec idempotencyLoop() {
        ClassName loop = types.platform("BackgroundLoop");
        return startedBean("idempotencyLoop", loop)
                .addParameter(web("IdempotentRequests"), "requests")
                .addParameter(properties(), "properties")
                .addStatement("$T retention = properties.idempotency().retention()", Duration.class)
                .addStatement(
                        "return new $T($S, retention.dividedBy(24), () -> requests.forget(retention))",
                        loop,
                        "idempotency-retention")
                .build();
    }

    private MethodSpec emptyBodies() {
        ClassName bodies = web("EmptyBodies");
        return bean("emptyBodies", bodies)
                .addParameter(Libraries.JSON_MAPPER, "mapper")
                .addStatement("return new $T(mapper)", bodies)
                .build();
    }

    private MethodSpec problemDocuments() {
        ClassName documents = web("ProblemDocuments");
        return bean("problemDocuments", documents)
                .addStatement("return new $T()", documents)
                .build();
    }
}
