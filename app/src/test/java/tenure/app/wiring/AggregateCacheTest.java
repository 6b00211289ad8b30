package tenure.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;
import org.axonframework.common.caching.WeakReferenceCache;
import org.junit.jupiter.api.Test;

/** Axon's cache is the control: it must lose what Tenure's keeps. */
class AggregateCacheTest {

    private final AggregateCache cache = new AggregateCache();

    @Test
    void keepsWhatNobodyWorksWithWhereAxonsOwnForgetsIt() {
        var axons = new WeakReferenceCache();
        cache.put("license/a", new int[1]);
        axons.put("license/a", new int[1]);

        await().until(() -> {
            System.gc();
            return axons.get("license/a") == null;
        });

        assertThat(cache.<String, Object>get("license/a")).isNotNull();
    }

    @Test
    void forgetsWhatIsRemovedAtOnce() {
        cache.put("license/a", new int[1]);

        cache.remove("license/a");

        assertThat(cache.<String, Object>get("license/a")).isNull();
    }

    @Test
    void doesNotGrowWithoutEnd() {
        IntStream.range(0, 20_000).forEach(number -> cache.put("license/" + number, new int[1]));

        await().until(() -> {
            System.gc();
            return cache.get("license/0") == null;
        });

        assertThat(cache.<String, Object>get("license/19999")).isNotNull();
    }
}
