package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.FileAction.Keep;
import io.contextmill.plan.OutputFolder.Found;
import io.contextmill.plan.OutputFolder.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Decides about files that were made once and are people's since, such as {@code pom.xml}, into
 * which the generator brings what is new by a three-way merge. For that, what it last made of each
 * is kept, see {@link OwnFiles#original(RelativePath)}.
 */
final class PeoplesFiles {
    private final OutputFolder folder;
    private final OutputFolder.View view;
    private final Obstacles obstacles;
    private final UnfinishedRun unfinished;

    PeoplesFiles(
            OutputFolder folder,
            OutputFolder.View view,
            Obstacles obstacles,
            UnfinishedRun unfinished) {
        this.folder = folder;
        this.view = view;
        this.obstacles = obstacles;
        this.unfinished = unfinished;
    }

    /**
     * Whether what a merge needs is there.
     *
     * @param path of a file that is merged
     */
    boolean isRemembered(RelativePath path) throws IOException {
        return isFile(OwnFiles.original(path));
    }

    /**
     * Decides about a file that is there; answers what the manifest will say of it.
     *
     * @param wanted what it says of the file as the generator would make it
     * @param bytes what is there
     */
    Manifest.Entry merge(
            GeneratedFile file, PartPlan part, Manifest.Entry wanted, Digest actual, byte[] bytes)
            throws IOException {
        RelativePath path = file.path();
        if (actual.equals(wanted.digest())) {
            part.actions.add(new Keep(path, Keep.Reason.OWNED));
            remember(file, part);
            return wanted;
        }
        Optional<Manifest.Entry> before = part.known(path);
        boolean ours =
                unfinished.wrote(path, actual)
                        || before.map(Manifest.Entry::digest).equals(Optional.of(actual));
        Optional<String> original = original(path, actual);
        Optional<String> mine = decoded(bytes);
        List<Diagnostic> undecided =
                mine.map(text -> ConflictMarks.in(folder.source(path, text))).orElse(List.of());
        if (!undecided.isEmpty()) {
            part.actions.add(new Keep(path, Keep.Reason.OWNED));
            part.findings.addAll(undecided);
            return before.orElse(wanted);
        }
        if (original.isEmpty() && ours) {
            original = mine;
        }
        if (original.equals(Optional.of(file.text()))
                || (original.isEmpty() && isNothingNew(before, wanted))) {
            part.actions.add(new Keep(path, Keep.Reason.OWNED));
            remember(file, part);
            return wanted;
        }
        if (original.isEmpty() || mine.isEmpty()) {
            part.actions.add(new Keep(path, Keep.Reason.OWNED));
            part.findings.add(notMerged(file, mine.isEmpty()));
            remember(file, part);
            return wanted;
        }
        obstacles.requireWritable(path, State.FILE, part.findings);
        write(
                file,
                part,
                wanted.digest(),
                actual,
                Merge.of(original.get(), mine.get(), file.text()));
        remember(file, part);
        return wanted;
    }

    /** Leaves a file that is there as it is, and says so where something new would get into it. */
    Manifest.Entry leave(GeneratedFile file, PartPlan part, Manifest.Entry wanted)
            throws IOException {
        Optional<Manifest.Entry> before = part.known(file.path());
        part.actions.add(new Keep(file.path(), Keep.Reason.OWNED));
        if (before.isEmpty()) {
            // It was there before anything was generated: what is new later gets in from here on.
            remember(file, part);
        }
        if (!isNothingNew(before, wanted)) {
            part.findings.add(
                    PlanRules.MERGE_DUE
                            .at(
                                    folder.place(file.path()),
                                    "what is new does not get into this file by a build",
                                    "run `contextmill generate`")
                            .relatedTo(file.origin(), "the file is asked for here"));
        }
        return before.orElse(wanted);
    }

    /** Keeps what was made, for the next merge. */
    void remember(GeneratedFile file, PartPlan part) throws IOException {
        update(OwnFiles.original(file.path()), Optional.of(file.text()), part);
    }

    /** Keeps nothing any more of a file that is not made any more. */
    void forget(RelativePath path, PartPlan part) throws IOException {
        update(OwnFiles.original(path), Optional.empty(), part);
    }

    private void write(
            GeneratedFile file, PartPlan part, Digest wanted, Digest actual, Merge merge) {
        RelativePath path = file.path();
        Digest digest = Digest.of(merge.text());
        if (digest.equals(actual)) {
            part.actions.add(new Keep(path, Keep.Reason.OWNED));
        } else if (digest.equals(wanted)) {
            part.actions.add(
                    new FileAction.Replace(path, merge.text(), digest, Optional.of(actual)));
        } else {
            part.actions.add(
                    new FileAction.Merged(
                            path, merge.text(), digest, Optional.of(actual), merge.conflicts()));
        }
        if (merge.conflicts() > 0) {
            part.findings.add(
                    PlanRules.MERGE_CONFLICT.at(
                            folder.place(path),
                            merge.conflicts() == 1
                                    ? "you and the generator changed the same lines of this file"
                                    : "you and the generator changed the same lines of this file, at %d places"
                                            .formatted(merge.conflicts()),
                            "both stand there, between marks; decide in an editor, or with `contextmill"
                                    + " resolve`"));
        }
    }

    private Diagnostic notMerged(GeneratedFile file, boolean undecodable) {
        return PlanRules.NOT_MERGED
                .at(
                        folder.place(file.path()),
                        undecodable
                                ? "what is new does not get into this file, which is not UTF-8"
                                : "what is new does not get into this file, for it is not known what the"
                                        + " generator made of it last",
                        "generate into an empty folder, and compare")
                .relatedTo(file.origin(), "the file is asked for here");
    }

    /** Whether there is nothing to merge: the file was never ours, or ours is as it was. */
    private static boolean isNothingNew(Optional<Manifest.Entry> before, Manifest.Entry wanted) {
        return before.isEmpty() || before.get().digest().equals(wanted.digest());
    }

    /** What the generator made of a file last. Of one that a killed run wrote, what it made. */
    private Optional<String> original(RelativePath path, Digest actual) throws IOException {
        RelativePath original = OwnFiles.original(path);
        if (unfinished.wrote(path, actual) && isFile(OwnFiles.staged(original))) {
            original = OwnFiles.staged(original);
        }
        return isFile(original)
                ? folder.readIfPresent(original).flatMap(PeoplesFiles::decoded)
                : Optional.empty();
    }

    private boolean isFile(RelativePath path) throws IOException {
        Found found = view.look(path);
        return found.state() == State.FILE && found.at().equals(path);
    }

    private void update(RelativePath own, Optional<String> text, PartPlan part) throws IOException {
        Optional<Diagnostic> obstacle = obstacles.obstacle(own, view.look(own));
        if (obstacle.isPresent()) {
            part.findings.add(obstacle.get());
            return;
        }
        Optional<Digest> before = folder.readIfPresent(own).map(Digest::of);
        if (!before.equals(text.map(Digest::of))) {
            obstacles.requireWritable(
                    own, before.isPresent() ? State.FILE : State.MISSING, part.findings);
            part.originals.add(new GenerationPlan.OwnUpdate(own, text, before));
        }
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
