package tenure.domain.license;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.domain.license.LicenseCommand.RenewLicense;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;

/** What was agreed: terms in their order, what is paid for on each day of them, and whether they were cut short. */
@SuppressWarnings("NullAway.Init") // filled by the sale
final class Contract {

    private String licenseId;
    private String customerId;
    private String currency;
    private @Nullable LocalDate cancelledOn;
    private @Nullable Instant cancelledAt;

    /** With the moment it was agreed, in the order of the terms. */
    private final SequencedMap<Agreement, Instant> agreements = new LinkedHashMap<>();

    // By the first day it holds, because a renewal may be agreed while the running term still changes.
    private final TreeMap<LocalDate, String> plans = new TreeMap<>();
    private final TreeMap<LocalDate, Integer> seats = new TreeMap<>();
    private final TreeMap<LocalDate, Long> prices = new TreeMap<>();

    void sold(LicenseSold event) {
        licenseId = event.licenseId();
        customerId = event.customerId();
        currency = event.currency();
        var term = new Term(event.startsOn(), event.endsOn());
        agreed(
                new Agreement(event.plan(), event.seats(), event.pricePerSeatMinorUnits(), term, event.autoRenew()),
                event.occurredAt());
    }

    void renewed(LicenseRenewed event) {
        var term = new Term(event.startsOn(), event.endsOn());
        agreed(
                new Agreement(event.plan(), event.seats(), event.pricePerSeatMinorUnits(), term, event.autoRenew()),
                event.occurredAt());
    }

    private void agreed(Agreement agreement, Instant at) {
        LocalDate day = agreement.term().startsOn();
        agreements.put(agreement, at);
        plans.put(day, agreement.plan());
        seats.put(day, agreement.seats());
        prices.put(day, agreement.pricePerSeatMinorUnits());
    }

    void changed(SeatsChanged event) {
        seats.put(event.effectiveOn(), event.seats());
        prices.put(event.effectiveOn(), event.pricePerSeatMinorUnits());
    }

    void changed(PlanChanged event) {
        plans.put(event.effectiveOn(), event.plan());
        prices.put(event.effectiveOn(), event.pricePerSeatMinorUnits());
    }

    void cancelled(LicenseCancelled event) {
        cancelledOn = event.effectiveOn();
        cancelledAt = event.occurredAt();
    }

    String licenseId() {
        return licenseId;
    }

    String customerId() {
        return customerId;
    }

    String currency() {
        return currency;
    }

    /** First day without service, when it was cut short. */
    @Nullable LocalDate cancelledOn() {
        return cancelledOn;
    }

    boolean isCancelledBy(LocalDate day) {
        return cancelledOn != null && !day.isBefore(cancelledOn);
    }

    /** Whether the cancellation had been told at that moment. */
    boolean wasCancelledAt(Instant moment) {
        return cancelledAt != null && !cancelledAt.isAfter(moment);
    }

    boolean covers(LocalDate day) {
        return agreements.keySet().stream()
                .anyMatch(agreement -> agreement.term().covers(day));
    }

    boolean hasTermThatEndsOn(LocalDate day) {
        return agreements.keySet().stream()
                .anyMatch(agreement -> agreement.term().endsOn().equals(day));
    }

    /** Whether a term from that day on, or after it, had been agreed at that moment. */
    boolean wentOnAfter(LocalDate day, Instant moment) {
        return agreements.entrySet().stream()
                .filter(agreed -> !agreed.getKey().term().startsOn().isBefore(day))
                .anyMatch(agreed -> !agreed.getValue().isAfter(moment));
    }

    LocalDate startsOn() {
        return agreements.firstEntry().getKey().term().startsOn();
    }

    /** First day after the last term. */
    LocalDate endsOn() {
        return last().term().endsOn();
    }

    boolean renewsItself() {
        return last().autoRenew();
    }

    /** The term that follows the last one when it renews itself: as long, with what is in force on its last day. */
    LicenseRenewed continued(Instant at) {
        LocalDate lastDay = endsOn().minusDays(1);
        Term next = last().term().next(startsOn());
        return new LicenseRenewed(
                licenseId,
                customerId,
                plans.floorEntry(lastDay).getValue(),
                seats.floorEntry(lastDay).getValue(),
                prices.floorEntry(lastDay).getValue(),
                currency,
                next.startsOn(),
                next.endsOn(),
                true,
                at);
    }

    boolean hasAsLast(RenewLicense command) {
        return last().equals(new Agreement(
                        command.plan().value(),
                        command.seats().value(),
                        command.pricePerSeatMinorUnits().value(),
                        new Term(command.startsOn(), command.endsOn()),
                        command.autoRenew()))
                && command.currency().value().equals(currency);
    }

    private Agreement last() {
        return agreements.lastEntry().getKey();
    }

    /** Whether these seats are paid for at this price on a day of a term. */
    boolean has(Seats wanted, MinorUnits price, LocalDate day) {
        return seats.floorEntry(day).getValue() == wanted.value() && hasPrice(price, day);
    }

    /** Whether this plan is paid for at this price on a day of a term. */
    boolean has(String plan, MinorUnits price, LocalDate day) {
        return plans.floorEntry(day).getValue().equals(plan) && hasPrice(price, day);
    }

    private boolean hasPrice(MinorUnits price, LocalDate day) {
        return prices.floorEntry(day).getValue() == price.value();
    }

    /** The fewest seats that are agreed for a day of a term or any day after it. */
    int leastSeatsFrom(LocalDate day) {
        return Collections.min(seats.tailMap(seats.floorKey(day), true).values());
    }

    /** The next day for which seats are agreed on their own; {@link LocalDate#MAX} when there is none. */
    LocalDate nextSeatsAfter(LocalDate day) {
        var next = seats.higherKey(day);
        return next == null ? LocalDate.MAX : next;
    }

    /** Terms are in days of UTC. */
    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private record Agreement(String plan, int seats, long pricePerSeatMinorUnits, Term term, boolean autoRenew) {}
}
