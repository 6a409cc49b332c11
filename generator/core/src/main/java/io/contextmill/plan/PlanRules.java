package io.contextmill.plan;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import java.util.List;

/** What can stand in the way of writing. The examples are output folders, not specs. */
public final class PlanRules {
    /** A generated file was edited. */
    public static final RuleDescription EDITED =
            new RuleDescription(
                    new RuleId("ownership.edited"),
                    Severity.ERROR,
                    "A generated file was edited.",
                    "Generated files are replaced or deleted when the spec changes, and an edit would be lost. Nothing"
                            + " is written until it is decided: move the change into a file of yours (the class that"
                            + " implements the generated interface is there for that) and restore the generated one"
                            + " from version control, or give it up with `--force`.",
                    "src/generated/java/com/example/order/OrderDecider.java with a line added by hand",
                    "src/main/java/com/example/order/OrderBehaviour.java, which overrides that method");

    /** A file that the generator did not write is in its way. */
    public static final RuleDescription NOT_OURS =
            new RuleDescription(
                    new RuleId("ownership.not-generated"),
                    Severity.ERROR,
                    "A file is in the way that the generator did not write.",
                    "The manifest does not know the file, so it is somebody's work. Nothing is written until it is"
                            + " decided: choose another output folder, move the file away, or give it up with"
                            + " `--force`. Where the manifest itself was lost, restore it from version control.",
                    "a README-driven project that has src/generated/java/com/example/order/Order.java already",
                    "an empty folder, or one that the generator wrote");

    /** A file that is written once is not what would be written now. */
    public static final RuleDescription OUTDATED_ONCE =
            new RuleDescription(
                    new RuleId("ownership.append-once-outdated"),
                    Severity.WARNING,
                    "A file that is written once is not what the spec asks for now.",
                    "A migration that may have run somewhere is never changed. What the spec asks for beyond it needs a"
                            + " new migration; a project whose database can be thrown away may delete the file and its"
                            + " line in the manifest, and generate again.",
                    "db/migration/order/V1__order.sql from before a field was added",
                    "V1__order.sql as it was, and a V2 that adds the column");

    /** The manifest cannot be read. */
    public static final RuleDescription MANIFEST_DAMAGED =
            new RuleDescription(
                    new RuleId("manifest.damaged"),
                    Severity.ERROR,
                    "The manifest is not as the generator writes it.",
                    "Without it, an edited file cannot be told from a generated one. Restore it from version control"
                            + " and resolve merge conflicts in it line by line. If it is lost, delete it: files that"
                            + " are as they would be generated are recognised, all others are asked about.",
                    "a manifest with conflict markers of version control in it",
                    "one line for each file, as the generator wrote them");

    /** The manifest is of a later generator. */
    public static final RuleDescription MANIFEST_NEWER =
            new RuleDescription(
                    new RuleId("manifest.newer-format"),
                    Severity.ERROR,
                    "The manifest was written by a later generator.",
                    "What it says cannot be understood by this one, and guessing could destroy edits. Use the version"
                            + " of the generator that the manifest names, or a later one.",
                    "format: 2",
                    "format: 1");

    /** A link is in the way. */
    public static final RuleDescription LINK =
            new RuleDescription(
                    new RuleId("output.link"),
                    Severity.ERROR,
                    "A symbolic link is in the way.",
                    "A link can lead out of the output folder, and nothing outside it is written. Replace the link by"
                            + " the folder or file itself, or choose as output folder the place it leads to.",
                    "src/main -> ../elsewhere",
                    "src/main, a folder");

    /** Something that is no folder is where one is needed. */
    public static final RuleDescription NOT_A_FOLDER =
            new RuleDescription(
                    new RuleId("output.not-a-folder"),
                    Severity.ERROR,
                    "Something that is not a folder is where a folder is needed.",
                    "The files have no place to go. Name another output folder, or move the file away.",
                    "--out notes.txt",
                    "--out order");

    /** Something that is no file is where one is needed. */
    public static final RuleDescription NOT_A_FILE =
            new RuleDescription(
                    new RuleId("output.not-a-file"),
                    Severity.ERROR,
                    "Something that is not a file is where a file is needed.",
                    "The generator replaces files only, never folders. Move it away.",
                    "a folder called pom.xml",
                    "a file called pom.xml");

    /** Something cannot be read. */
    public static final RuleDescription UNREADABLE =
            new RuleDescription(
                    new RuleId("output.unreadable"),
                    Severity.ERROR,
                    "A file in the output folder cannot be read.",
                    "Whether somebody edited it cannot be known. Give yourself the right to read it.",
                    "a file with permissions ---------",
                    "a file with permissions rw-r--r--");

    /** Something cannot be written. */
    public static final RuleDescription NOT_WRITABLE =
            new RuleDescription(
                    new RuleId("output.not-writable"),
                    Severity.ERROR,
                    "A file or folder in the output folder cannot be written.",
                    "It is write-protected, so somebody wants it to stay as it is; or the folder is another user's."
                            + " Nothing is written until it can be written as a whole.",
                    "a folder with permissions r-xr-xr-x",
                    "a folder with permissions rwxr-xr-x");

    /** One context is generated where a workspace was. */
    public static final RuleDescription OF_A_WORKSPACE =
            new RuleDescription(
                    new RuleId("output.of-a-workspace"),
                    Severity.ERROR,
                    "One context is generated into the project of a workspace.",
                    "Its project stands alone, so files that it shares with the other contexts would be replaced, and"
                            + " its module deleted. Generate the workspace, or name another output folder.",
                    "contextmill generate contexts/order.yaml --out shop, where the workspace was generated",
                    "contextmill generate contextmill.yaml --out shop");

    private PlanRules() {}

    /** All of them. */
    public static List<RuleDescription> all() {
        return List.of(
                EDITED,
                NOT_OURS,
                OUTDATED_ONCE,
                MANIFEST_DAMAGED,
                MANIFEST_NEWER,
                LINK,
                NOT_A_FOLDER,
                NOT_A_FILE,
                UNREADABLE,
                NOT_WRITABLE,
                OF_A_WORKSPACE);
    }
}
