package io.contextmill.emitters.config;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.model.CommandModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.CommandClass;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.QueryClass;
import io.contextmill.naming.ReadModelClass;
import io.contextmill.words.Words;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The configuration that makes every object of the service through its constructor. */
final class ConfigurationSource {
    private final ContextTypes types;
    private final PlatformBeans platform;
    private final BeanNames names = new BeanNames();

    ConfigurationSource(ContextTypes types) {
        this.types = types;
        this.platform = new PlatformBeans(types);
    }

    JavaSource source() {
        ClassName name = types.of(ContextClass.CONFIGURATION);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addAnnotation(Boot.withoutProxies(Boot.CONFIGURATION))
                        .addAnnotation(
                                AnnotationSpec.builder(Boot.ENABLE_PROPERTIES)
                                        .addMember(
                                                "value",
                                                "$T.class",
                                                types.of(ContextClass.PROPERTIES))
                                        .build())
                        .addJavadoc(
                                Javadoc.of(
                                                "Every object of the $L service, made through its constructor: what the"
                                                        + " team decides, commands, queries, data, events, HTTP.",
                                                types.context().name())
                                        .block());
        methods().forEach(type::addMethod);
        return JavaSource.of(name, type.build());
    }

    private List<MethodSpec> methods() {
        List<AggregateTypes> alive =
                types.aggregates().stream().filter(AggregateTypes::isAlive).toList();
        List<MethodSpec> methods = new ArrayList<>();
        if (alive.stream().anyMatch(AggregateTypes::asksForNow)) {
            methods.add(
                    PlatformBeans.bean("clock", ClassName.get(InstantSource.class))
                            .addStatement(
                                    "return $T.tickMillis($T.UTC)", Clock.class, ZoneOffset.class)
                            .build());
        }
        alive.forEach(aggregate -> methods.add(decider(aggregate)));
        for (AggregateTypes aggregate : alive) {
            aggregate
                    .model()
                    .commands()
                    .forEach(command -> methods.add(handler(aggregate, command)));
        }
        queries().forEach(query -> methods.add(handler(query)));
        types.readModels().stream()
                .filter(ReadModelTypes::isBuilt)
                .forEach(
                        built ->
                                sources(built)
                                        .forEach(
                                                source ->
                                                        methods.add(subscription(built, source))));
        types.readModels().stream()
                .filter(ReadModelTypes::isRebuilt)
                .forEach(rebuilt -> methods.add(rebuilt(rebuilt)));
        alive.forEach(aggregate -> methods.add(repository(aggregate)));
        types.readModels().forEach(readModel -> methods.add(rows(readModel)));
        methods.addAll(platform.events());
        methods.addAll(platform.eventStore());
        methods.addAll(platform.http());
        controllers().forEach(methods::add);
        return methods;
    }

    private MethodSpec decider(AggregateTypes aggregate) {
        return bean(camel(aggregate.decider()), aggregate.decider())
                .addStatement("return new $T()", aggregate.of(AggregateClass.BEHAVIOUR))
                .build();
    }

    private MethodSpec handler(AggregateTypes aggregate, CommandModel command) {
        ClassName handler = types.of(command, CommandClass.HANDLER);
        MethodSpec.Builder method =
                bean(camel(handler), handler)
                        .addParameter(aggregate.repository(), aggregate.variables())
                        .addParameter(aggregate.decider(), "decider");
        boolean timed = aggregate.asksForNow(command);
        if (timed) {
            method.addParameter(InstantSource.class, "clock");
        }
        return method.addStatement(
                        "return new $T($L, decider$L)",
                        handler,
                        aggregate.variables(),
                        timed ? ", clock" : "")
                .build();
    }

    /** Those for one row, then those that list. */
    private Stream<QueryModel> queries() {
        List<QueryModel> all = types.context().queries();
        return Stream.concat(
                all.stream().filter(query -> !(query instanceof Listing)),
                all.stream().filter(Listing.class::isInstance));
    }

