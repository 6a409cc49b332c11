package io.contextmill.emitters.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emitters.GoldenFiles;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The platform of a service. */
class PlatformEmitterTest {
    private static final String FOLDER = "src/generated/java/org/acme/zoo/platform/";

    @Test
    void isThatOfTheGolden() {
        SortedMap<String, GeneratedFile> files = GoldenFiles.ofOrder(new PlatformEmitter());

        GoldenFiles.assertSame(
                files,
                path ->
                        path.matches(
                                ".*/com/example/order/(platform|testing)/.*|src/generated-test/resources/.*"));
        assertThat(files.values())
                .extracting(GeneratedFile::ownership)
                .containsOnly(Ownership.GENERATED);
    }

    @Test
    void isInThePackageOfTheSpec() {
        SortedMap<String, GeneratedFile> files =
                emit(
                        """
                context: PetShop
                package: org.acme.zoo
                aggregates: [Pet]
                events: [PetRegistered]
                commands: [RegisterPet]
                """);

        assertThat(files.keySet())
                .filteredOn(path -> path.endsWith(".java"))
                .allMatch(path -> path.matches(".*/org/acme/zoo/(platform|testing)/.*"));
        assertThat(files.values())
                .noneMatch(file -> file.text().matches("(?is).*(com.example|order_|ofOrder).*"));
        assertThat(
                        text(
                                files,
                                "src/generated-test/java/org/acme/zoo/platform/PlatformDatabase.java"))
                .contains("import org.acme.zoo.testing.ServiceDatabase;");
        assertThat(text(files, "src/generated-test/resources/logback-test.xml"))
                .contains("org.acme.zoo.platform.outbox.OutboxFeed");
    }

    @Test
    void hasItsImportsInOrderWhateverThePackage() {
        String text =
                text(
                        emit(
                                """
                        context: PetShop
                        package: zoo.acme
                        aggregates: [Pet]
                        events: [PetRegistered]
                        commands: [RegisterPet]
                        """),
                        "src/generated/java/zoo/acme/platform/outbox/Outbox.java");

        assertThat(text.lines().filter(line -> line.startsWith("import ")).toList())
                .isSorted()
                .last()
                .isEqualTo("import zoo.acme.platform.Version;");
    }

    @Test
    void hasTheRejectionOfATransitionWhereACommandNamesStates() {
        SortedMap<String, GeneratedFile> files =
                emit(
                        """
                context: PetShop
                package: org.acme.zoo
                aggregates: [Pet]
                events: [PetRegistered, PetSold]
                commands:
                  RegisterPet: {}
                  SellPet: {from: REGISTERED}
                """);

        assertThat(text(files, FOLDER + "IllegalTransition.java"))
                .contains(
                        "package org.acme.zoo.platform;",
                        "IllegalTransition(Class<?> command, Enum<?> state)");
        assertThat(files).doesNotContainKey(FOLDER + "NotDecidedYet.java");
    }

    @Test
    void hasTheRejectionOfWhatIsNotDecidedWhereACommandEmitsNothing() {
        SortedMap<String, GeneratedFile> files =
                emit(
                        """
                context: PetShop
                package: org.acme.zoo
                aggregates: [Pet]
                events: [PetRegistered]
                commands: [RegisterPet, GroomPet]
                """);

        assertThat(text(files, FOLDER + "NotDecidedYet.java"))
                .contains("package org.acme.zoo.platform;", "NotDecidedYet(Class<?> command)");
        assertThat(files).doesNotContainKey(FOLDER + "IllegalTransition.java");
    }

    private static SortedMap<String, GeneratedFile> emit(String spec) {
        return GoldenFiles.of("pets.yaml", spec, new PlatformEmitter());
    }

    private static String text(SortedMap<String, GeneratedFile> files, String path) {
        return Optional.ofNullable(files.get(path))
                .orElseThrow(() -> new AssertionError(path + " is not among " + files.keySet()))
                .text();
    }
}
