package io.contextmill.emitters;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace of services in which everything has an awkward name, with words of each kind in each
 * position: built by Maven, migrated, and all of its tests run against a real PostgreSQL.
 */
class NamesEverywhereIT {
    /** Words of several kinds for contexts, too: they are packages, modules and databases. */
    private static final String OTHERS =
            """
              - {context: Switch, aggregates: [Switch], events: [SwitchTurned], commands: [TurnSwitch]}
              - {context: Record, aggregates: [Thread]}
              - {context: Select, aggregates: [Table]}
              - {context: Con, aggregates: [Nul]}
            """;

    @Test
    void buildsAndPassesItsTests(@TempDir Path folder) throws Exception {
        AwkwardSpecs specs = new AwkwardSpecs(AwkwardWords.someInEveryPosition());
        Files.writeString(folder.resolve("order.yaml"), specs.spec("Order", 0));
        Files.writeString(
                folder.resolve("contextmill.yaml"),
                "workspace: class\npackage: com.example.record.sealed\ncontexts:\n  - order.yaml\n"
                        + OTHERS);

        MavenRun.assertBuildsAndPassesItsTests("names", folder, 1000);
    }
}
