package io.contextmill.emitters.text;

import io.contextmill.emitters.MavenRun;
import io.contextmill.emitters.text.TextSlots.Form;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service of whose spec every text is one that Spring, Maven and others would replace: built,
 * started on a real PostgreSQL, and held by its own tests to what the spec says.
 */
class SecondStageIT {
    @Test
    void buildsAndPassesItsTests(@TempDir Path folder) throws Exception {
        Path spec = folder.resolve("texts.yaml");
        Files.writeString(
                spec,
                TextSlots.of("texts")
                        .withEverywhere(
                                slot ->
                                        // What the patterns let through alone must not be what the
                                        // guards refuse.
                                        slot.form() == Form.LITERAL
                                                ? HostileTexts.REPLACED + "!"
                                                : HostileTexts.REPLACED));

        MavenRun.assertBuildsAndPassesItsTests("texts", spec, 150);
    }
}
