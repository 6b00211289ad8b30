package tenure.query.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a view makes of each customer's life, kept in memory and brought up to date customer by customer as lives change.
 * It answers exactly as of the moment that the transaction sees, and as known at any position: a customer of whom something
 * was recorded since is looked at anew.
 *
 * @param <D> what is kept of a customer; never changed once it is made
 */
public final class LifeDigests<D> {

    private final Lives lives;
    private final LifeFold<D> fold;
    private final ReentrantLock lock = new ReentrantLock();
    private TreeMap<String, Kept<D>> kept = new TreeMap<>();
    private Life definitions = new Life(Life.DEFINITIONS, 0, List.of());
    private long revision;
    private final Set<String> forgotten = new ConcurrentSkipListSet<>();

    private record Kept<D>(
            long revision, long lastPosition, @Nullable D digest) {}

    LifeDigests(Lives lives, LifeFold<D> fold) {
        this.lives = lives;
        this.fold = fold;
    }

    /** The digests of all customers as known at a position, in the order of their ids. To be called in a transaction. */
    public List<D> at(long upTo) {
        long seen = lives.revision();
        Map<String, Kept<D>> current;
        Life defined;
        lock.lock();
        try {
            if (seen > revision || !forgotten.isEmpty()) {
                catchUp(Math.max(seen, revision));
            }
            current = kept;
            defined = definitions;
        } finally {
            lock.unlock();
        }
        return asKnown(current, defined, seen, upTo);
    }

    /** Has a customer looked at anew when the digests are next asked for. */
    void forget(String customerId) {
        forgotten.add(customerId);
    }

    /** Makes anew what changed. The map is replaced, so that those who are reading the former one can go on. */
    private void catchUp(long seen) {
        var changed = lives.changedSince(revision);
        changed.addAll(forgotten);
        forgotten.removeAll(changed);
        if (kept.isEmpty() || changed.contains(Life.DEFINITIONS)) {
            var all = new TreeMap<String, Kept<D>>();
            definitions = lives.definitions(Long.MAX_VALUE);
            lives.each(Long.MAX_VALUE, life -> all.put(life.customerId(), keep(life, definitions, seen)));
            kept = all;
        } else {
            var some = new TreeMap<>(kept);
            lives.of(changed, Long.MAX_VALUE, life -> some.put(life.customerId(), keep(life, definitions, seen)));
            kept = some;
        }
        revision = seen;
    }

    private Kept<D> keep(Life life, Life defined, long seen) {
        return new Kept<>(seen, life.lastPosition(), fold.fold(life, defined));
    }

    /** Customers that have changed after this transaction began, or of whom more is known now, are looked at by it alone. */
    private List<D> asKnown(Map<String, Kept<D>> current, Life defined, long seen, long upTo) {
        var definedThen = defined.lastPosition() <= upTo ? defined : lives.definitions(upTo);
        var sameDefinitions = definedThen.lastPosition() == defined.lastPosition();
        var digests = new TreeMap<String, D>();
        var others = new ArrayList<String>();
        current.forEach((customerId, one) -> {
            if (sameDefinitions && one.revision() <= seen && one.lastPosition() <= upTo) {
                if (one.digest() != null) {
                    digests.put(customerId, one.digest());
                }
            } else {
                others.add(customerId);
            }
        });
        if (!others.isEmpty()) {
            lives.of(others, upTo, life -> {
                var digest = fold.fold(life, definedThen);
                if (digest != null) {
                    digests.put(life.customerId(), digest);
                }
            });
        }
        return List.copyOf(digests.values());
    }
}
