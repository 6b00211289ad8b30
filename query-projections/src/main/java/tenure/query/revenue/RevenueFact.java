package tenure.query.revenue;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one event says of a customer's contracts.
 *
 * @param licenseId  empty when it is of the customer as a whole
 * @param day        first day it holds; null when it holds from no day of its own
 * @param endsOn     first day after the term that it is about
 * @param reason     code of why; null when it gives none
 * @param properties of the profile, as they are from then on; one that was removed is null
 */
record RevenueFact(
        long position,
        Kind kind,
        String licenseId,
        @Nullable LocalDate day,
        @Nullable LocalDate endsOn,
        Agreed agreed,
        @Nullable String reason,
        Map<String, @Nullable String> properties) {

    /** What it is that happened, in the order in which it is told. */
    enum Kind {
        PROFILE,
        SOLD,
        RENEWED,
        SEATS_CHANGED,
        PLAN_CHANGED,
        CANCELLED,
        NOTICE_GIVEN,
        NOTICE_WITHDRAWN,
        CHURNED,
        WON_BACK,
        INTERVIEWED
    }

    /**
     * What is agreed to be paid for; null is what stays as it was.
     *
     * @param price per seat and month, in minor units
     */
    record Agreed(
            @Nullable String plan,
            @Nullable Integer seats,
            @Nullable Long price,
            @Nullable String currency) {

        static final Agreed NOTHING = new Agreed(null, null, null, null);
    }
}
