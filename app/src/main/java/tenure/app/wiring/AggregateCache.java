package tenure.app.wiring;

import java.lang.ref.SoftReference;
import org.axonframework.common.caching.WeakReferenceCache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates that were used last. Axon's own cache forgets whatever nobody works with at every collection of
 * garbage, so that nearly each command has to load its aggregate again. When memory gets short, this one forgets, too.
 */
final class AggregateCache extends WeakReferenceCache {

    /** An aggregate takes a few kilobytes as a rule; one with thousands of seats a megabyte. */
    private static final int MOST = 5_000;

    private final RecentlyUsed<Object, SoftReference<Object>> recent = new RecentlyUsed<>(MOST);

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as Axon declares it
    public <K, V> @Nullable V get(K key) {
        V value = super.get(key);
        if (value != null) {
            keep(key, value);
        }
        return value;
    }

    @Override
    public void put(Object key, Object value) {
        keep(key, value);
        super.put(key, value);
    }

    @Override
    public boolean remove(Object key) {
        recent.remove(key);
        return super.remove(key);
    }

    @Override
    public void removeAll() {
        recent.clear();
        super.removeAll();
    }

    private void keep(Object key, Object value) {
        recent.put(key, new SoftReference<>(value));
    }
}
