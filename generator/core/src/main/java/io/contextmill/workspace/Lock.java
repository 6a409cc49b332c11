package io.contextmill.workspace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * The right to write to an output folder. It is the operating system's lock on a file: a process
 * that dies loses it. The file stays, since deleting it would let two processes lock two files of
 * one name.
 */
final class Lock implements Closeable {
    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, unless somebody has it. */
    static Optional<Lock> tryAcquire(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS));
        boolean kept = false;
        try {
            FileLock lock = channel.tryLock();
            kept = lock != null;
            return kept ? Optional.of(new Lock(channel)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
            return Optional.empty();
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
