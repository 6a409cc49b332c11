package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.Emitter;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emitters.config.ConfigEmitter;
import io.contextmill.emitters.json.JsonEmitter;
import io.contextmill.emitters.openapi.OpenApiEmitter;
import io.contextmill.emitters.postgres.PostgresEmitter;
import io.contextmill.emitters.web.WebEmitter;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever surrounds the domain, as it is generated. */
class GeneratedAdaptersTest {
    private static final String GENERATED = "src/generated(-test)?/java/com/example/order/";

    @Test
    void databaseIsThatOfTheGolden() {
        assertGolden(
                new PostgresEmitter(),
                GENERATED + "adapter/postgres/.*|src/main/resources/db/migration/.*");
    }

    @Test
    void jsonIsThatOfTheGolden() {
        assertGolden(new JsonEmitter(), GENERATED + "adapter/json/.*");
    }

    @Test
    void httpIsThatOfTheGolden() {
        assertGolden(new WebEmitter(), GENERATED + "adapter/web/.*");
    }

    @Test
    void contractIsThatOfTheGolden() {
        assertGolden(new OpenApiEmitter(), ".*/openapi.json");
    }

    @Test
    void configurationIsThatOfTheGolden() {
        assertGolden(new ConfigEmitter(), GENERATED + "(config/.*|ArchitectureTest.java)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "parcel", "select", "shadow", "edges", "archive", "ledger"})
    void areLaidOutWell(String spec) {
        java(spec)
                .forEach(
                        (path, file) -> {
                            List<String> lines = file.text().lines().toList();
                            assertThat(lines).as(path).allMatch(line -> line.length() <= 120);
                            assertThat(lines)
                                    .as(path)
                                    .noneMatch(line -> line.matches(".*\\s|.*\\t.*"));
                            assertThat(file.text()).as(path).doesNotContain("\n\n\n");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order", "parcel", "select", "shadow", "edges", "basket", "archive", "ledger"
            })
    void areReadByJavac(String spec) {
        assertThat(JavaCompilation.code(java(spec).values())).isNotEmpty();
    }

    @Test
    void onlyTheMigrationIsForOnce() {
        Specs.files("parcel", emitters())
                .forEach(
                        (path, file) ->
                                assertThat(file.ownership())
                                        .as(path)
                                        .isEqualTo(
                                                path.endsWith(".sql")
                                                        ? Ownership.APPEND_ONCE
                                                        : Ownership.GENERATED));
    }

    private static SortedMap<String, GeneratedFile> java(String spec) {
        SortedMap<String, GeneratedFile> files = Specs.files(spec, emitters());
        files.keySet().removeIf(path -> !path.endsWith(".java"));
        return files;
    }

    private static Emitter[] emitters() {
        return new Emitter[] {
            new PostgresEmitter(),
            new JsonEmitter(),
            new WebEmitter(),
            new OpenApiEmitter(),
            new ConfigEmitter()
        };
    }

    private static void assertGolden(Emitter emitter, String paths) {
        Pattern selected = Pattern.compile(paths);
        GoldenFiles.assertSame(
                GoldenFiles.ofOrder(emitter), path -> selected.matcher(path).matches());
    }
}
