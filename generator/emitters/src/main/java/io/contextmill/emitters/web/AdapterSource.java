package io.contextmill.emitters.web;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.ContextClass;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What makes the controllers, whose constructors nobody else sees. */
final class AdapterSource {
    private final ContextTypes types;
    private final List<Endpoints> all;

    AdapterSource(ContextTypes types, List<Endpoints> all) {
        this.types = types;
        this.all = all;
    }

    JavaSource source() {
        ClassName name = types.of(ContextClass.WEB_ADAPTER);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "Makes the HTTP edge of the $L context.",
                                                types.context().name())
                                        .block())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build());
        all.forEach(endpoints -> type.addMethod(factory(endpoints)));
        return JavaSource.of(name, type.build());
    }

    private static MethodSpec factory(Endpoints endpoints) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(endpoints.aggregate().variables())
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc(
                                Javadoc.of("Everything below {@code $L}.", endpoints.path())
                                        .block())
                        .returns(endpoints.controller());
        endpoints.parts().forEach(part -> method.addParameter(part.type(), part.name()));
        String arguments =
                endpoints.parts().stream()
                        .map(Endpoints.Part::name)
                        .collect(Collectors.joining(", "));
        return method.addStatement("return new $T($L)", endpoints.controller(), arguments).build();
    }
}
