package io.contextmill.starter;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import java.util.List;

/** What can be found when a project is to be made. */
public final class StarterRules {
    /** A project begins in a folder of its own. */
    public static final RuleDescription NOT_EMPTY =
            new RuleDescription(
                    new RuleId("new.folder-not-empty"),
                    Severity.ERROR,
                    "There are files where a new project is to be made.",
                    "A project that begins is made into a folder that does not exist yet, or has nothing in it: nothing"
                            + " that is there already can be lost or mixed up with it. Into a project that is there,"
                            + " `contextmill generate` writes what its spec asks for.",
                    "contextmill new Tasks --out src",
                    "contextmill new Tasks --out tasks");

    private StarterRules() {}

    /** All of them. */
    public static List<RuleDescription> all() {
        return List.of(NOT_EMPTY);
    }
}
