package tenure.query.shared;

import java.util.function.Supplier;
import org.springframework.transaction.TransactionTimedOutException;

/** The time that an answer may take. The database keeps to it by itself; loops over what was read ask here. */
public final class TimeLimit {

    private static final ScopedValue<Long> ENDS_AT_NANOS = ScopedValue.newInstance();
    private static final long NANOS = 1_000_000_000;

    private TimeLimit() {}

    static <A> A within(int seconds, Supplier<A> answer) {
        return ScopedValue.where(ENDS_AT_NANOS, System.nanoTime() + seconds * NANOS)
                .call(answer::get);
    }

    /** Breaks an answer off when its time is over. To be called now and then in every loop that may be long. */
    public static void check() {
        if (ENDS_AT_NANOS.isBound() && System.nanoTime() - ENDS_AT_NANOS.get() > 0) {
            throw new TransactionTimedOutException("The time for the answer is over.");
        }
    }
}
