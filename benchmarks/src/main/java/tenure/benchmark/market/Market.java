package tenure.benchmark.market;

import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A market and all that happens in it, in the order of time, without end; most customers come in the first eighteen
 * months. The same seed and number of customers lead to the same events. It needs memory for those who are in it, not for
 * what happened.
 */
public final class Market implements Iterator<Happening> {

    /** What a customer leads to within the first 24 months, on average. */
    public static final int EVENTS_PER_CUSTOMER = 2_000;

    private static final int MONTHS_OF_ARRIVAL = 18;

    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparingLong(Plan::at).thenComparingLong(Plan::number));
    private final Queue<Happening> happened = new ArrayDeque<>();
    private long plansMade;
    private long happenings;
    private long now;

    /**
     * A market before its first day.
     *
     * @param customers how many companies will come
     */
    public Market(long seed, int customers) {
        var luck = new Luck(seed);
        var first = Calendar.startOf(Calendar.FIRST_DAY);
        var days = (int) Calendar.FIRST_DAY.until(Calendar.FIRST_DAY.plusMonths(MONTHS_OF_ARRIVAL), ChronoUnit.DAYS);
        plan(first, () -> Offer.publish(this));
        for (int number = 1; number <= customers; number++) {
            var company = new Company(this, "c-" + number, luck.another());
            plan(Calendar.inOfficeHours(first, luck.between(1, days), luck), company::arrive);
        }
    }

    /** A market in which so many events take about 24 months. */
    public static Market ofEvents(long seed, long events) {
        return new Market(seed, (int) Math.max(1, events / EVENTS_PER_CUSTOMER));
    }

    /** {@inheritDoc} Always, as long as there are customers. */
    @Override
    public boolean hasNext() {
        while (happened.isEmpty() && !plans.isEmpty()) {
            var plan = plans.remove();
            now = plan.at();
            plan.action().run();
        }
        return !happened.isEmpty();
    }

    @Override
    public Happening next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return happened.remove();
    }

    /** The moment that it is in the market. */
    long now() {
        return now;
    }

    /** Something that will be done then; at once when that is past. */
    void plan(long moment, Runnable action) {
        plans.add(new Plan(Math.max(now, moment), plansMade++, action));
    }

    /** Something has happened just now. */
    void tell(History history, @Nullable String customerId, @Nullable String userId, Object event) {
        happened.add(new Happening(
                ++happenings,
                history.stream(),
                history.kind(),
                history.nextVersion(),
                customerId,
                userId,
                event,
                Calendar.instant(now)));
    }

    private record Plan(long at, long number, Runnable action) {}
}
