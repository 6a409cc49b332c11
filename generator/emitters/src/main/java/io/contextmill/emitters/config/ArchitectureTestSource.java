package io.contextmill.emitters.config;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emit.EmitContext;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ArchUnit;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.Layer;
import io.contextmill.naming.QueryClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The rules of the architecture as a test. */
final class ArchitectureTestSource {
    private static final ClassName SLICES =
            ArchUnit.type("library.dependencies", "SlicesRuleDefinition");
    private static final TypeName CLASSES =
            ParameterizedTypeName.get(
                    ArchUnit.type("base", "DescribedPredicate"),
                    ArchUnit.type("core.domain", "JavaClass"));

    private final ContextTypes types;
    private final ContractTypes contract;
    private final boolean alone;

    ArchitectureTestSource(EmitContext context) {
        this.types = ContextTypes.of(context);
        this.contract = ContractTypes.of(context);
        this.alone = context.workspaceNames().alone();
    }

    JavaSource source() {
        ClassName name = types.of(ContextClass.ARCHITECTURE_TEST);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addAnnotation(ArchUnit.analyze(types.packageName(Layer.DOMAIN)))
                        .addJavadoc(
                                Javadoc.of(
                                                "The domain comes first, technology last; what is read is apart from what"
                                                        + " is written.")
                                        .block())
                        .addField(constant("DOMAIN", types.packageName(Layer.DOMAIN)))
                        .addField(
                                constant(
                                        "APPLICATION", types.packageName(Layer.APPLICATION) + ".."))
                        .addField(
                                constant("READ_MODEL", types.packageName(Layer.READ_MODEL) + ".."))
                        .addField(
                                constant(
                                        "ADAPTERS", types.packageName(Layer.DOMAIN) + ".adapter.."))
                        .addField(constant("WEB", types.packageName(Layer.WEB) + ".."))
                        .addFields(publicLanguage())
                        .addField(constant("CONFIG", types.packageName(Layer.CONFIG) + ".."))
                        .addField(constant("PLATFORM", types.packageName(Layer.PLATFORM)))
                        .addField(
                                predicate(
                                        "WRITE_MODEL",
                                        "The write model: aggregates, repositories, deciders and behaviours.",
                                        writeModel()))
                        .addField(
                                predicate(
                                        "QUERY_HANDLERS",
                                        "What answers queries.",
                                        queryHandlers()));
        if (alone) {
            type.addField(constant("ALL_OF_PLATFORM", types.packageName(Layer.PLATFORM) + ".."));
        }
        rules().forEach(type::addField);
        if (!contract.heardOf().isEmpty()) {
            rulesOfPublicLanguage().forEach(type::addField);
        }
        return JavaSource.of(name, type.build())
                .importing(ArchUnit.PREDICATES, "belongToAnyOf", "resideInAPackage")
                .importing(ArchUnit.RULES, "classes", "noClasses")
                .importing(SLICES, "slices");
    }

    private Stream<ClassName> writeModel() {
        return types.aggregates().stream().flatMap(ArchitectureTestSource::writeModel);
    }

    private static Stream<ClassName> writeModel(AggregateTypes aggregate) {
        Stream<ClassName> state = Stream.of(aggregate.state());
        return aggregate.isAlive()
                ? Stream.concat(
                        state,
                        Stream.of(
                                aggregate.repository(),
                                aggregate.decider(),
                                aggregate.of(AggregateClass.BEHAVIOUR)))
                : state;
    }

    private Stream<ClassName> queryHandlers() {
        return types.context().queries().stream().map(query -> types.of(query, QueryClass.HANDLER));
    }

    private List<FieldSpec> rules() {
        return Stream.of(
                        outwards(),
                        alone ? Stream.of(platform()) : Stream.<FieldSpec>empty(),
                        Stream.of(adapters()))
                .flatMap(rules -> rules)
                .toList();
    }

    private Stream<FieldSpec> outwards() {
        return Stream.of(
                noClasses(
                        "DOMAIN_KNOWS_NO_TECHNOLOGY",
                        "that().resideInAPackage(DOMAIN)",
                        "resideOutsideOfPackages(DOMAIN, PLATFORM, \"java..\", \"org.jmolecules..\")"),
                noClasses(
                        "APPLICATION_KNOWS_NO_TECHNOLOGY",
                        "that().resideInAnyPackage(APPLICATION, READ_MODEL)",
                        "resideOutsideOfPackages(\n$>$>DOMAIN, APPLICATION, READ_MODEL, PLATFORM, \"java..\","
                                + " \"org.jmolecules..\")$<$<"),
                rule(
                        "READ_SIDE_DOES_NOT_TOUCH_THE_WRITE_MODEL",
                        "$T.noClasses()\n$>$>.that($T.resideInAPackage(READ_MODEL).or(QUERY_HANDLERS))\n"
                                + ".should().dependOnClassesThat(WRITE_MODEL)$<$<",
                        ArchUnit.RULES,
                        ArchUnit.PREDICATES),
                rule(
                        "WEB_REACHES_THE_WRITE_MODEL_THROUGH_HANDLERS_ONLY",
                        "$T.noClasses()\n$>$>.that().resideInAPackage(WEB)\n"
                                + ".should().dependOnClassesThat(WRITE_MODEL)$<$<",
                        ArchUnit.RULES),
                noClasses(
                        "READ_MODEL_DOES_NOT_KNOW_ITS_USERS",
                        "that().resideInAPackage(READ_MODEL)",
                        "resideInAPackage(APPLICATION)"),
                onlyKnownTo(
                        "ONLY_THE_CONFIGURATION_KNOWS_ADAPTERS",
                        "ADAPTERS",
                        "resideInAnyPackage(ADAPTERS, CONFIG)"),
                onlyKnownTo(
                        "NOBODY_KNOWS_THE_CONFIGURATION", "CONFIG", "resideInAPackage(CONFIG)"));
    }

