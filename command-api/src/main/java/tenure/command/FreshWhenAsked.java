package tenure.command;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A cache that knows nothing while a command is decided that asks for the log itself. Another node, or a fact, may have
 * moved a stream on since its aggregate was kept. A decision that records something would lose its race and be taken
 * again, but one that says no, or that nothing has to change, meets nobody: so it is taken twice, the second time fresh.
 */
final class FreshWhenAsked implements Cache {

    /** Name of the mark in the metadata of a command message. */
    static final String MARK = "fresh";

    private final Cache cache;

    FreshWhenAsked(Cache cache) {
        this.cache = cache;
    }

    private static boolean isAsked() {
        return CurrentUnitOfWork.map(work -> work.getMessage().getMetaData().containsKey(MARK))
                .orElse(false);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as Axon declares it
    public <K, V> @Nullable V get(K key) {
        return isAsked() ? null : cache.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return !isAsked() && cache.containsKey(key);
    }

    @Override
    public void put(Object key, Object value) {
        cache.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return cache.putIfAbsent(key, value);
    }

    @Override
    public <T> T computeIfAbsent(Object key, Supplier<T> valueSupplier) {
        return cache.computeIfAbsent(key, valueSupplier);
    }

    @Override
    public boolean remove(Object key) {
        return cache.remove(key);
    }

    @Override
    public void removeAll() {
        cache.removeAll();
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        cache.computeIfPresent(key, update);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
        return cache.registerCacheEntryListener(cacheEntryListener);
    }
}
