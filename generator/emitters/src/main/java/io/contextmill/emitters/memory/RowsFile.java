package io.contextmill.emitters.memory;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.ReadModelClass;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.lang.model.element.Modifier;

/** The rows of a read model in memory. */
final class RowsFile {
    private RowsFile() {}

    static JavaSource of(ReadModelTypes readModel) {
        ClassName name = readModel.of(ReadModelClass.MEMORY_ROWS);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.FINAL)
                        .addSuperinterface(readModel.rows())
                        .addJavadoc(
                                Javadoc.of("The rows of {@link $T} by their key.", readModel.row())
                                        .block())
                        .addField(rows(readModel))
                        .addMethod(find(readModel));
        Set<String> methods = new HashSet<>();
        Listings listings = new Listings(readModel);
        for (Listing listing : readModel.listings()) {
            if (methods.add(readModel.method(listing))) {
                type.addMethod(listings.list(listing));
            }
        }
        if (readModel.isBuilt()) {
            type.addMethod(save(readModel));
        }
        if (readModel.isOfSeveral()) {
            new SourcesOfRows(readModel).addTo(type);
        }
        if (readModel.isMortal()) {
            type.addField(deleted(readModel))
                    .addMethod(delete(readModel))
                    .addMethod(isDeleted(readModel));
        }
        if (readModel.isRebuilt()) {
            type.addMethod(removeAll(readModel));
        }
        return JavaSource.of(name, type.build());
    }

    private static FieldSpec rows(ReadModelTypes readModel) {
        TypeName map =
                ParameterizedTypeName.get(
                        ClassName.get(ConcurrentNavigableMap.class),
                        ClassName.get(String.class),
                        readModel.types().versioned(readModel.row()));
        return FieldSpec.builder(map, "rows", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc(
                        Javadoc.of(
                                        readModel.aggregate().model().id().isUuid()
                                                ? "Keys as texts, which are ordered as PostgreSQL orders the UUIDs themselves."
                                                : "Keys as texts, ordered by their characters as in PostgreSQL.")
                                .block())
                .initializer("new $T<>()", ConcurrentSkipListMap.class)
                .build();
    }

    private static MethodSpec find(ReadModelTypes readModel) {
        TypeName row = readModel.types().versioned(readModel.row());
        return MethodSpec.methodBuilder("find")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(readModel.aggregate().id(), readModel.keyParameter())
                .returns(ContextTypes.optional(row))
                .addStatement(
                        "return $T.ofNullable(rows.get($L.toString()))",
                        Optional.class,
                        readModel.keyParameter())
                .build();
    }

    private static FieldSpec deleted(ReadModelTypes readModel) {
        TypeName set =
                ParameterizedTypeName.get(ClassName.get(Set.class), readModel.aggregate().id());
        return FieldSpec.builder(set, "deleted", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("$T.newKeySet()", ConcurrentHashMap.class)
                .build();
    }

    private static MethodSpec delete(ReadModelTypes readModel) {
        return MethodSpec.methodBuilder("delete")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(readModel.aggregate().id(), readModel.keyParameter())
                .beginControlFlow(
                        "if (rows.remove($L.toString()) != null)", readModel.keyParameter())
                .addStatement("deleted.add($L)", readModel.keyParameter())
                .endControlFlow()
                .build();
    }

    private static MethodSpec isDeleted(ReadModelTypes readModel) {
        return MethodSpec.methodBuilder("isDeleted")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(readModel.aggregate().id(), readModel.keyParameter())
                .returns(TypeName.BOOLEAN)
                .addStatement("return deleted.contains($L)", readModel.keyParameter())
                .build();
    }

    private static MethodSpec removeAll(ReadModelTypes readModel) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("removeAll")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("rows.clear()");
        if (readModel.isOfSeveral()) {
            method.addStatement("seen.clear()").addStatement("awaited.clear()");
        }
        if (readModel.isMortal()) {
            method.addStatement("deleted.clear()");
        }
        return method.build();
    }

    private static MethodSpec save(ReadModelTypes readModel) {
        return MethodSpec.methodBuilder("save")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(readModel.types().versioned(readModel.row()), "row")
                .addStatement("rows.put(row.value().$L().toString(), row)", readModel.key())
                .build();
    }
}
