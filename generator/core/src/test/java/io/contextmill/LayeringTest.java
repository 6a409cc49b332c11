package io.contextmill;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each package of the core imports only what its package-info says. */
class LayeringTest {
    private static final String ROOT = "io.contextmill.";

    private static final Map<String, List<String>> IMPORTS =
            Map.ofEntries(
                    Map.entry("diagnostic", List.of()),
                    Map.entry("words", List.of()),
                    Map.entry("source", List.of("diagnostic")),
                    Map.entry("spec", List.of("diagnostic", "source", "words")),
                    Map.entry("model", List.of("diagnostic", "spec", "words")),
                    Map.entry("naming", List.of("model", "words")),
                    Map.entry("trial", List.of("model", "words")),
                    Map.entry(
                            "validation",
                            List.of("diagnostic", "source", "spec", "model", "trial")),
                    Map.entry("expand", List.of("diagnostic", "model")),
                    Map.entry("emit", List.of("diagnostic", "model", "naming")),
                    Map.entry("plan", List.of("diagnostic", "words", "model", "emit")),
                    Map.entry("status", List.of("diagnostic", "model", "naming", "emit", "plan")),
                    Map.entry("watch", List.of("spec")),
                    Map.entry("workspace", List.of("diagnostic", "emit", "plan")));

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.contextmill");

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyWhatItSays(String name) {
        String[] forbidden =
                Stream.concat(IMPORTS.keySet().stream(), Stream.of("pipeline"))
                        .filter(other -> !other.equals(name))
                        .filter(other -> !IMPORTS.getOrDefault(name, List.of()).contains(other))
                        .map(other -> ROOT + other + "..")
                        .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(CORE);
    }

    static Stream<String> packages() {
        return IMPORTS.keySet().stream().sorted();
    }

    @Test
    void knowsEveryPackage() {
        assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(
                        name ->
                                assertThat(
                                                name.equals(ROOT + "pipeline")
                                                        || IMPORTS.containsKey(
                                                                name.substring(ROOT.length())))
                                        .as(name)
                                        .isTrue());
    }

    @Test
    void onlyTheWorkspaceWrites() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "workspace..")
                .should()
                .callMethodWhere(
                        target(owner(type(Files.class)))
                                .and(
                                        target(
                                                nameMatching(
                                                        "write.*|create.*|delete.*|move|copy|newOutputStream|set.*"))))
                .check(CORE);
    }
}
