package tenure.query.life;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a view makes of each customer's life, kept in memory and brought up to date customer by customer as lives change.
 * It answers exactly as of the moment that the transaction sees, and as known at any position: a customer of whom something
 * was recorded since is looked at anew, and what comes of it is remembered for the positions that were asked for last.
 *
 * @param <D> what is kept of a customer; never changed once it is made
 */
public final class LifeDigests<D> {

    /** How many positions are remembered, as far as there is memory for them. */
    private static final int POSITIONS = 4;

    private final Lives lives;
    private final LifeFold<D> fold;
    private final ReentrantLock lock = new ReentrantLock();
    private TreeMap<String, Kept<D>> kept = new TreeMap<>();
    private Life definitions = new Life(Life.DEFINITIONS, 0, List.of());
    private long revision;
    private long newest;
    private volatile long askedAt = System.nanoTime();
    private final SequencedMap<Long, SoftReference<Answer<D>>> answers = new LinkedHashMap<>();
    private final Set<String> forgotten = new ConcurrentSkipListSet<>();

    private record Kept<D>(
            long revision, long lastPosition, @Nullable D digest) {}

    /** What was made of a customer, be it nothing. */
    private record Made<D>(@Nullable D digest) {}

    /**
     * What was made of all customers as known at a position.
     *
     * @param of   from what it was made
     * @param anew what had to be made for this position
     */
    private record Answer<D>(Life definitions, Map<String, Kept<D>> of, Map<String, Made<D>> anew, List<D> digests) {

        /** Made of the same life it is the same. */
        @SuppressWarnings("ReferenceEquality")
        @Nullable Made<D> anew(String customerId, Kept<D> one, Life defined) {
            return of.get(customerId) == one && definitions.equals(defined) ? anew.get(customerId) : null;
        }
    }

    LifeDigests(Lives lives, LifeFold<D> fold) {
        this.lives = lives;
        this.fold = fold;
    }

    /**
     * The digests of all customers as known at a position, in the order of their ids; the same list as long as none of them
     * is another. To be called in a transaction.
     */
    @SuppressWarnings("ReferenceEquality") // What is kept is replaced, never changed.
    public List<D> at(long upTo) {
        askedAt = System.nanoTime();
        long seen = lives.revision();
        Map<String, Kept<D>> current;
        Life defined;
        Answer<D> before;
        boolean ahead;
        long position;
        lock.lock();
        try {
            if (seen > revision || (seen == revision && !forgotten.isEmpty())) {
                catchUp(seen);
            }
            current = kept;
            defined = definitions;
            position = Math.min(upTo, newest);
            ahead = revision > seen;
            var reference = ahead ? null : answers.get(position);
            before = reference == null ? null : reference.get();
        } finally {
            lock.unlock();
        }
        if (before != null && before.of() == current) {
            return before.digests();
        }
        var answer = asKnown(current, defined, seen, ahead ? upTo : position, before);
        if (!ahead) {
            remember(position, answer);
        }
        return answer.digests();
    }

    private void remember(long position, Answer<D> answer) {
        lock.lock();
        try {
            answers.putLast(position, new SoftReference<>(answer));
            if (answers.size() > POSITIONS) {
                answers.pollFirstEntry();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Has a customer looked at anew when the digests are next asked for. */
    void forget(String customerId) {
        forgotten.add(customerId);
    }

    /** Makes anew what changed. */
    private void catchUp(long seen) {
        var changed = lives.changedSince(revision);
        changed.addAll(forgotten);
        forgotten.removeAll(changed);
        var everything = kept.isEmpty() || changed.contains(Life.DEFINITIONS);
        var update = new Update(seen, everything ? lives.definitions(Long.MAX_VALUE) : definitions, everything);
        if (everything) {
            lives.each(Long.MAX_VALUE, update::take);
        } else {
            lives.of(changed, Long.MAX_VALUE, update::take);
        }
        update.install();
    }

    /** Whether somebody asked for them after a moment of {@link System#nanoTime}. */
    boolean isAskedAfter(long moment) {
        return askedAt - moment > 0;
    }

    /** What was seen of lives so far. */
    long revision() {
        lock.lock();
        try {
            return revision;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins to make anew what changed; others may be reading lives for other views at the same time.
     *
     * @param everything whether all lives are given to it, and not only those that changed since {@link #revision}
     */
    Update update(long seen, Life defined, boolean everything) {
        return new Update(seen, defined, everything);
    }

    /** Takes lives, and in the end the place of what was kept. Those who are reading that can go on. */
    final class Update {

        private final long seen;
        private final Life defined;
        private final boolean everything;
        private final Map<String, Kept<D>> made = new TreeMap<>();

        private Update(long seen, Life defined, boolean everything) {
            this.seen = seen;
            this.defined = defined;
            this.everything = everything;
        }

        void take(Life life) {
            made.put(life.customerId(), keep(life, defined, seen));
        }

        /** Does nothing when somebody else has come further meanwhile. */
        void install() {
            lock.lock();
            try {
                if (seen >= revision) {
                    var all = everything ? new TreeMap<String, Kept<D>>() : new TreeMap<>(kept);
                    all.putAll(made);
                    kept = all;
                    definitions = defined;
                    revision = seen;
                    newest = all.values().stream()
                            .mapToLong(Kept::lastPosition)
                            .reduce(defined.lastPosition(), Math::max);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private Kept<D> keep(Life life, Life defined, long seen) {
        return new Kept<>(seen, life.lastPosition(), fold.fold(life, defined));
    }

    /** Customers that have changed after this transaction began, or of whom more is known now, are looked at by it alone. */
    private Answer<D> asKnown(
            Map<String, Kept<D>> current, Life defined, long seen, long upTo, @Nullable Answer<D> before) {
        var definedThen = defined.lastPosition() <= upTo ? defined : lives.definitions(upTo);
        var sameDefinitions = definedThen.lastPosition() == defined.lastPosition();
        var digests = new TreeMap<String, D>();
        var anew = new HashMap<String, Made<D>>();
        var others = new ArrayList<String>();
        current.forEach((customerId, one) -> {
            var known = before == null ? null : before.anew(customerId, one, definedThen);
            if (sameDefinitions && one.revision() <= seen && one.lastPosition() <= upTo) {
                if (one.digest() != null) {
                    digests.put(customerId, one.digest());
                }
            } else if (known != null) {
                anew.put(customerId, known);
            } else {
                others.add(customerId);
            }
        });
        if (!others.isEmpty()) {
            lives.of(others, upTo, life -> anew.put(life.customerId(), new Made<>(fold.fold(life, definedThen))));
        }
        anew.forEach((customerId, one) -> {
            if (one.digest() != null) {
                digests.put(customerId, one.digest());
            }
        });
        return new Answer<>(definedThen, current, anew, List.copyOf(digests.values()));
    }
}
