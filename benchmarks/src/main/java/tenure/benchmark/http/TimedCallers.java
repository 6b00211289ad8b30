package tenure.benchmark.http;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import tenure.benchmark.measure.Callers;
import tenure.benchmark.measure.Callers.Worker;
import tenure.benchmark.measure.Numbers;
import tenure.benchmark.measure.Rounds.Contestant;
import tenure.benchmark.measure.Settings;

/** Callers whose calls are timed one by one; those of the first turn do not count. */
final class TimedCallers implements Contestant {

    private final int count;
    private final Settings settings;
    private final Callable<? extends Worker> worker;
    private final CaughtUp afterwards;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private int turns;

    /**
     * So many callers at the same time.
     *
     * @param afterwards awaited after each turn, outside its time
     */
    TimedCallers(int count, Settings settings, Callable<? extends Worker> worker, CaughtUp afterwards) {
        this.count = count;
        this.settings = settings;
        this.worker = worker;
        this.afterwards = afterwards;
    }

    @Override
    public double turn() throws Exception {
        var counts = turns++ > 0;
        var rate = new Callers(count, settings.length(), () -> new Timed(worker.call(), counts)).turn();
        afterwards.await();
        return rate;
    }

    /** The time below which a share of the calls lies, in milliseconds. */
    double quantile(double share) {
        return Numbers.quantile(millis, share);
    }

    private final class Timed implements Worker {
        private final Worker timed;
        private final boolean counts;
        private final List<Double> own = new ArrayList<>();

        Timed(Worker timed, boolean counts) {
            this.timed = timed;
            this.counts = counts;
        }

        @Override
        public int work() throws Exception {
            var start = System.nanoTime();
            var done = timed.work();
            own.add((System.nanoTime() - start) / 1e6);
            return done;
        }

        @Override
        public void close() throws SQLException {
            timed.close();
            if (counts) {
                millis.addAll(own);
            }
        }
    }
}
