import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts {@code contextmill watch} on a copy of the shop and saves a spec again and again, with one command more and without it
 * in turn. Prints how long it took from the end of each save until the manifest, which is written last, names the file of the
 * command, or does not any more.
 */
public final class Watch {
    private static final String LISTED = "commands: [CreateOrder";
    private static final String MORE = ", ReviewOrder";
    private static final String FILE = "/ReviewOrder.java";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private Watch() {}

    /** With the number of saves that are measured; 20 where none is given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int saves = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Path here = Path.of(System.getProperty("benchmarks.folder"));
        Path root = here.getParent().getParent();
        Path work = root.resolve("target/benchmarks/watch");
        delete(work);
        Path spec = Files.createDirectories(work.resolve("spec"));
        Path out = work.resolve("out");
        Path shop = root.resolve("examples/shop");
        Files.copy(shop.resolve("contextmill.yaml"), spec.resolve("contextmill.yaml"));
        Files.createDirectories(spec.resolve("contexts"));
        try (Stream<Path> contexts = Files.list(shop.resolve("contexts"))) {
            for (Path context : contexts.toList()) {
                Files.copy(context, spec.resolve("contexts").resolve(context.getFileName()));
            }
        }
        Process watch =
                new ProcessBuilder(
                                here.resolve("../bin/contextmill").normalize().toString(),
                                "watch",
                                spec.toString(),
                                "--out",
                                out.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("watch.log").toFile())
                        .start();
        try {
            Path manifest = out.resolve(".contextmill/order.manifest");
            await(manifest, "/CreateOrder.java", true);
            // The first save finds a Java that has done its work once only.
            List<Long> micros = new ArrayList<>();
            for (int i = 1; i <= saves; i++) {
                Thread.sleep(700);
                micros.add(measured(spec.resolve("contexts/order.yaml"), manifest, i % 2 == 1));
            }
            say(micros);
        } finally {
            watch.destroy();
            watch.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static long measured(Path context, Path manifest, boolean more)
            throws IOException, InterruptedException {
        String text = Files.readString(context);
        Path saved =
                Files.writeString(
                        context.resolveSibling(".order.yaml.tmp"),
                        more
                                ? text.replace(LISTED, LISTED + MORE)
                                : text.replace(LISTED + MORE, LISTED));
        Files.move(saved, context, StandardCopyOption.ATOMIC_MOVE);
        long begin = System.nanoTime();
        await(manifest, FILE, more);
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
    }

    private static void await(Path manifest, String file, boolean there)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!Files.exists(manifest) || Files.readString(manifest).contains(file) != there) {
            if (System.nanoTime() > end) {
                throw new IOException("nothing came of the save within a minute: see watch.log");
            }
            Thread.sleep(1);
        }
    }

    private static void say(List<Long> micros) {
        List<Long> sorted = new ArrayList<>(micros);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "| save to written, shop, %d saves | first %d ms | median %d ms | least %d ms | most %d ms |%n",
                micros.size(),
                millis(micros.get(0)),
                millis(sorted.get(sorted.size() / 2)),
                millis(sorted.get(0)),
                millis(sorted.get(sorted.size() - 1)));
    }

    private static long millis(long micros) {
        return Math.round(micros / 1000.0);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
