package io.contextmill.cli;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import java.util.List;

/** What {@code --verify} can find. */
final class BuildRules {
    static final RuleDescription NO_MAVEN =
            new RuleDescription(
                    new RuleId("verify.no-maven"),
                    Severity.ERROR,
                    "There is no Maven to build the generated project with.",
                    "`--verify` runs the project's own build: its `mvnw` where there is one, otherwise `mvn` from the"
                            + " PATH, otherwise the one in MAVEN_HOME. The files are written already; install Maven"
                            + " 3.8 or later, or build the project elsewhere.",
                    "PATH=/usr/bin, without mvn in it",
                    "PATH=/opt/maven/bin:/usr/bin");

    static final RuleDescription FAILED =
            new RuleDescription(
                    new RuleId("verify.build-failed"),
                    Severity.ERROR,
                    "The build of the generated project failed.",
                    "Straight after generating into an empty folder this is a fault of the generator, or of the"
                            + " machine (no network for libraries, no space). Later, tests that fail say where the"
                            + " project's own code and the spec no longer agree.",
                    "a test in the project's folder that fails",
                    "all tests pass");

    private BuildRules() {}

    static List<RuleDescription> all() {
        return List.of(NO_MAVEN, FAILED);
    }
}
