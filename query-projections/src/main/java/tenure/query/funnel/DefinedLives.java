package tenure.query.funnel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tenure.query.life.Life;
import tenure.query.life.LifeDigests;
import tenure.query.life.LifeViews;
import tenure.query.shared.Standpoint;

/**
 * What happened that matters to the funnels that were asked for last, kept in memory. Of a funnel that may count too much
 * nothing is kept: all lives are read whenever it is asked for.
 */
@Component
class DefinedLives {

    /** The name of the view of defined funnels. */
    static final String VIEW = "funnel";

    private static final int FUNNELS = 3;

    /** What is kept of all funnels together, at some fifty bytes each. */
    private static final int OCCURRENCES = 1_000_000;

    private final LifeViews views;
    private final int mostOccurrences;

    private final Map<FunnelDefinition, Recent> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<FunnelDefinition, Recent> eldest) {
            return size() > FUNNELS;
        }
    };

    @Autowired
    DefinedLives(LifeViews views) {
        this(views, OCCURRENCES);
    }

    DefinedLives(LifeViews views, int mostOccurrences) {
        this.views = views;
        this.mostOccurrences = mostOccurrences;
    }

    /** Gives customers in the order of their ids; a null id: all. */
    void each(
            FunnelDefinition definition,
            Standpoint at,
            @Nullable String customerId,
            Consumer<Happened> receiver) {
        if (customerId != null) {
            var one = views.of(VIEW, customerId, at.position(), (life, defined) -> Happened.of(life, definition));
            if (one != null) {
                receiver.accept(one);
            }
            return;
        }
        var kept = recent(definition).at(at.position());
        if (kept == null) {
            views.each(VIEW, at.position(), (life, defined) -> Happened.of(life, definition), receiver);
        } else {
            makeRoom();
            kept.forEach(receiver);
        }
    }

    /** Those that were not asked for for the longest time go first. */
    private void makeRoom() {
        synchronized (recent) {
            long size = recent.values().stream().mapToLong(one -> one.size).sum();
            for (var eldest = recent.values().iterator(); size > mostOccurrences && recent.size() > 1; ) {
                size -= eldest.next().size;
                eldest.remove();
            }
        }
    }

    private Recent recent(FunnelDefinition definition) {
        synchronized (recent) {
            return recent.computeIfAbsent(definition, Recent::new);
        }
    }

    /** A funnel that was asked for lately. */
    private final class Recent {

        private final FunnelDefinition definition;
        private final AtomicLong occurrences = new AtomicLong();
        private volatile long size;
        private volatile @Nullable LifeDigests<Happened> digests = views.digests(VIEW, this::happened);

        Recent(FunnelDefinition definition) {
            this.definition = definition;
        }

        private @Nullable Happened happened(Life life, Life definitions) {
            if (digests == null) {
                return null;
            }
            var happened = Happened.of(life, definition);
            if (happened != null && occurrences.addAndGet(happened.size()) > mostOccurrences) {
                digests = null;
            }
            return happened;
        }

        /** Null when it is too much to be kept. */
        @Nullable List<Happened> at(long position) {
            var kept = digests;
            occurrences.set(0);
            var all = kept == null ? null : kept.at(position);
            if (all == null || digests == null) {
                size = 0;
                return null;
            }
            size = all.stream().mapToLong(Happened::size).sum();
            return all;
        }
    }
}
