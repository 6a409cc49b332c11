package io.contextmill.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.plan.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A generator that is killed at any moment leaves whole files, and the next run makes of them what
 * a fresh run makes. {@code -Dcontextmill.kills=N} interrupts N runs instead of a few.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("contextmill.kills", 3);

    @Test
    void whatever_the_moment_files_are_whole_and_the_next_run_goes_on(@TempDir Path temp)
            throws IOException, InterruptedException {
        Path out = temp.resolve("killed");
        Random random = new Random(20260721);
        int interrupted = 0;
        int state = 0;
        int kill = 0;
        // A kill that hits no run in the middle shows nothing and is not counted.
        for (; interrupted < KILLS && kill < 20 * KILLS; kill++) {
            int last = state + kill(out, state, kill % 4 == 0, random);
            interrupted += Files.exists(out.resolve(".contextmill/unfinished")) ? 1 : 0;
            KilledWriter.requireWhole(KilledWriter.tree(out), "after kill " + kill);

            // Another state than the one that was killed: what was left must be known for ours, not
            // for edits.
            state = last + 2;
            KilledWriter.generate(new OutputFolder(out), state);
            Path fresh = temp.resolve("fresh" + kill);
            KilledWriter.generate(new OutputFolder(fresh), state);
            assertThat(KilledWriter.tree(out))
                    .as("after kill %d", kill)
                    .isEqualTo(KilledWriter.tree(fresh));
        }
        assertThat(interrupted)
                .as("runs killed between the first file and the manifest")
                .isEqualTo(KILLS);
        System.out.printf(
                "%d kills, %d of them between the first file and the manifest%n",
                kill, interrupted);
    }

    /**
     * Runs the writer, and kills it some time after it has finished a state; answers how many it
     * finished.
     *
     * @param anywhere whether that is at any time, and not while it moves files into place
     */
    private static int kill(Path out, int state, boolean anywhere, Random random)
            throws IOException, InterruptedException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        out.toString(),
                        Integer.toString(state));
        Path log = out.resolveSibling("writer.log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        while (process.isAlive() && Files.size(log) == 0) {
            Thread.sleep(5);
        }
        while (!anywhere
                && process.isAlive()
                && !Files.exists(out.resolve(".contextmill/unfinished"))) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(anywhere ? 400 : 40));
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        List<String> states = Files.readAllLines(log);
        assertThat(states)
                .as("nothing but numbers of states")
                .allMatch(line -> line.matches("[0-9]+"));
        return states.size();
    }
}
