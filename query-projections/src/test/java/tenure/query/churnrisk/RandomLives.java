package tenure.query.churnrisk;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.query.life.Life;
import tenure.query.life.Lives;
import tenure.query.life.ProjectedLives;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;

/** Random customers in a real log, and their lives as they were known. */
public final class RandomLives implements AutoCloseable {

    private final ProjectedLog log = new ProjectedLog();
    private final Lives lives = ProjectedLives.lives(log);

    public static List<Told> told(long seed, int customers) {
        return new Lifecycles(new SplittableRandom(seed)).of(customers);
    }

    public RandomLives(List<Told> told) {
        record(told);
    }

    public void record(List<Told> told) {
        log.recordMany(told);
        log.project(ProjectedLives.projection(log), () -> 500);
    }

    public ProjectedLog log() {
        return log;
    }

    public Lives lives() {
        return lives;
    }

    public <A> A reading(java.util.function.Supplier<A> work) {
        return java.util.Objects.requireNonNull(
                new TransactionTemplate(log.transactions()).execute(status -> work.get()));
    }

    public List<Life> all(long upTo) {
        return reading(() -> {
            var all = new ArrayList<Life>();
            lives.each(upTo, all::add);
            return all;
        });
    }

    public Life definitions(long upTo) {
        return reading(() -> lives.definitions(upTo));
    }

    @Override
    public void close() {
        log.close();
    }
}
