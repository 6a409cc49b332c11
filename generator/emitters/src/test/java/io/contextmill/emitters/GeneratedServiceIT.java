package io.contextmill.emitters;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Services as their owners have them: generated into a folder, built with nothing but Maven, their
 * tests run against a real PostgreSQL. A spec with every type and kind of command, one whose names
 * are words of Java and SQL, one of hostile texts, one that is kept as events, one with read models
 * of several aggregates, one whose ids are texts, and one whose bounds what is computed may break.
 */
class GeneratedServiceIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "parcel", "select", "edges", "basket", "archive", "ledger", "harbour", "loan", "jar"
            })
    void buildsAndPassesItsTests(String spec) throws Exception {
        MavenRun.assertBuildsAndPassesItsTests(spec, Specs.file(spec), 150);
    }
}
