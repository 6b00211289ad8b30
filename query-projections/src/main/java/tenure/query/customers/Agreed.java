package tenure.query.customers;

import org.jspecify.annotations.Nullable;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.RenewalWindowOpened;
import tenure.domain.license.event.SeatsChanged;
import tenure.query.life.LifeEvent;

/**
 * What an event says of a license.
 *
 * @param toldOn       day on which it happened
 * @param day          first day it is about: of a term, of a change, without service, after the term that nears its end
 * @param endsOn       first day after a term; {@link Days#NEVER} when it agrees none
 * @param pricePerSeat per month, in the smallest unit of the currency
 */
record Agreed(
        Kind kind,
        String licenseId,
        long position,
        int toldOn,
        int day,
        int endsOn,
        @Nullable String product,
        String plan,
        int seats,
        long pricePerSeat,
        String currency,
        boolean autoRenew) {

    private static final String NOTHING = "";

    /** What was agreed. */
    enum Kind {
        TERM,
        SEATS,
        PLAN,
        CANCELLATION,
        RENEWAL_WINDOW
    }

    /** The first day on which it counts: nothing counts before the day it is about, nor before it happened. */
    int since() {
        return Math.max(toldOn, day);
    }

    boolean countsOn(int asked) {
        return since() <= asked;
    }

    /** Of facts that replace each other the later day counts; of the same day, the one that the log has later. */
    boolean replaces(@Nullable Agreed known) {
        return known == null || day >= known.day;
    }

    /** What a license event says; null when it says nothing of terms. Texts that many share are kept once. */
    static @Nullable Agreed of(LifeEvent happened) {
        int toldOn = Days.of(happened.occurredAt());
        return switch (happened.event()) {
            case LicenseSold event ->
                new Agreed(
                        Kind.TERM,
                        event.licenseId(),
                        happened.position(),
                        toldOn,
                        Days.of(event.startsOn()),
                        Days.of(event.endsOn()),
                        event.product().intern(),
                        event.plan().intern(),
                        event.seats(),
                        event.pricePerSeatMinorUnits(),
                        event.currency().intern(),
                        event.autoRenew());
            case LicenseRenewed event ->
                new Agreed(
                        Kind.TERM,
                        event.licenseId(),
                        happened.position(),
                        toldOn,
                        Days.of(event.startsOn()),
                        Days.of(event.endsOn()),
                        null,
                        event.plan().intern(),
                        event.seats(),
                        event.pricePerSeatMinorUnits(),
                        event.currency().intern(),
                        event.autoRenew());
            case SeatsChanged event ->
                change(
                        Kind.SEATS,
                        event.licenseId(),
                        happened,
                        Days.of(event.effectiveOn()),
                        NOTHING,
                        event.seats(),
                        event.pricePerSeatMinorUnits());
            case PlanChanged event ->
                change(
                        Kind.PLAN,
                        event.licenseId(),
                        happened,
                        Days.of(event.effectiveOn()),
                        event.plan().intern(),
                        0,
                        event.pricePerSeatMinorUnits());
            case LicenseCancelled event ->
                change(Kind.CANCELLATION, event.licenseId(), happened, Days.of(event.effectiveOn()), NOTHING, 0, 0);
            case RenewalWindowOpened event ->
                change(Kind.RENEWAL_WINDOW, event.licenseId(), happened, Days.of(event.termEndsOn()), NOTHING, 0, 0);
            default -> null;
        };
    }

    private static Agreed change(
            Kind kind, String licenseId, LifeEvent happened, int day, String plan, int seats, long pricePerSeat) {
        return new Agreed(
                kind,
                licenseId,
                happened.position(),
                Days.of(happened.occurredAt()),
                day,
                Days.NEVER,
                null,
                plan,
                seats,
                pricePerSeat,
                NOTHING,
                false);
    }
}
