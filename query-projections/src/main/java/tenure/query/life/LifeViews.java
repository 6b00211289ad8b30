package tenure.query.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Views that are folded from lives when they are asked, or kept as digests. A life that a view cannot fold is folded as far
 * as it can be: the customer stands still in that view only, just before the event that is to blame, until its life goes on,
 * it is tried again, or Tenure is started with a view that can digest it.
 */
@Component
public class LifeViews {

    private static final Logger LOG = LoggerFactory.getLogger(LifeViews.class);

    private final Lives lives;
    private final Map<String, List<LifeDigests<?>>> kept = new ConcurrentSkipListMap<>();
    private final SortedMap<Key, Standstill> standing = new ConcurrentSkipListMap<>();

    LifeViews(Lives lives) {
        this.lives = lives;
    }

    private record Key(String view, String customerId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            var byView = view.compareTo(other.view);
            return byView == 0 ? customerId.compareTo(other.customerId) : byView;
        }
    }

    /**
     * A customer that stands still in a view.
     *
     * @param position the event that the view could not digest
     * @param error    what it said
     */
    public record Standstill(String view, String customerId, long position, String error) {}

    /** What a view makes of every customer, kept in memory. To be made once, when the view is. */
    public <D> LifeDigests<D> digests(String view, LifeFold<D> fold) {
        var digests = new LifeDigests<>(lives, guarded(view, fold));
        kept.computeIfAbsent(view, name -> new CopyOnWriteArrayList<>()).add(digests);
        return digests;
    }

    /** Keeps digests no longer, of which a view has had enough. */
    public void release(String view, LifeDigests<?> digests) {
        kept.getOrDefault(view, List.of()).remove(digests);
    }

    /** What a view makes of one customer as known at a position; null when it has nothing to say. */
    public <D> @Nullable D of(String view, String customerId, long upTo, LifeFold<D> fold) {
        return guarded(view, fold).fold(lives.of(customerId, upTo), lives.definitions(upTo));
    }

    /** What a view makes of every customer as known at a position, one after the other, where it is too much to be kept. */
    public <D> void each(String view, long upTo, LifeFold<D> fold, Consumer<D> receiver) {
        var guarded = guarded(view, fold);
        var definitions = lives.definitions(upTo);
        lives.each(upTo, life -> {
            var digest = guarded.fold(life, definitions);
            if (digest != null) {
                receiver.accept(digest);
            }
        });
    }

    /** Whether somebody asked for the digests of any view within the last minute. */
    public boolean isInUse() {
        long aMinuteAgo = System.nanoTime() - TimeUnit.MINUTES.toNanos(1);
        return kept.values().stream().flatMap(List::stream).anyMatch(digests -> digests.isAskedAfter(aMinuteAgo));
    }

    /**
     * Brings the digests of all views up to date together, so that each life is read once for all of them and whoever asks
     * next need not wait. To be called in a transaction.
     */
    public void catchUp() {
        long seen = lives.revision();
        var behind = kept.values().stream()
                .flatMap(List::stream)
                .filter(digests -> digests.revision() < seen)
                .toList();
        if (behind.isEmpty()) {
            return;
        }
        var since = behind.stream().mapToLong(LifeDigests::revision).min().orElseThrow();
        var changed = since == 0 ? Set.of(Life.DEFINITIONS) : lives.changedSince(since);
        var everything = changed.contains(Life.DEFINITIONS);
        var definitions = lives.definitions(Long.MAX_VALUE);
        var updates = new ArrayList<LifeDigests<?>.Update>();
        behind.forEach(digests -> updates.add(digests.update(seen, definitions, everything)));
        Consumer<Life> all = life -> updates.forEach(update -> update.take(life));
        if (everything) {
            lives.each(Long.MAX_VALUE, all);
        } else {
            lives.of(changed, Long.MAX_VALUE, all);
        }
        updates.forEach(LifeDigests.Update::install);
    }

    /** What a view makes of these customers as known at a position, in the order of their ids. */
    public <D> void each(
            String view, Collection<String> customerIds, long upTo, LifeFold<D> fold, Consumer<D> receiver) {
        var guarded = guarded(view, fold);
        var definitions = lives.definitions(upTo);
        lives.of(customerIds, upTo, life -> {
            var made = guarded.fold(life, definitions);
            if (made != null) {
                receiver.accept(made);
            }
        });
    }

    /** The names of the views that keep digests. */
    public Set<String> names() {
        return kept.keySet();
    }

    /**
     * Folds the life of a customer that stands still anew. To be called in a transaction.
     *
     * @return whether it goes on
     */
    public boolean retry(String view, String customerId) {
        standing.remove(new Key(view, customerId));
        for (var digests : kept.getOrDefault(view, List.of())) {
            digests.forget(customerId);
            digests.at(Long.MAX_VALUE);
        }
        return standing(view).stream()
                .noneMatch(standstill -> standstill.customerId().equals(customerId));
    }

    /** The customers that stand still in a view. */
    public List<Standstill> standing(String view) {
        return standing.values().stream()
                .filter(standstill -> standstill.view().equals(view))
                .toList();
    }

    /** The fold of a view that keeps what it makes by itself: of a life that it cannot fold it makes what it can. */
    public <D> LifeFold<D> guard(String view, LifeFold<D> fold) {
        kept.computeIfAbsent(view, name -> new CopyOnWriteArrayList<>());
        return guarded(view, fold);
    }

    private <D> LifeFold<D> guarded(String view, LifeFold<D> fold) {
        return (life, definitions) -> {
            try {
                var whole = fold.fold(life, definitions);
                standing.remove(new Key(view, life.customerId()));
                return whole;
            } catch (RuntimeException | StackOverflowError e) {
                return asFarAsPossible(view, life, definitions, fold, e);
            }
        };
    }

    private <D> @Nullable D asFarAsPossible(
            String view, Life life, Life definitions, LifeFold<D> fold, Throwable error) {
        int good = 0;
        int bad = life.events().size();
        D digest = null;
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            try {
                digest = fold.fold(life.first(middle), definitions);
                good = middle;
            } catch (RuntimeException | StackOverflowError e) {
                bad = middle;
            }
        }
        var position = bad == 0 ? 0 : life.events().get(bad - 1).position();
        var before = standing.put(
                new Key(view, life.customerId()), new Standstill(view, life.customerId(), position, error.toString()));
        if (before == null || before.position() != position) {
            LOG.error("View {} leaves customer '{}' before event {}", view, life.customerId(), position, error);
        }
        return digest;
    }
}
