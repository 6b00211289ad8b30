package tenure.query.funnel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * What happened that matters to the funnels that were asked for last, kept in memory. Of a funnel that counts too much
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

    /** The one that was asked for last comes last. */
    private final Map<FunnelDefinition, Recent> recent = new LinkedHashMap<>(16, 0.75f, true);

    @Autowired
    DefinedLives(LifeViews views) {
        this(views, OCCURRENCES);
    }

    DefinedLives(LifeViews views, int mostOccurrences) {
        this.views = views;
        this.mostOccurrences = mostOccurrences;
    }

    /** Gives customers in the order of their ids; a null id: all. */
    void each(FunnelDefinition definition, Standpoint at, @Nullable String customerId, Consumer<Happened> receiver) {
        if (customerId != null) {
            var one = views.of(VIEW, customerId, at.position(), (life, defined) -> Happened.of(life, definition));
            if (one != null) {
                receiver.accept(one);
            }
            return;
        }
        var kept = recent(definition).at(at.position());
        makeRoom();
        if (kept == null) {
            views.each(VIEW, at.position(), (life, defined) -> Happened.of(life, definition), receiver);
        } else {
            kept.forEach(receiver);
        }
    }

    private Recent recent(FunnelDefinition definition) {
        synchronized (recent) {
            return recent.computeIfAbsent(definition, Recent::new);
        }
    }

    /** Those that were not asked for for the longest time go first. */
    private void makeRoom() {
        synchronized (recent) {
            long size = recent.values().stream().mapToLong(Recent::size).sum();
            for (var eldest : new ArrayList<>(recent.values())) {
                if (recent.size() > 1 && (recent.size() > FUNNELS || size > mostOccurrences)) {
                    size -= eldest.size();
                    eldest.release();
                    recent.remove(eldest.definition);
                }
            }
        }
    }

    /** A funnel that was asked for lately. */
    private final class Recent {

        private final FunnelDefinition definition;
        private final Map<String, Integer> sizes = new ConcurrentHashMap<>();
        private final AtomicLong size = new AtomicLong();
        private final LifeDigests<Happened> digests;
        private volatile boolean released;

        Recent(FunnelDefinition definition) {
            this.definition = definition;
            this.digests = views.digests(VIEW, this::happened);
        }

        private @Nullable Happened happened(Life life, Life definitions) {
            if (released) {
                return null;
            }
            var happened = Happened.of(life, definition);
            int now = happened == null ? 0 : happened.size();
            var before = sizes.put(life.customerId(), now);
            if (size.addAndGet(now - (before == null ? 0 : before)) > mostOccurrences) {
                release();
            }
            return happened;
        }

        /** Null when it is too much to be kept. */
        @Nullable List<Happened> at(long position) {
            var all = released ? null : digests.at(position);
            return released ? null : all;
        }

        long size() {
            return size.get();
        }

        /** From now on nothing is kept: what is being made is not whole. */
        void release() {
            released = true;
            sizes.clear();
            size.set(0);
            views.release(VIEW, digests);
        }
    }
}
