package tenure.query.churnrisk.sweep;

import java.util.List;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/**
 * From when to when a life has something to say.
 *
 * @param firstDay on which the customer is one
 * @param heard    the day of the first event
 * @param about    the first day that any event tells of
 */
public record LifeSpan(int firstDay, int heard, int about) {

    /** Days without any event after which nothing moves any more. */
    static final int STANDS_STILL_AFTER = 400;

    /** More than a century is a mistake in the data, and would take long to sweep. */
    private static final int MOST_DAYS = 40_000;

    /** What lies further before the first event is a mistake as well. */
    private static final int LONGEST_BEFORE = 3_650;

    /** The span of events, one at least, in the order in which they happened. */
    static LifeSpan of(List<LifeEvent> events) {
        int heard = SweepDays.of(events.getFirst().occurredAt());
        int began = Integer.MAX_VALUE;
        int about = heard;
        for (var event : events) {
            began = Math.min(began, beganOn(event.event()));
            if (event.event() instanceof UsageDayReported report) {
                about = Math.min(about, SweepDays.of(report.day()));
            }
        }
        return new LifeSpan(began == Integer.MAX_VALUE ? heard : Math.max(began, heard - LONGEST_BEFORE), heard, about);
    }

    /** The day to begin with when a day is asked about. */
    int origin(int toDay) {
        return Math.max(
                Math.min(Math.min(firstDay, heard), about), Math.max(heard - LONGEST_BEFORE, toDay - MOST_DAYS));
    }

    /** The day after which nothing moves any more unless something further is told; less than any when nothing was told. */
    public static int lastDay(Life life) {
        int last = Integer.MIN_VALUE;
        int first = Integer.MAX_VALUE;
        for (var event : life.events()) {
            int heard = SweepDays.of(event.occurredAt());
            first = Math.min(first, heard);
            last = Math.max(last, Math.max(heard, agreedUntil(event.event())));
        }
        return first == Integer.MAX_VALUE ? last : Math.min(last + STANDS_STILL_AFTER + 1, first + MOST_DAYS);
    }

    private static int agreedUntil(Object event) {
        return switch (event) {
            case LicenseSold sold -> SweepDays.of(sold.endsOn());
            case LicenseRenewed renewed -> SweepDays.of(renewed.endsOn());
            case SeatsChanged changed -> SweepDays.of(changed.effectiveOn());
            case PlanChanged changed -> SweepDays.of(changed.effectiveOn());
            case CustomerChurned churned -> SweepDays.of(churned.churnedOn());
            case CustomerWonBack back -> SweepDays.of(back.wonBackOn());
            case UsageDayReported report -> SweepDays.of(report.day());
            default -> Integer.MIN_VALUE;
        };
    }

    /** The day from which on a customer is one. */
    private static int beganOn(Object event) {
        return switch (event) {
            case CustomerRegistered registered -> SweepDays.of(registered.registeredOn());
            case LicenseSold sold -> SweepDays.of(sold.startsOn());
            default -> Integer.MAX_VALUE;
        };
    }
}
