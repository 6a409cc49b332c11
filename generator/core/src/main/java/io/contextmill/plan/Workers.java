package io.contextmill.plan;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does one thing to each of many, on as many threads as there are processors. */
public final class Workers {
    private Workers() {}

    /** What is done; by several threads at once. */
    @FunctionalInterface
    public interface Work<T, R> {
        /** Does it. */
        R on(T thing) throws IOException;
    }

    /**
     * The results, in the order of the things.
     *
     * @throws IOException what the first of them failed with, in their order; likewise for
     *     unchecked exceptions. Nothing is going on any more by then
     */
    public static <T, R> List<R> map(List<T> things, Work<T, R> work) throws IOException {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), things.size());
        List<R> results = new ArrayList<>(things.size());
        if (threads <= 1) {
            for (T thing : things) {
                results.add(work.on(thing));
            }
            return results;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<R>> running = new ArrayList<>(things.size());
        try {
            things.forEach(thing -> running.add(pool.submit(() -> work.on(thing))));
            for (Future<R> result : running) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            running.forEach(result -> result.cancel(false));
            end(pool);
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof IOException io) {
            return io;
        }
        throw new IllegalStateException("work throws nothing else", cause);
    }

    private static void end(ExecutorService pool) throws IOException {
        pool.shutdown();
        try {
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the run was interrupted");
    }
}
