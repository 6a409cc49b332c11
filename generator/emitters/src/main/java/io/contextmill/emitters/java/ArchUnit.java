package io.contextmill.emitters.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import javax.lang.model.element.Modifier;

/** Rules of ArchUnit in tests. */
public final class ArchUnit {
    /** A condition of classes; its methods are imported statically. */
    public static final ClassName PREDICATES = type("core.domain", "JavaClass", "Predicates");

    /** What rules begin with; its methods are imported statically. */
    public static final ClassName RULES = type("lang.syntax", "ArchRuleDefinition");

    /** A rule. */
    public static final ClassName RULE = type("lang", "ArchRule");

    private static final String PACKAGE = "com.tngtech.archunit.";

    private ArchUnit() {}

    /** A type of ArchUnit. */
    public static ClassName type(String packageName, String name, String... nested) {
        return ClassName.get(PACKAGE + packageName, name, nested);
    }

    /** Has the classes below a package looked at, tests left out. */
    public static AnnotationSpec analyze(String packageName) {
        return AnnotationSpec.builder(type("junit", "AnalyzeClasses"))
                .addMember("packages", "$S", packageName)
                .addMember(
                        "importOptions",
                        "$T.class",
                        type("core.importer", "ImportOption", "DoNotIncludeTests"))
                .build();
    }

    /** A rule that is checked. */
    public static FieldSpec rule(String name, CodeBlock rule) {
        return FieldSpec.builder(RULE, name, Modifier.STATIC, Modifier.FINAL)
                .addAnnotation(type("junit", "ArchTest"))
                .initializer(rule)
                .build();
    }
}
