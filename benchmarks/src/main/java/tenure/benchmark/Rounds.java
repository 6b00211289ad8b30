package tenure.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Lets contestants take turns, a short round each, so that whatever else the machine does meets all of them alike; what
 * counts is the median of each.
 */
final class Rounds {

    private static final int ROUNDS = 5;
    private static final Duration LENGTH = Duration.ofSeconds(1);

    private Rounds() {}

    /** One caller: does its work again and again. */
    interface Worker extends AutoCloseable {
        /** Does one piece of work and waits until it is durable; returns how many events that were. */
        int work() throws Exception;

        @Override
        default void close() throws SQLException {}
    }

    /**
     * Who takes part, and with how many callers at the same time.
     *
     * @param worker makes one caller; all of a round are made before its clock starts
     */
    record Contestant(String name, int workers, Callable<? extends Worker> worker) {}

    /** Median events per second of each contestant, after a first round that does not count. */
    static Map<String, Double> medians(List<Contestant> contestants) throws Exception {
        var rates = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var contestant : contestants) {
                var rate = rate(contestant);
                if (round > 0) {
                    rates.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        rates.forEach((name, values) ->
                medians.put(name, values.stream().sorted().toList().get(ROUNDS / 2)));
        return medians;
    }

    private static double rate(Contestant contestant) throws Exception {
        var workers = new ArrayList<Worker>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < contestant.workers(); i++) {
                workers.add(contestant.worker().call());
            }
            var start = System.nanoTime();
            var end = start + LENGTH.toNanos();
            var counts = threads.invokeAll(
                    workers.stream().map(worker -> until(end, worker)).toList());
            long events = 0;
            for (var count : counts) {
                events += count.get();
            }
            return events * 1e9 / (System.nanoTime() - start);
        } finally {
            for (var worker : workers) {
                worker.close();
            }
        }
    }

    private static Callable<Long> until(long end, Worker worker) {
        return () -> {
            long events = 0;
            while (System.nanoTime() < end) {
                events += worker.work();
            }
            return events;
        };
    }
}
