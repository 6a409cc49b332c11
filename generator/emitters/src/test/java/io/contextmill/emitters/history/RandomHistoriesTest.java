package io.contextmill.emitters.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emitters.history.History.Broken;
import io.contextmill.emitters.history.History.Compiled;
import io.contextmill.emitters.history.History.Counts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories of projects: the spec is changed, things get other names, people edit and delete
 * files, and it is regenerated. No line that a person wrote is lost; the tree is a fresh one with
 * what people did; a second regeneration changes nothing; whatever has no conflict compiles. The
 * profile {@code random-histories} tries a thousand; {@code -Dhistories}, {@code -Dseed} and {@code
 * -Dweeks} say how many, which, and how long. From a hundred on, only the last state of each is
 * compiled.
 */
class RandomHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("histories", 3);
    private static final int SEED = Integer.getInteger("seed", 1);
    private static final int WEEKS = Integer.getInteger("weeks", 6);

    @TempDir private Path folder;

    @Test
    void keepWhatPeopleWrote() {
        Counts counts = new Counts();
        List<String> broken = new ArrayList<>();
        for (int seed = SEED; seed < SEED + HISTORIES; seed++) {
            try {
                history(seed, false, counts).live(WEEKS);
            } catch (Broken e) {
                System.out.println("seed " + seed + ": " + e.getMessage());
                broken.add("seed " + seed + ": " + e.getMessage());
            }
        }
        System.out.printf(
                "%d random histories from seed %d: %s; %d broken%n",
                HISTORIES, SEED, counts, broken.size());
        assertThat(broken).isEmpty();
    }

    /** The control: what tells edits from the generator's own work is what keeps them. */
    @Test
    void loseWhatPeopleWroteOnceTheManifestDoesNotTell() {
        List<String> broken = new ArrayList<>();
        for (int seed = SEED; seed < SEED + 2; seed++) {
            try {
                history(seed, true, new Counts()).live(3 * WEEKS);
            } catch (Broken e) {
                broken.add(e.getMessage());
            }
        }

        assertThat(broken).hasSize(2).allMatch(message -> message.contains("lost: [ours-"));
    }

    private History history(int seed, boolean forgetful, Counts counts) {
        return new History(
                folder.resolve((forgetful ? "forgetful " : "history ") + seed),
                seed,
                HISTORIES < 100 && !forgetful ? Compiled.ALL : Compiled.LAST,
                forgetful,
                counts);
    }
}
