package io.contextmill.watch;

import io.contextmill.spec.SpecReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells when a spec was saved: its own file or that of a context, changed, replaced, made or gone.
 * What files there are is asked of the spec each time, so that contexts that are new count as well.
 *
 * <p>The operating system says at once that something happened in a folder. Where it does not
 * (folders that are not there yet, file systems of other machines, macOS, on which Java itself only
 * looks from time to time), the files are looked at four times a second. For one thread, but for
 * {@link #close()}.
 */
public final class SpecWatch implements Closeable {
    /** How long nothing has to happen until a save counts as whole. */
    private static final Duration QUIET = Duration.ofMillis(50);

    /** How long a save goes on at most, for what never becomes quiet. */
    private static final Duration LONGEST_SAVE = Duration.ofSeconds(1);

    /** How often files are looked at of which nothing is heard. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final Path spec;
    private final SpecReader reader = new SpecReader();
    private final WatchService watcher;
    private final Map<Path, WatchKey> folders = new HashMap<>();
    private List<Path> files = List.of();
    private Map<Path, Optional<Stamp>> seen = Map.of();

    /** What tells one state of a file from another. */
    private record Stamp(long modified, long size, String key) {}

    /**
     * Watches from now on.
     *
     * @param spec the file of a workspace or of a context, or the folder of a workspace; need not
     *     exist
     * @throws IOException if the operating system lets nobody watch
     */
    public SpecWatch(Path spec) throws IOException {
        this.spec = spec.toAbsolutePath().normalize();
        this.watcher = this.spec.getFileSystem().newWatchService();
        this.seen = look();
    }

    /**
     * Waits for a save, and then until nothing happened for a moment: several saves in quick
     * succession are one.
     *
     * @return whether something was saved before so much time had passed, since the last answer or
     *     the beginning; never after it was closed
     */
    public boolean awaitSave(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!isSaved()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                next(Math.min(left, TICK.toNanos()));
            }
            settle();
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    /** Ends all waiting; from any thread. */
    @Override
    public void close() throws IOException {
        watcher.close();
    }

    private boolean isSaved() {
        Map<Path, Optional<Stamp>> now = look();
        boolean saved = !now.equals(seen);
        seen = now;
        return saved;
    }

    private void settle() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_SAVE.toNanos();
        boolean busy = true;
        while (busy && System.nanoTime() < end) {
            boolean heard = next(QUIET.toNanos());
            busy = isSaved() || heard;
        }
    }

    /** Waits for the next thing that happens in any folder; answers whether anything did. */
    private boolean next(long nanos) throws InterruptedException {
        WatchKey key = watcher.poll(nanos, TimeUnit.NANOSECONDS);
        if (key == null) {
            return false;
        }
        boolean ofSpec = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            ofSpec |=
                    !(event.context() instanceof Path name)
                            || !(key.watchable() instanceof Path folder)
                            || seen.containsKey(folder.resolve(name));
        }
        if (!key.reset()) {
            folders.values().remove(key);
        }
        return ofSpec;
    }

    private Map<Path, Optional<Stamp>> look() {
        Map<Path, Optional<Stamp>> stamps = new TreeMap<>();
        Path own = SpecReader.file(spec);
        Optional<Stamp> now = stamp(own);
        if (files.isEmpty() || !files.get(0).equals(own) || !now.equals(seen.get(own))) {
            // Only its own file says which others there are.
            files = reader.files(spec);
        }
        for (Path file : files) {
            stamps.put(file, stamp(file));
            hear(Objects.requireNonNullElse(file.getParent(), file));
        }
        return stamps;
    }

    private void hear(Path folder) {
        if (folders.containsKey(folder) || !Files.isDirectory(folder)) {
            return;
        }
        try {
            folders.put(
                    folder,
                    folder.register(
                            watcher,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException e) {
            // It is looked at all the same.
        }
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(
                    new Stamp(
                            attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                            attributes.size(),
                            String.valueOf(attributes.fileKey())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
