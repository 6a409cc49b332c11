package io.contextmill.emitters.web;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.Type.Scalar;
import io.contextmill.naming.Names;
import javax.lang.model.element.Modifier;

/** One query as a method of a controller. */
final class QueryEndpoint {

    private final Endpoints endpoints;
    private final ContextTypes types;
    private final AggregateTypes aggregate;
    private final ReadModelTypes readModel;
    private final QueryModel query;

    QueryEndpoint(Endpoints endpoints, QueryModel query) {
        this.endpoints = endpoints;
        this.types = endpoints.types();
        this.aggregate = endpoints.aggregate();
        this.readModel = types.readModelOf(query);
        this.query = query;
    }

    MethodSpec byKey(ByKey single) {
        TypeName found = types.versioned(readModel.row());
        return method("shows one " + aggregate.noun())
                .returns(ParameterizedTypeName.get(Web.RESPONSE_ENTITY, readModel.row()))
                .addParameter(identity(aggregate))
                .addStatement(
                        "$T found = $L.handle(new $T(new $T($L)))",
                        found,
                        endpoints.handler(single.name()),
                        types.query(single),
                        aggregate.id(),
                        Names.variable(aggregate.model()))
                .addStatement(
                        "return $T.ok().eTag($T.$L(found.version())).body(found.value())",
                        Web.RESPONSE_ENTITY,
                        endpoints.platform("EntityTags"),
                        readModel.isOfSeveral() ? "ofRow" : "of")
                .build();
    }

    MethodSpec listing(Listing listing) {
        MethodSpec.Builder method =
                method("shows a page of " + aggregate.nouns())
                        .returns(
                                ParameterizedTypeName.get(
                                        types.platform("Page"),
                                        readModel.row(),
                                        ClassName.get(String.class)));
        CodeBlock.Builder arguments = CodeBlock.builder();
        for (Filter filter : listing.filters()) {
            FieldModel field = readModel.asked(filter);
            method.addParameter(parameter(field));
            arguments.add("$L, ", value(field));
        }
        return method.addParameter(
                        ParameterSpec.builder(
                                        ContextTypes.optional(ClassName.get(String.class)), "after")
                                .addAnnotation(Web.REQUEST_PARAM)
                                .build())
                .addParameter(limit(listing))
                .addStatement(
                        "return cursors.page($L.handle(new $T($Lcursors.place(after, $L), limit)))",
                        endpoints.handler(listing.name()),
                        types.query(listing),
                        arguments.build(),
                        placeConstant(listing))
                .build();
    }

    /** The type of the places in a listing, which Java forgets unless it is written down. */
    FieldSpec place(Listing listing) {
        TypeName type =
                ParameterizedTypeName.get(Libraries.TYPE_REFERENCE, readModel.place(listing));
        return FieldSpec.builder(
                        type,
                        placeConstant(listing),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("new $T<>() {}", Libraries.TYPE_REFERENCE)
                .build();
    }

    private static String placeConstant(Listing listing) {
        return Names.constantFor(listing.name() + "Place");
    }

    /** The identity in a path. */
    static ParameterSpec identity(AggregateTypes aggregate) {
        String declared = Names.identityName(aggregate.model());
        String name = Names.variable(aggregate.model());
        AnnotationSpec.Builder variable = AnnotationSpec.builder(Web.PATH_VARIABLE);
        if (!declared.equals(name)) {
            variable.addMember("value", "$S", declared);
        }
        FieldModel id = Endpoints.identity(aggregate);
        return ParameterSpec.builder(aggregate.types().type(id.plain().type()), name)
                .addAnnotation(variable.build())
                .addAnnotations(Constraints.of(id))
                .build();
    }

    private MethodSpec.Builder method(String otherwise) {
        String path = endpoints.below(types.names().path(query));
        AnnotationSpec.Builder mapping = AnnotationSpec.builder(Web.GET_MAPPING);
        if (!path.isEmpty()) {
            mapping.addMember("value", "$S", path);
        }
        return MethodSpec.methodBuilder(Names.member(query.name()))
                .addJavadoc(
                        Javadoc.of("$L", Phrases.sentence(query.description(), otherwise)).block())
                .addAnnotation(mapping.build());
    }

    private ParameterSpec parameter(FieldModel declared) {
        FieldModel field = declared.plain();
        TypeName type = types.type(field.type());
        String name = ReadModelTypes.parameter(field);
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(Web.REQUEST_PARAM);
        if (!Names.queryParameter(field.name()).equals(name)) {
            annotation.addMember("value", "$S", Names.queryParameter(field.name()));
        }
        ParameterSpec.Builder parameter =
                ParameterSpec.builder(field.optional() ? ContextTypes.optional(type) : type, name)
                        .addAnnotation(annotation.build());
        if (field.type() == Scalar.DATE || field.type() == Scalar.TIME) {
            parameter.addAnnotation(
                    AnnotationSpec.builder(Web.DATE_TIME_FORMAT)
                            .addMember(
                                    "iso",
                                    "$T.ISO.$L",
                                    Web.DATE_TIME_FORMAT,
                                    ((Scalar) field.type()).name())
                            .build());
        }
        return parameter.build();
    }

    private CodeBlock value(FieldModel field) {
        String name = ReadModelTypes.parameter(field);
        if (field.type().wrapped().isEmpty()) {
            return CodeBlock.of("$L", name);
        }
        TypeName id = types.type(field.type());
        return field.optional()
                ? CodeBlock.of("$L.map($T::new)", name, id)
                : CodeBlock.of("new $T($L)", id, name);
    }

    private static ParameterSpec limit(Listing listing) {
        return ParameterSpec.builder(int.class, "limit")
                .addAnnotation(
                        AnnotationSpec.builder(Web.REQUEST_PARAM)
                                .addMember("defaultValue", "$S", String.valueOf(listing.pageSize()))
                                .build())
                .addAnnotation(bound("Min", 1, "is less than "))
                .addAnnotation(bound("Max", Endpoints.largestPage(listing), "is more than "))
                .build();
    }

    private static AnnotationSpec bound(String constraint, int value, String rule) {
        return AnnotationSpec.builder(Web.constraint(constraint))
                .addMember("value", "$L", value)
                .addMember("message", "$S", rule + value)
                .build();
    }
}