    private static FieldSpec platform() {
        return noClasses(
                "PLATFORM_KNOWS_NO_CONTEXT",
                "that().resideInAPackage(ALL_OF_PLATFORM)",
                "resideInAnyPackage(DOMAIN, APPLICATION, READ_MODEL, ADAPTERS, CONFIG)");
    }

    private FieldSpec adapters() {
        return rule(
                "ADAPTERS_DO_NOT_KNOW_EACH_OTHER",
                "$T.slices()\n$>$>.matching($S)\n.should().notDependOnEachOther()$<$<",
                SLICES,
                types.packageName(Layer.DOMAIN) + ".adapter.(*)..");
    }

    private List<FieldSpec> publicLanguage() {
        return contract.heardOf().isEmpty()
                ? List.of()
                : List.of(
                        constant("TRANSLATOR", types.packageName(Layer.CONTRACT) + ".."),
                        constant("PUBLIC_LANGUAGE", contract.packageName() + ".."));
    }

    private List<FieldSpec> rulesOfPublicLanguage() {
        List<FieldSpec> rules = new ArrayList<>();
        // Documents are the platform's, and become what a library for JSON reads.
        String documents =
                types.context().holdsDocuments()
                        ? "\n$>$>DOMAIN, \""
                                + types.packageName(Layer.PLATFORM)
                                + "\", TRANSLATOR, PUBLIC_LANGUAGE, \"tools.jackson..\", \"java..\")$<$<"
                        : "DOMAIN, TRANSLATOR, PUBLIC_LANGUAGE, \"java..\")";
        rules.add(
                noClasses(
                        "TRANSLATOR_KNOWS_THE_DOMAIN_AND_THE_PUBLIC_LANGUAGE_ONLY",
                        "that().resideInAPackage(TRANSLATOR)",
                        "resideOutsideOfPackages(" + documents));
        rules.add(
                noClasses(
                        "ONLY_THE_TRANSLATOR_SPEAKS_THE_PUBLIC_LANGUAGE",
                        "that().resideOutsideOfPackages(TRANSLATOR, PUBLIC_LANGUAGE)",
                        "resideInAPackage(PUBLIC_LANGUAGE)"));
        if (alone) {
            rules.add(
                    noClasses(
                            "PUBLIC_LANGUAGE_KNOWS_NO_DOMAIN",
                            "that().resideInAPackage(PUBLIC_LANGUAGE)",
                            "resideOutsideOfPackages(\n$>$>PUBLIC_LANGUAGE, \"java..\","
                                    + " \"com.fasterxml.jackson.annotation..\")$<$<"));
        }
        return rules;
    }

    private static FieldSpec noClasses(String name, String which, String targets) {
        return rule(
                name,
                "$T.noClasses()\n$>$>."
                        + which
                        + "\n.should().dependOnClassesThat()."
                        + targets
                        + "$<$<",
                ArchUnit.RULES);
    }

    private static FieldSpec onlyKnownTo(String name, String known, String users) {
        return rule(
                name,
                "$T.classes()\n$>$>.that().resideInAPackage("
                        + known
                        + ")\n.should().onlyHaveDependentClassesThat()."
                        + users
                        + "$<$<",
                ArchUnit.RULES);
    }

    private static FieldSpec constant(String name, String value) {
        return FieldSpec.builder(
                        String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$S", value)
                .build();
    }

    private static FieldSpec predicate(String name, String meaning, Stream<ClassName> members) {
        CodeBlock classes =
                members.map(type -> CodeBlock.of("$T.class", type))
                        .collect(CodeBlock.joining(", "));
        return FieldSpec.builder(CLASSES, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Javadoc.of(meaning).block())
                .initializer("$T.belongToAnyOf($L)", ArchUnit.PREDICATES, classes)
                .build();
    }

    private static FieldSpec rule(String name, String format, Object... args) {
        return ArchUnit.rule(name, CodeBlock.of(format, args));
    }
}
