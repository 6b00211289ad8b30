package tenure.query.funnel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tenure.query.life.LifeEvent;

/** What was agreed with one customer, in the order of the log. Days are told since 1970; what is agreed later is left out. */
final class Contracts {

    /** No day, and no number of seats. */
    static final int NONE = Integer.MAX_VALUE;

    private enum Kind {
        TERM,
        CHANGE,
        END
    }

    /** A term, a change or an end of a licence; what it does not say is {@link #NONE} or null. */
    private record Agreed(
            long at,
            long position,
            String licenseId,
            Kind kind,
            int startsOn,
            int endsOn,
            int seats,
            @Nullable String plan) {}

    private final List<Agreed> agreed = new ArrayList<>(2);

    /** Takes what an event agrees, if anything. */
    void add(LifeEvent event) {
        switch (event.event()) {
            case LicenseSold sold ->
                add(event, sold.licenseId(), Kind.TERM, sold.startsOn(), sold.endsOn(), sold.seats(), sold.plan());
            case LicenseRenewed renewed ->
                add(
                        event,
                        renewed.licenseId(),
                        Kind.TERM,
                        renewed.startsOn(),
                        renewed.endsOn(),
                        renewed.seats(),
                        renewed.plan());
            case SeatsChanged changed ->
                add(event, changed.licenseId(), Kind.CHANGE, changed.effectiveOn(), null, changed.seats(), null);
            case PlanChanged changed ->
                add(event, changed.licenseId(), Kind.CHANGE, changed.effectiveOn(), null, NONE, changed.plan());
            case LicenseCancelled cancelled ->
                add(event, cancelled.licenseId(), Kind.END, cancelled.effectiveOn(), null, NONE, null);
            default -> {
                // Nothing is agreed.
            }
        }
    }

    private void add(
            LifeEvent event,
            String licenseId,
            Kind kind,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            int seats,
            @Nullable String plan) {
        agreed.add(new Agreed(
                Micros.of(event.occurredAt()),
                event.position(),
                licenseId,
                kind,
                day(startsOn),
                endsOn == null ? NONE : day(endsOn),
                seats,
                plan == null ? null : plan.intern()));
    }

    private static int day(LocalDate day) {
        return (int) day.toEpochDay();
    }

    /**
     * The first day of the first term; {@link #NONE} when nothing was sold.
     *
     * @param end first moment that does not count; so it is everywhere here
     */
    int startsOn(long end) {
        int first = NONE;
        for (var fact : agreed) {
            if (fact.kind() == Kind.TERM && fact.at() < end) {
                first = Math.min(first, fact.startsOn());
            }
        }
        return first;
    }

    /** The month in which the first term begins; null when nothing was sold. */
    @Nullable YearMonth cohort(long end) {
        var startsOn = startsOn(end);
        return startsOn == NONE ? null : YearMonth.from(LocalDate.ofEpochDay(startsOn));
    }

    /** Seats under contract on a day, over all licences. */
    long seatsOn(int day, long end) {
        long seats = 0;
        for (int i = 0; i < agreed.size(); i++) {
            if (isInForce(i, day, end)) {
                var change = lastChange(agreed.get(i), day, end, false);
                seats += (change == null ? agreed.get(i) : change).seats();
            }
        }
        return seats;
    }

    /** The plans in force on a day, in alphabetical order; null when there is none. */
    @Nullable String planOn(int day, long end) {
        String only = null;
        TreeSet<String> several = null;
        for (int i = 0; i < agreed.size(); i++) {
            if (isInForce(i, day, end)) {
                var change = lastChange(agreed.get(i), day, end, true);
                var plan = (change == null ? agreed.get(i) : change).plan();
                if (only != null && plan != null && !only.equals(plan)) {
                    several = several == null ? new TreeSet<>(List.of(only)) : several;
                    several.add(plan);
                }
                only = only == null ? plan : only;
            }
        }
        return several == null ? only : String.join(", ", several);
    }

    /** Whether it is a term that covers the day, not replaced by another one of the same beginning, nor cut short. */
    private boolean isInForce(int index, int day, long end) {
        var term = agreed.get(index);
        if (term.kind() != Kind.TERM || term.at() >= end || term.startsOn() > day || term.endsOn() <= day) {
            return false;
        }
        int endsOn = NONE;
        for (int i = 0; i < agreed.size(); i++) {
            var other = agreed.get(i);
            if (other.at() < end && other.licenseId().equals(term.licenseId())) {
                if (i > index && other.kind() == Kind.TERM && other.startsOn() == term.startsOn()) {
                    return false;
                }
                endsOn = other.kind() == Kind.END ? other.startsOn() : endsOn;
            }
        }
        return endsOn > day;
    }

    private @Nullable Agreed lastChange(Agreed term, int day, long end, boolean ofPlan) {
        Agreed last = null;
        for (var fact : agreed) {
            if (fact.kind() == Kind.CHANGE
                    && fact.at() < end
                    && (ofPlan ? fact.plan() != null : fact.seats() != NONE)
                    && fact.startsOn() >= term.startsOn()
                    && fact.startsOn() <= day
                    && (last == null || fact.startsOn() >= last.startsOn())
                    && fact.licenseId().equals(term.licenseId())) {
                last = fact;
            }
        }
        return last;
    }

    /** The events that say so, oldest first. */
    List<Long> positions(long end) {
        return agreed.stream()
                .filter(fact -> fact.at() < end)
                .map(Agreed::position)
                .toList();
    }
}