    private MethodSpec handler(QueryModel query) {
        ClassName handler = types.of(query, QueryClass.HANDLER);
        ReadModelTypes readModel = types.readModelOf(query);
        return bean(camel(handler), handler)
                .addParameter(readModel.rows(), readModel.variables())
                .addStatement("return new $T($L)", handler, readModel.variables())
                .build();
    }

    private MethodSpec subscription(ReadModelTypes readModel, AggregateTypes source) {
        ClassName subscription = RepositoryParts.outbox(types, "Subscription");
        return bean(subscriptionName(readModel, source), subscriptionType(source))
                .addParameter(readModel.rows(), readModel.variables())
                .addStatement(
                        "return new $T<>($L, $T.class, new $T($L)::$L)",
                        subscription,
                        Literals.string(source.name()),
                        source.event(),
                        readModel.of(ReadModelClass.PROJECTION),
                        readModel.variables(),
                        readModel.listener(source))
                .build();
    }

    private TypeName subscriptionType(AggregateTypes source) {
        return ParameterizedTypeName.get(
                RepositoryParts.outbox(types, "Subscription"), source.event());
    }

    private static String subscriptionName(ReadModelTypes readModel, AggregateTypes source) {
        boolean own = source.name().equals(readModel.model().aggregate());
        return Words.of(readModel.name()).camel()
                + (own ? "" : "Of" + source.name())
                + "Subscription";
    }

    private static List<AggregateTypes> sources(ReadModelTypes readModel) {
        return Stream.concat(Stream.of(readModel.aggregate()), readModel.sources().stream())
                .toList();
    }

    private MethodSpec rebuilt(ReadModelTypes readModel) {
        ClassName rebuilt = RepositoryParts.eventStore(types, "RebuiltReadModel");
        MethodSpec.Builder method =
                bean("rebuilt" + readModel.name(), rebuilt)
                        .addParameter(readModel.rows(), readModel.variables());
        List<String> subscriptions = new ArrayList<>();
        for (AggregateTypes source : sources(readModel)) {
            String name = subscriptionName(readModel, source);
            method.addParameter(subscriptionType(source), name);
            subscriptions.add(name);
        }
        return method.addStatement(
                        "return new $T($L, $L::removeAll, $T.of($L))",
                        rebuilt,
                        Literals.string(readModel.name()),
                        readModel.variables(),
                        List.class,
                        String.join(", ", subscriptions))
                .build();
    }

    private MethodSpec repository(AggregateTypes aggregate) {
        List<ParameterSpec> parts = RepositoryParts.of(aggregate);
        return bean(aggregate.variables(), aggregate.repository())
                .addParameters(parts)
                .addStatement(
                        "return $T.$L($L)",
                        types.of(ContextClass.POSTGRES_ADAPTER),
                        aggregate.variables(),
                        RepositoryParts.names(parts))
                .build();
    }

    private MethodSpec rows(ReadModelTypes readModel) {
        List<ParameterSpec> parts = RepositoryParts.of(readModel);
        return bean(readModel.factory(), readModel.rows())
                .addParameters(parts)
                .addStatement(
                        "return $T.$L($L)",
                        types.of(ContextClass.POSTGRES_ADAPTER),
                        readModel.factory(),
                        RepositoryParts.names(parts))
                .build();
    }

    private Stream<MethodSpec> controllers() {
        return Endpoints.of(types).stream().map(this::controller);
    }

    private MethodSpec controller(Endpoints endpoints) {
        MethodSpec.Builder method = bean(camel(endpoints.controller()), endpoints.controller());
        endpoints.parts().forEach(part -> method.addParameter(part.type(), part.name()));
        List<String> arguments = endpoints.parts().stream().map(Endpoints.Part::name).toList();
        return method.addStatement(
                        "return $T.$L($L)",
                        types.of(ContextClass.WEB_ADAPTER),
                        endpoints.aggregate().variables(),
                        String.join(", ", arguments))
                .build();
    }

    private MethodSpec.Builder bean(String name, TypeName type) {
        return PlatformBeans.bean(names.take(name), type);
    }

    private static String camel(ClassName type) {
        return Words.of(type.simpleName()).camel();
    }
}
