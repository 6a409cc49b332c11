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

    /** The same lines were changed by a person and by the generator. */
    public static final RuleDescription MERGE_CONFLICT =
            new RuleDescription(
                    new RuleId("merge.conflict"),
                    Severity.WARNING,
                    "A person and the generator changed the same lines of a file.",
                    "What is new is merged into files that were made once and are people's since, such as pom.xml. Where"
                            + " both changed the same lines, both stand there between marks, the person's first, and the"
                            + " command ends with exit code 4: decide in an editor, or take one side with"
                            + " `contextmill resolve`.",
                    "pom.xml in which a person raised the version of a plugin that the generator raises as well",
                    "pom.xml in which a person added a plugin, and the generator a module");

    /** A conflict was marked and not decided. */
    public static final RuleDescription UNRESOLVED =
            new RuleDescription(
                    new RuleId("merge.unresolved"),
                    Severity.ERROR,
                    "A file has marks of a conflict in it.",
                    "What is new cannot be merged into it before the conflicts that it has are decided. Nothing is"
                            + " written until they are: in an editor, or by `contextmill resolve`.",
                    "pom.xml with lines that begin with <<<<<<< and >>>>>>>",
                    "pom.xml with one of both sides, and without the marks");

    /** What is new does not get into a file. */
    public static final RuleDescription NOT_MERGED =
            new RuleDescription(
                    new RuleId("merge.impossible"),
                    Severity.WARNING,
                    "What is new cannot be merged into a file.",
                    "A merge compares the file with what the generator made of it last, which is kept in"
                            + " .contextmill/original. Without that, or in a file that is not UTF-8, lines of a person"
                            + " cannot be told from lines of the generator. The file stays as it is.",
                    "an edited pom.xml, and no .contextmill/original/pom.xml",
                    "an edited pom.xml, and .contextmill/original as the generator wrote it");

    /** What is new does not get into a file by a build. */
    public static final RuleDescription MERGE_DUE =
            new RuleDescription(
                    new RuleId("merge.due"),
                    Severity.WARNING,
                    "What is new is not in a file of yours yet.",
                    "The spec, or the generator, asks for something that belongs into a file of yours, such as a module"
                            + " in pom.xml. A build never changes such a file, nor leaves conflicts in it: `contextmill"
                            + " generate` merges it, where you can look at what comes of it.",
                    "a context that was added to the spec, built with a pom.xml from before",
                    "the same after `contextmill generate`");

    /** A person's file is no longer asked for. */
    public static final RuleDescription LEFT_BEHIND =
            new RuleDescription(
                    new RuleId("ownership.left-behind"),
                    Severity.WARNING,
                    "A file of a person belongs to something that the spec says no more.",
                    "Files that were made once and edited since are people's and are never deleted, nor are migrations. The"
                            + " generator forgets them: this is said once.",
                    "PaymentBehaviour.java with decisions in it, and a spec without Payment",
                    "PaymentBehaviour.java deleted with the aggregate, or kept with what it needs");

    /** A person's file names a type that goes. */
    public static final RuleDescription REFERS_TO_REMOVED =
            new RuleDescription(
                    new RuleId("ownership.refers-to-removed"),
                    Severity.WARNING,
                    "A file of a person names a generated type that goes.",
                    "It will not compile any more. Take the reference out, or say again in the spec what makes the type.",
                    "a report of yours that takes a PaymentRepository, and a spec without Payment",
                    "a report of yours that asks the port of yours for what it needs");

    /** What a person's file uses becomes something else. */
    public static final RuleDescription BREAKS_OWNED =
            new RuleDescription(
                    new RuleId("plan.breaks-owned"),
                    Severity.WARNING,
                    "A file of a person uses something generated that becomes something else.",
                    "It will not compile any more, or no longer override what it did: a constructor takes one value more, a"
                            + " method other parameters, or it is gone. This is found by comparing the generated files"
                            + " that are there with those that are going to be, so that `plan` says it before anything"
                            + " is written; where builds make them, as long as the last build's are there.",
                    "new OrderPlaced(order.id()) in OrderBehaviour.java, and a spec that gives OrderPlaced a field more",
                    "OrderPlaced.of(order, command) there, which fills the event by name");

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

    /** The folder is not what the plan was made for. */
    public static final RuleDescription CHANGED_MEANWHILE =
            new RuleDescription(
                    new RuleId("output.changed-meanwhile"),
                    Severity.ERROR,
                    "A file was changed between planning and writing.",
                    "The plan was made for other bytes, or saw half of what another run wrote, and carrying it out could"
                            + " destroy somebody's work. Nothing is written; run again.",
                    "an editor that saves a generated file while the generator runs",
                    "a folder that nobody else changes meanwhile");

    private PlanRules() {}

    /** All of them. */
    public static List<RuleDescription> all() {
        return List.of(
                EDITED,
                NOT_OURS,
                OUTDATED_ONCE,
                MERGE_CONFLICT,
                UNRESOLVED,
                NOT_MERGED,
                MERGE_DUE,
                LEFT_BEHIND,
                REFERS_TO_REMOVED,
                BREAKS_OWNED,
                MANIFEST_DAMAGED,
                MANIFEST_NEWER,
                LINK,
                NOT_A_FOLDER,
                NOT_A_FILE,
                UNREADABLE,
                NOT_WRITABLE,
                OF_A_WORKSPACE,
                CHANGED_MEANWHILE);
    }
}
