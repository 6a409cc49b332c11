package io.contextmill.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/**
 * A three-way merge of lines, as version control does it.
 *
 * @param text with all that both sides changed; where they changed the same lines, both stand there
 *     between {@link ConflictMarks}, the person's first
 * @param conflicts at how many places that is so
 */
record Merge(String text, int conflicts) {

    /**
     * Merges what a person and the generator made of a text.
     *
     * @param original with lines that end with {@code \n}
     * @param mine the person's; where all its lines end with {@code \r\n}, those of the outcome do
     * @param generated with lines that end with {@code \n}
     */
    static Merge of(String original, String mine, String generated) {
        String unix = mine.replace("\r\n", "\n");
        boolean windows = !unix.equals(mine) && unix.replace("\n", "\r\n").equals(mine);
        MergeResult<RawText> merged =
                new MergeAlgorithm()
                        .merge(
                                RawTextComparator.DEFAULT,
                                raw(original),
                                raw(windows ? unix : mine),
                                raw(generated));
        int conflicts = 0;
        for (MergeChunk chunk : merged) {
            if (chunk.getConflictState() == MergeChunk.ConflictState.FIRST_CONFLICTING_RANGE) {
                conflicts++;
            }
        }
        String text = format(merged);
        return new Merge(windows ? text.replace("\n", "\r\n") : text, conflicts);
    }

    private static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String format(MergeResult<RawText> merged) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new MergeFormatter()
                    .formatMerge(
                            out,
                            merged,
                            List.of("original", "yours", "generated"),
                            StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
