package io.contextmill.emitters.system;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ArchUnit;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.ContextModel;
import io.contextmill.naming.WorkspaceNames;
import javax.lang.model.element.Modifier;

/** The test that contexts do not reach each other's code. */
final class ContextBoundariesSource {
    private final SystemTypes types;
    private final WorkspaceNames names;

    ContextBoundariesSource(SystemTypes types) {
        this.types = types;
        this.names = types.context().names();
    }

    JavaSource source() {
        ClassName name = ContextTypes.className(types.names().boundariesTest());
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addAnnotation(ArchUnit.analyze(names.packageName()))
                        .addJavadoc(
                                Javadoc.of(
                                                "No context reaches the code of another, and what they share knows none of them.")
                                        .block())
                        .addField(constant("WORKSPACE", names.packageName()))
                        .addField(constant("PLATFORM", names.platformPackage()))
                        .addField(constant("CONTRACTS", names.contractsPackage()));
        for (ContextModel context : types.contexts()) {
            type.addField(
                    ArchUnit.rule(
                            types.names().constant(context) + "_KNOWS_NO_OTHER_CONTEXT",
                            CodeBlock.of(
                                    "knowsOnly($S, PLATFORM, CONTRACTS)",
                                    names.packageName(context) + "..")));
        }
        type.addField(
                        ArchUnit.rule(
                                "PLATFORM_KNOWS_NO_CONTEXT", CodeBlock.of("knowsOnly(PLATFORM)")))
                .addField(
                        ArchUnit.rule(
                                "CONTRACTS_KNOW_NO_CONTEXT",
                                CodeBlock.of("knowsOnly(CONTRACTS).allowEmptyShould(true)")))
                .addMethod(knowsOnly());
        return JavaSource.of(name, type.build())
                .importing(
                        ArchUnit.PREDICATES,
                        "resideInAPackage",
                        "resideInAnyPackage",
                        "resideOutsideOfPackage")
                .importing(ArchUnit.RULES, "classes");
    }

    private static FieldSpec constant(String name, String packageName) {
        return FieldSpec.builder(
                        String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$S", packageName + "..")
                .build();
    }

    private static MethodSpec knowsOnly() {
        return MethodSpec.methodBuilder("knowsOnly")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc(
                        Javadoc.of(
                                        "Of all that belongs to the workspace, the classes of a package know those of their own and"
                                                + " of these other packages.")
                                .block())
                .returns(ArchUnit.RULE)
                .addParameter(String.class, "own")
                .addParameter(String[].class, "others")
                .varargs()
                .addStatement(
                        "return $1T.classes()\n.that().resideInAPackage(own)\n"
                                + ".should().onlyDependOnClassesThat($2T.resideOutsideOfPackage(WORKSPACE)\n$>$>"
                                + ".or($2T.resideInAPackage(own))\n.or($2T.resideInAnyPackage(others)))$<$<",
                        ArchUnit.RULES,
                        ArchUnit.PREDICATES)
                .build();
    }
}
