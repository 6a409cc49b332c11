package io.contextmill.emitters.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emitters.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Specs made by chance: whatever they say, what is generated compiles without a warning and passes
 * its own tests that need no container. The profile {@code random-specs} tries a thousand; {@code
 * -Dspecs}, {@code -Dseed} and {@code -Drefused=true} say how many, which, and what was refused;
 * {@code -Dshrink=false} leaves failing specs as they are.
 */
class RandomSpecsTest {
    private static final long SPECS = Long.getLong("specs", 6);
    private static final long SEED = Long.getLong("seed", 1);
    private static final boolean SHRINK =
            Boolean.parseBoolean(System.getProperty("shrink", "true"));

    /** So many in a hundred specs may be refused with findings: chance says what makes no sense. */
    private static final long MOST_REFUSED = 20;

    @TempDir private Path folder;

    @Test
    void becomeServicesThatPassTheirTests() {
        Trial trial = new Trial(folder);
        List<String> failures = new ArrayList<>();
        long refused = 0;
        for (long seed = SEED; seed < SEED + SPECS; seed++) {
            String spec = RandomSpec.of(seed);
            String problem = trial.problem(spec).orElse("");
            if (problem.startsWith(Trial.REFUSED)) {
                refused++;
                if (Boolean.getBoolean("refused")) {
                    System.out.println(seed + ": " + problem);
                }
            } else if (!problem.isEmpty()) {
                System.out.println("seed " + seed + " " + problem);
                failures.add("seed %d: %s".formatted(seed, SHRINK ? shrunk(trial, spec) : spec));
            }
        }
        System.out.printf(
                "%d random specs from seed %d: %d refused, %d failed%n",
                SPECS, SEED, refused, failures.size());

        assertThat(failures).isEmpty();
        assertThat(refused).isLessThanOrEqualTo(Math.max(2, SPECS * MOST_REFUSED / 100));
    }

    private static String shrunk(Trial trial, String spec) {
        String kind = trial.problem(spec).orElseThrow().lines().findFirst().orElseThrow();
        String least = trial.shrunk(spec, kind);
        return trial.problem(least).orElseThrow() + "\n" + least;
    }

    /** What such specs found out, and what was mended then. */
    @ParameterizedTest
    @MethodSource
    void whatWasFoundStaysMended(Path spec) throws IOException {
        Optional<String> problem = new Trial(folder).problem(Files.readString(spec));

        assertThat(problem).isEmpty();
    }

    static List<Path> whatWasFoundStaysMended() throws IOException {
        try (Stream<Path> specs = Files.list(Specs.FOLDER.resolve("found"))) {
            return specs.sorted().toList();
        }
    }
}
