package tenure.query.churnrisk.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
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
 * meanwhile is told how it was before them.
 */
@Component
public class RiskBook {

    /** The view's name, by which customers that it cannot fold are listed. */
    public static final String VIEW = "risk";

    private static final Logger LOG = LoggerFactory.getLogger(RiskBook.class);

    private static final Haste USUAL = new Haste(200, TimeUnit.MILLISECONDS.toNanos(1_500));

    private final Lives lives;
    private final LifeViews views;
    private final LifeCrew crew;
    private final TransactionTemplate snapshot;
    private final Haste haste;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean inBackground = new AtomicBoolean();
    private volatile Kept kept = new Kept(0, 0, new TreeMap<>(), List.of(), null, null);
    private volatile long nanosPerCustomer = TimeUnit.MILLISECONDS.toNanos(2);

    /**
     * What is kept, never changed once it is made.
     *
     * @param reached the newest position in any life: what was recorded up to here is in the series
     * @param all     the series, in the order of the ids
     */
    private record Kept(
            long revision,
            long reached,
            TreeMap<String, Entry> entries,
            List<RiskSeries> all,
            @Nullable RiskModel model,
            @Nullable Object definitions) {

        boolean isOf(RiskModel other, RiskDefinitions defined) {
            return other.equals(model) && defined.fingerprint().equals(definitions);
        }
    }

    private record Entry(
            long revision, long lastPosition, @Nullable RiskSeries series) {}

    /**
     * What is taken in while somebody waits.
     *
     * @param few   so many customers, however long one takes
     * @param nanos so long it may take
     */
    record Haste(int few, long nanos) {}

    @Autowired
    RiskBook(Lives lives, LifeViews views, LifeCrew crew, PlatformTransactionManager transactions) {
        this(lives, views, crew, transactions, USUAL);
    }

    RiskBook(Lives lives, LifeViews views, LifeCrew crew, PlatformTransactionManager transactions, Haste haste) {
        this.haste = haste;
        this.lives = lives;
        this.views = views;
        this.crew = crew;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What is told of all customers.
     *
     * @param position what was recorded up to here is told: the position of the question, or an earlier one while many
     *                 customers are computed anew
     * @param model    the one in force as known at the position
     * @param series   in the order of the ids; the same list as long as none of them is another
     */
    public record Told(long position, RiskModel model, List<RiskSeries> series) {}

    /**
     * The series of all customers as known at a position, exact for a day and those before it. To be called in the
     * transaction of an answer.
     *
     * @param atLeast what was recorded up to here must be told; else the question is refused, as it is while nothing can be
     *                told yet
     */
    public Told at(long upTo, long atLeast, int day, int daysBefore) {
        long seen = lives.revision();
        var current = upTo <= kept.reached ? kept : caughtUp(seen, atLeast);
        boolean behind = current.revision < seen;
        long position = behind ? Math.min(upTo, current.reached) : upTo;
        if (position < atLeast || (behind && current.reached == 0)) {
            throw Refusals.notCaughtUp("The risk of all customers is being computed anew. Ask again in a moment.");
        }
        if (current.model != null && current.revision <= seen && current.reached <= position) {
            return new Told(position, current.model, current.all);
        }
        var definitions = lives.definitions(position);
        var model = Models.inForce(definitions);
        var defined = new RiskDefinitions(definitions);
        boolean same = current.isOf(model, defined);
        var series = new TreeMap<String, RiskSeries>();
        var others = new ArrayList<String>();
        current.entries.forEach((customerId, entry) -> {
            if (!same || entry.revision > seen || entry.lastPosition > position) {
                others.add(customerId);
            } else if (entry.series != null) {
                series.put(customerId, entry.series);
            }
        });
        var fold = new SeriesFold(model, defined, day - daysBefore, day);
        folded(receiver -> lives.of(others, position, receiver), fold).forEach((customerId, entry) -> {
            if (entry.series != null) {
                series.put(customerId, entry.series);
            }
        });
        return new Told(position, model, List.copyOf(series.values()));
    }

    /** What is kept, brought up to date if that can be waited for. */
    private Kept caughtUp(long seen, long atLeast) {
        if (seen <= kept.revision) {
            return kept;
        }
        boolean worthWaiting = kept.reached == 0 || kept.reached < atLeast;
        if (!locked(inBackground.get() && !worthWaiting ? 0 : haste.nanos)) {
            return kept;
        }
        try {
            if (seen > kept.revision) {
                var changed = lives.changedSince(kept.revision);
                if (isLong(changed)) {
                    catchUpInBackground();
                } else {
                    take(seen, changed);
                }
            }
            return kept;
        } finally {
            lock.unlock();
        }
    }

    private boolean locked(long nanos) {
        try {
            return lock.tryLock(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.notCaughtUp("Interrupted while waiting for the risk of all customers.");
        }
    }

    private boolean isLong(Set<String> changed) {
        int customers =
                changed.contains(Life.DEFINITIONS) ? Math.max(changed.size(), kept.entries.size()) : changed.size();
        return customers > haste.few && customers * nanosPerCustomer > haste.nanos;
    }

    /** Begins to bring it up to date, however long it takes. */
    public void catchUpInBackground() {
        if (inBackground.compareAndSet(false, true)) {
            Thread.ofVirtual().name("risk-book").start(() -> {
                lock.lock();
                try {
                    snapshot.executeWithoutResult(status -> {
                        long seen = lives.revision();
                        take(seen, lives.changedSince(kept.revision));
                    });
                } catch (RuntimeException e) {
                    LOG.error(
                            "The risk of all customers could not be computed; it is tried again when it is asked for.",
                            e);
                } finally {
                    inBackground.set(false);
                    lock.unlock();
                }
            });
        }
    }

    private void take(long seen, Set<String> changed) {
        var before = kept;
        if (seen <= before.revision) {
            return;
        }
        long begun = System.nanoTime();
        var definitions = lives.definitions(Long.MAX_VALUE);
        var defined = new RiskDefinitions(definitions);
        var model = Models.inForce(definitions);
        boolean anew = !before.isOf(model, defined);
        var entries = anew ? new TreeMap<String, Entry>() : new TreeMap<>(before.entries);
        LifeCrew.Source source = anew
                ? receiver -> lives.each(Long.MAX_VALUE, receiver)
                : receiver -> lives.of(withoutDefinitions(changed), Long.MAX_VALUE, receiver);
        var made = folded(source, new SeriesFold(model, defined));
        made.forEach((customerId, entry) -> entries.put(customerId, new Entry(seen, entry.lastPosition, entry.series)));
        kept = new Kept(
                seen,
                entries.values().stream().mapToLong(Entry::lastPosition).reduce(definitions.lastPosition(), Math::max),
                entries,
                entries.values().stream()
                        .map(Entry::series)
                        .filter(Objects::nonNull)
                        .toList(),
                model,
                defined.fingerprint());
        if (made.size() > haste.few) {
            nanosPerCustomer = (System.nanoTime() - begun) / made.size();
        }
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
