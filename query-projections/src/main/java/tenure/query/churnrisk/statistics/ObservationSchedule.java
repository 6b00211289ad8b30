package tenure.query.churnrisk.statistics;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On which days a customer is observed, and until which day a loss counts for each of them. */
public sealed interface ObservationSchedule {

    /** Observations of a customer that began on a day, up to and including the day until which the log tells. */
    List<Observed> of(LocalDate start, @Nullable LocalDate lostOn, LocalDate knownUntil);

    /**
     * On start + k × interval - lead, for k = 1, 2, 3 …; a loss counts up to the next observation. Months are counted from
     * the start, so that one on the 31st comes back to the 31st.
     */
    record BeforeEachTerm(Period interval, int leadDays) implements ObservationSchedule {
        /** Checks that it moves on. */
        public BeforeEachTerm {
            if (interval.isZero() || interval.isNegative()) {
                throw new IllegalArgumentException("The interval must be a day or more.");
            }
        }

        @Override
        public List<Observed> of(LocalDate start, @Nullable LocalDate lostOn, LocalDate knownUntil) {
            var observed = new ArrayList<Observed>();
            for (var term = 1; ; term++) {
                var day = start.plus(interval.multipliedBy(term)).minusDays(leadDays);
                if (day.isAfter(knownUntil) || isGone(day, lostOn)) {
                    return observed;
                }
                var next = start.plus(interval.multipliedBy(term + 1)).minusDays(leadDays);
                if (!day.isBefore(start)) {
                    observed.add(Observed.of(day, day, next, lostOn, knownUntil));
                }
            }
        }
    }

    /**
     * At the end of the last day of each month from the first to the last; a loss counts within so many days after it. Who
     * is lost on the day itself is no longer there to be observed.
     */
    record MonthEnds(YearMonth first, YearMonth last, int horizonDays) implements ObservationSchedule {
        @Override
        public List<Observed> of(LocalDate start, @Nullable LocalDate lostOn, LocalDate knownUntil) {
            var observed = new ArrayList<Observed>();
            for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                var day = month.atEndOfMonth();
                var from = day.plusDays(1);
                if (!day.isBefore(start) && !day.isAfter(knownUntil) && !isGone(from, lostOn)) {
                    observed.add(Observed.of(day, from, from.plusDays(horizonDays), lostOn, knownUntil));
                }
            }
            return observed;
        }
    }

    private static boolean isGone(LocalDate day, @Nullable LocalDate lostOn) {
        return lostOn != null && lostOn.isBefore(day);
    }

    /**
     * One observation. What is looked at ends with the day; a loss in {@code [from, to)} is what it is labelled by.
     *
     * @param lost     whether the customer was lost in it; only true if that is known
     * @param closedOn the first day on which that is known: the day of the loss, or the last day of the window
     * @param closed   whether the label is known at the end of the day until which the log tells
     */
    record Observed(LocalDate day, LocalDate from, LocalDate to, boolean lost, LocalDate closedOn, boolean closed) {

        static Observed of(
                LocalDate day, LocalDate from, LocalDate to, @Nullable LocalDate lostOn, LocalDate knownUntil) {
            if (lostOn != null && !lostOn.isBefore(from) && lostOn.isBefore(to) && !lostOn.isAfter(knownUntil)) {
                return new Observed(day, from, to, true, lostOn, true);
            }
            var closedOn = to.minusDays(1);
            return new Observed(day, from, to, false, closedOn, !closedOn.isAfter(knownUntil));
        }
    }
}
