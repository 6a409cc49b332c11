package io.contextmill.emitters;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Services as their owners have them: generated into a folder, built with nothing but Maven, their
 * tests run against a real PostgreSQL. A spec with every type and kind of command, one whose names
 * are words of Java and SQL, one of hostile texts, one that is kept as events, one with read models
 * of several aggregates, and one whose ids are texts.
 */
class GeneratedServiceIT {
    private static final Path SHOP = Path.of("../../examples/shop");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order", "parcel", "select", "edges", "basket", "archive", "ledger", "harbour",
                "loan", "jar"
            })
    void buildsAndPassesItsTests(String spec) throws Exception {
        MavenRun.assertBuildsAndPassesItsTests(spec, Specs.file(spec), goals(spec), 150);
    }

    /** The services of a workspace, each alone and all together. */
    @Test
    void workspaceBuildsAndPassesItsTests() throws Exception {
        MavenRun.assertBuildsAndPassesItsTests("shop", SHOP, List.of("verify"), 600);
    }

    /** Once with mutation tests as well: the build fails where too few mutants are noticed. */
    private static List<String> goals(String spec) {
        return spec.equals("order") ? List.of("-Ppit", "verify") : List.of("verify");
    }
}
