package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.QueryRecords;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The port through which the rows of a read model are kept. */
final class RowsFile {
    /** What says where a page begins. */
    static final String AFTER = "the place behind which the page begins; empty for the first page";

    private RowsFile() {}

    static JavaSource of(ReadModelTypes readModel) {
        String none = readModel.isBuilt() ? "" : " No event builds them yet.";
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(readModel.rows())
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                Javadoc.of("The rows of {@link $T}." + none, readModel.row())
                                        .block())
                        .addMethod(find(readModel));
        Set<String> methods = new HashSet<>();
        for (Listing listing : readModel.listings()) {
            if (methods.add(readModel.method(listing))) {
                type.addMethod(list(readModel, listing));
            }
        }
        if (readModel.isBuilt()) {
            type.addMethod(save(readModel));
        }
        if (readModel.isOfSeveral()) {
            type.addMethod(seen(readModel))
                    .addMethod(see(readModel))
                    .addMethod(await(readModel))
                    .addMethod(takeAwaited(readModel));
        }
        if (readModel.isMortal()) {
            type.addMethod(delete(readModel)).addMethod(isDeleted(readModel));
        }
        if (readModel.isRebuilt()) {
            type.addMethod(removeAll());
        }
        return JavaSource.of(readModel.rows(), type.build());
    }

    /** A method about the row of one aggregate. */
    private static MethodSpec.Builder ofOne(ReadModelTypes readModel, String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addParameter(readModel.aggregate().id(), readModel.keyParameter());
    }

    private static MethodSpec delete(ReadModelTypes readModel) {
        return ofOne(readModel, "delete")
                .addJavadoc(
                        Javadoc.of(
                                        "Takes the row of $L out, and keeps in mind that it is gone. Changes nothing"
                                                + " where there is none.",
                                        readModel.aggregate().aNoun())
                                .block())
                .build();
    }

    private static MethodSpec seen(ReadModelTypes readModel) {
        return ofOne(readModel, "seen")
                .addJavadoc(
                        Javadoc.of(
                                        "What the row of $L shows of a source.",
                                        readModel.aggregate().aNoun())
                                .param("source", "the name of somebody whose events change the row")
                                .returns(
                                        "the version up to which it does; {@link $T#NONE} if it has seen nothing of it",
                                        readModel.types().platform("Version"))
                                .block())
                .addParameter(String.class, "source")
                .returns(readModel.types().platform("Version"))
                .build();
    }

    private static MethodSpec see(ReadModelTypes readModel) {
        return ofOne(readModel, "see")
                .addJavadoc(
                        Javadoc.of(
                                        "Keeps in mind up to which version the row of $L shows a source.",
                                        readModel.aggregate().aNoun())
                                .block())
                .addParameter(String.class, "source")
                .addParameter(readModel.types().platform("Version"), "version")
                .build();
    }

    private static MethodSpec await(ReadModelTypes readModel) {
        TypeName any =
                ParameterizedTypeName.get(
                        readModel.types().platform("Versioned"),
                        WildcardTypeName.subtypeOf(Object.class));
        return ofOne(readModel, "await")
                .addJavadoc(
                        Javadoc.of(
                                        "Keeps an event until the row of $L begins; once, if it is told again.",
                                        readModel.aggregate().aNoun())
                                .block())
                .addParameter(String.class, "source")
                .addParameter(any, "event")
                .build();
    }

    private static MethodSpec takeAwaited(ReadModelTypes readModel) {
        return ofOne(readModel, "takeAwaited")
                .addJavadoc(
                        Javadoc.of(
                                        "The events that were kept for the row of $L, those of each source in their order."
                                                + " They are kept no longer.",
                                        readModel.aggregate().aNoun())
                                .block())
                .returns(
                        ParameterizedTypeName.get(
                                ClassName.get(List.class),
                                readModel.types().versioned(ClassName.get(Object.class))))
                .build();
    }

    private static MethodSpec removeAll() {
        return MethodSpec.methodBuilder("removeAll")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        Javadoc.of("Takes all rows out, as if nothing had been told yet.").block())
                .build();
    }

    private static MethodSpec isDeleted(ReadModelTypes readModel) {
        return ofOne(readModel, "isDeleted")
                .addJavadoc(
                        Javadoc.of(
                                        "Whether the row of $L was taken out.",
                                        readModel.aggregate().aNoun())
                                .block())
                .returns(TypeName.BOOLEAN)
                .build();
    }

    private static MethodSpec find(ReadModelTypes readModel) {
        TypeName row = readModel.types().versioned(readModel.row());
        return ofOne(readModel, "find")
                .addJavadoc(
                        Javadoc.of(
                                        "The row of $L, if one was built.",
                                        readModel.aggregate().aNoun())
                                .block())
                .returns(ContextTypes.optional(row))
                .build();
    }

    private static MethodSpec list(ReadModelTypes readModel, Listing listing) {
        Javadoc javadoc = Javadoc.of(order(readModel, listing));
        for (Filter filter : listing.filters()) {
            QueryRecords.describe(
                    javadoc, ReadModelTypes.parameter(readModel.asked(filter)), filter, readModel);
        }
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(readModel.method(listing))
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addJavadoc(
                                javadoc.param("after", AFTER)
                                        .param("limit", "the most rows of a page; at least 1")
                                        .block())
                        .returns(readModel.page(listing));
        List<Component> parameters = readModel.parameters(listing);
        parameters.forEach(parameter -> method.addParameter(parameter.type(), parameter.name()));
        return method.build();
    }

    private static String order(ReadModelTypes readModel, Listing listing) {
        return "Rows by "
                + (listing.descending() ? "descending" : "ascending")
                + " {@code "
                + Names.component(listing.sort())
                + "}"
                + readModel.placeOfMissing(listing)
                + (listing.sort().equals(readModel.model().key())
                        ? "."
                        : ", then by {@code " + readModel.key() + "}.");
    }

    private static MethodSpec save(ReadModelTypes readModel) {
        return MethodSpec.methodBuilder("save")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        Javadoc.of("Adds a row, or replaces the one with the same key.").block())
                .addParameter(readModel.types().versioned(readModel.row()), "row")
                .build();
    }
}
