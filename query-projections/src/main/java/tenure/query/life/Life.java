package tenure.query.life;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the log knew of a customer at a position.
 *
 * @param customerId   the empty id stands for what belongs to no customer: features, courses, templates, funnels, models
 * @param lastPosition the last event that belongs to it, up to that position; 0 when there is none
 * @param events       in the order of the log, without facts that were withdrawn by then
 */
public record Life(String customerId, long lastPosition, List<LifeEvent> events) {

    /** The id under which definitions are kept. */
    public static final String DEFINITIONS = "";

    /** The id under which facts are kept whose customer nobody knew; no customer has it, and it is not among all lives. */
    public static final String NOBODY = " ";

    /** Whether an id is a customer's. */
    public static boolean isCustomer(String id) {
        return !id.equals(DEFINITIONS) && !id.equals(NOBODY);
    }

    /** The first of its events, as if the others had not been recorded. */
    Life first(int events) {
        var some = this.events.subList(0, events);
        return new Life(customerId, some.isEmpty() ? 0 : some.getLast().position(), some);
    }

    /** Gathers what the chunks of a customer hold. */
    static final class Gathered {

        private final String customerId;
        private final long upTo;
        private final List<LifeEvent> events = new ArrayList<>();
        private final Map<Long, Long> withdrawn = new HashMap<>();
        private long last;
        private boolean ordered = true;

        Gathered(String customerId, long upTo) {
            this.customerId = customerId;
            this.upTo = upTo;
        }

        String customerId() {
            return customerId;
        }

        void add(byte[] packed) {
            Chunk.read(packed, entry -> {
                if (entry.position() <= upTo) {
                    take(entry);
                }
            });
        }

        private void take(Chunk.Entry entry) {
            ordered = ordered && entry.position() >= last;
            last = Math.max(last, entry.position());
            switch (entry) {
                case LifeEvent event -> events.add(event);
                case Chunk.Withdrawal withdrawal -> withdrawn.put(withdrawal.factPosition(), withdrawal.position());
            }
        }

        Life life() {
            if (!withdrawn.isEmpty()) {
                events.removeIf(event -> withdrawn.containsKey(event.position()));
            }
            if (!ordered) {
                // A parked event that was taken in later stands behind those it came before.
                events.sort(comparingLong(LifeEvent::position));
            }
            return new Life(customerId, last, List.copyOf(events));
        }
    }
}
