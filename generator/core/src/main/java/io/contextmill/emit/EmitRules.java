package io.contextmill.emit;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import java.util.List;

/** What can be wrong with the emitters of a run. The built-in ones agree; plug-ins may not. */
public final class EmitRules {
    /** Two emitters have one name. */
    public static final RuleDescription DUPLICATE_EMITTER =
            new RuleDescription(
                    new RuleId("emitter.duplicate-id"),
                    Severity.ERROR,
                    "Two emitters have the same id.",
                    "Emitters run in the order of their ids, and the manifest says by id which one made a file."
                            + " Take one of the two off the class path, or rename it.",
                    "two jars on the class path, each with an emitter `domain`",
                    "the emitters `domain` and `domain-events`");

    /** Two files have one path. */
    public static final RuleDescription PATH_CLAIMED_TWICE =
            new RuleDescription(
                    new RuleId("emitter.path-claimed-twice"),
                    Severity.ERROR,
                    "Two files are to be written to one path.",
                    "One would overwrite the other. Paths that differ in case only are one path on many file systems,"
                            + " and a path cannot be a file and a folder. Where the names of the spec lead to it,"
                            + " rename one of them; otherwise take one of the emitters off the class path.",
                    "emitters `domain` and `audit`, which both make src/generated/java/com/example/Order.java",
                    "emitter `domain` makes Order.java, emitter `audit` OrderAudit.java");

    /** Two emitters cannot both have what they need in a shared file. */
    public static final RuleDescription CONTRADICTION =
            new RuleDescription(
                    new RuleId("emitter.contradictory-contribution"),
                    Severity.ERROR,
                    "Two emitters ask for different things in the same place of a shared file.",
                    "The pom has one version of a library and the configuration one value of a setting, and which of"
                            + " the two is right cannot be guessed. Take one of the emitters off the class path, or"
                            + " use versions of them that agree.",
                    "emitter `web` sets `server.shutdown` to `graceful`, emitter `fast` to `immediate`",
                    "both set it to `graceful`");

    private EmitRules() {}

    /** All of them. */
    public static List<RuleDescription> all() {
        return List.of(DUPLICATE_EMITTER, PATH_CLAIMED_TWICE, CONTRADICTION);
    }
}
