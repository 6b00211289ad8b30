package tenure.benchmark.measure;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * A number of callers at the same time, each of which does its work again and again until the turn is over.
 *
 * @param count  how many; all are made before the clock starts
 * @param length of a turn
 * @param worker makes one caller
 */
public record Callers(int count, Duration length, Callable<? extends Worker> worker) implements Rounds.Contestant {

    /** One caller. */
    @FunctionalInterface
    public interface Worker extends AutoCloseable {
        /** Does one piece of work and waits until it is done; returns how much it counts for. */
        int work() throws Exception;

        @Override
        default void close() throws SQLException {}
    }

    @Override
    public double turn() throws Exception {
        var workers = new ArrayList<Worker>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                workers.add(worker.call());
            }
            var start = System.nanoTime();
            var end = start + length.toNanos();
            var counts = threads.invokeAll(
                    workers.stream().map(one -> until(end, one)).toList());
            long done = 0;
            for (var one : counts) {
                done += one.get();
            }
            return done * 1e9 / (System.nanoTime() - start);
        } finally {
            for (var one : workers) {
                one.close();
            }
        }
    }

    private static Callable<Long> until(long end, Worker worker) {
        return () -> {
            long done = 0;
            while (System.nanoTime() < end) {
                done += worker.work();
            }
            return done;
        };
    }
}
