package tenure.query.churnrisk.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.life.Life;
import tenure.query.life.LifeViews;
import tenure.query.life.Lives;
import tenure.query.shared.Refusals;

/**
 * The series of all customers under the model in force, kept in memory and brought up to date as lives change. A few
 * changes are taken in by whoever asks; many, such as a whole history or another model, in the background, and whoever asks
 * meanwhile is told to ask again.
 */
@Component
public class RiskBook {

    /** The view's name, by which customers that it cannot fold are listed. */
    public static final String VIEW = "risk";

    private static final Logger LOG = LoggerFactory.getLogger(RiskBook.class);

    /** So many customers can be looked at while somebody waits. */
    private static final int FEW = 1_000;

    private final Lives lives;
    private final LifeViews views;
    private final LifeCrew crew;
    private final TransactionTemplate snapshot;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean rebuilding = new AtomicBoolean();
    private volatile Kept kept = new Kept(0, new TreeMap<>(), null, null);

    private record Kept(
            long revision,
            TreeMap<String, Entry> entries,
            @Nullable RiskModel model,
            @Nullable Object definitions) {
        boolean isOf(RiskModel other, RiskDefinitions defined) {
            return other.equals(model) && defined.fingerprint().equals(definitions);
        }
    }

    private record Entry(
            long revision, long lastPosition, @Nullable RiskSeries series) {}

    RiskBook(Lives lives, LifeViews views, LifeCrew crew, PlatformTransactionManager transactions) {
        this.lives = lives;
        this.views = views;
        this.crew = crew;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The series of all customers as known at a position, in the order of their ids, exact for a day and the 30 before it.
     * To be called in the transaction of an answer.
     *
     * @param model the one in force as known at the position
     */
    public List<RiskSeries> at(long upTo, int day, int daysBefore, RiskModel model, Life definitions) {
        var defined = new RiskDefinitions(definitions);
        long seen = lives.revision();
        catchUp(seen);
        var current = kept;
        var series = new TreeMap<String, RiskSeries>();
        var others = new ArrayList<String>();
        boolean same = current.isOf(model, defined);
        current.entries.forEach((customerId, entry) -> {
            if (!same || entry.revision > seen || entry.lastPosition > upTo) {
                others.add(customerId);
            } else if (entry.series != null) {
                series.put(customerId, entry.series);
            }
        });
        if (!others.isEmpty()) {
            var fold = new SeriesFold(model, defined, day - daysBefore, day);
            folded(receiver -> lives.of(others, upTo, receiver), fold).forEach((customerId, entry) -> {
                if (entry.series != null) {
                    series.put(customerId, entry.series);
                }
            });
        }
        return List.copyOf(series.values());
    }

    private void catchUp(long seen) {
        if (seen <= kept.revision) {
            return;
        }
        lock.lock();
        try {
            if (seen <= kept.revision) {
                return;
            }
            var changed = lives.changedSince(kept.revision);
            if (changed.size() > FEW || (changed.contains(Life.DEFINITIONS) && kept.entries.size() > FEW)) {
                if (rebuilding.compareAndSet(false, true)) {
                    Thread.ofVirtual().name("risk-book").start(this::catchUpInBackground);
                }
                throw Refusals.notCaughtUp("The risk of " + Math.max(changed.size(), kept.entries.size())
                        + " customers is being computed anew. Ask again in a moment.");
            }
            take(seen, changed);
        } finally {
            lock.unlock();
        }
    }

    /** Brings it up to date, however long it takes. */
    public void catchUpInBackground() {
        try {
            snapshot.executeWithoutResult(status -> {
                long seen = lives.revision();
                var changed = lives.changedSince(kept.revision);
                if (!changed.isEmpty()) {
                    take(seen, changed);
                }
            });
        } catch (RuntimeException e) {
            LOG.error("The risk of all customers could not be computed; it is tried again when it is asked for.", e);
        } finally {
            rebuilding.set(false);
        }
    }

    private synchronized void take(long seen, Set<String> changed) {
        var before = kept;
        if (seen <= before.revision) {
            return;
        }
        var definitions = lives.definitions(Long.MAX_VALUE);
        var defined = new RiskDefinitions(definitions);
        var model = Models.inForce(definitions);
        boolean anew = !before.isOf(model, defined);
        var entries = anew ? new TreeMap<String, Entry>() : new TreeMap<>(before.entries);
        var fold = new SeriesFold(model, defined);
        LifeCrew.Source source = anew
                ? receiver -> lives.each(Long.MAX_VALUE, receiver)
                : receiver -> lives.of(withoutDefinitions(changed), Long.MAX_VALUE, receiver);
        folded(source, fold)
                .forEach((customerId, entry) ->
                        entries.put(customerId, new Entry(seen, entry.lastPosition, entry.series)));
        kept = new Kept(seen, entries, model, defined.fingerprint());
    }

    private static Collection<String> withoutDefinitions(Set<String> changed) {
        return changed.stream().filter(id -> !id.equals(Life.DEFINITIONS)).toList();
    }

    private Map<String, Entry> folded(LifeCrew.Source source, SeriesFold fold) {
        var guarded = views.guard(VIEW, (life, _) -> fold.of(life));
        var nothing = new Life(Life.DEFINITIONS, 0, List.of());
        var found = new ConcurrentHashMap<String, Entry>();
        crew.each(
                source,
                life -> found.put(life.customerId(), new Entry(0, life.lastPosition(), guarded.fold(life, nothing))));
        return found;
    }

    /** Customers that are kept, and bytes of their series. */
    public Size size() {
        long days = kept.entries.values().stream()
                .mapToLong(entry -> entry.series == null ? 0 : entry.series.days())
                .sum();
        return new Size(kept.entries.size(), days);
    }

    /** How much is kept. */
    public record Size(int customers, long days) {}
}
