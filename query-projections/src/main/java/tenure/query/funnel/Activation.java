package tenure.query.funnel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Durations.Times;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;

/**
 * How many get going, and how soon. Only closed cohorts count: those whose {@code days} were over on the day of the
 * question. Source: definitions.md §3.2.
 *
 * @param position  the log up to here is in the figures
 * @param from      first day of the cohort, on which people were invited or a first term began; null: no bound
 * @param to        first day that does not belong to it any more; null: no bound
 * @param days      days within which somebody must be active
 * @param threshold share of the seats, in percent, that must be active for an account to be
 * @param people    people activated within the days of their invitation ÷ people invited
 * @param openPeople people who were invited too recently to count
 * @param accounts  accounts of which, within the days of the beginning of their first term, at least the threshold of
 *                  their seats of the last of these days were activated ÷ accounts
 * @param openAccounts accounts that are too young to count
 * @param clocks    how long it took the people from their invitation, and the accounts from the beginning of their first
 *                  term
 */
public record Activation(
        LocalDate asOf,
        long position,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int days,
        int threshold,
        Rate people,
        Figure openPeople,
        Rate accounts,
        Figure openAccounts,
        List<Cohort> clocks) {

    /**
     * The clocks of a cohort. They are kept apart, as logging on is not being activated, nor being trained, nor of value.
     *
     * @param unit      users or accounts; an account is where the first of its people is
     * @param month     month of entry; null: the whole cohort
     * @param loggedOn  first log-on or use of a feature
     * @param activated first activation
     * @param trained   last required course completed
     * @param value     first use of a feature of value: the time to value
     */
    public record Cohort(
            FunnelQuestion.Unit unit,
            @Nullable String month,
            long entered,
            Clock loggedOn,
            Clock activated,
            Clock trained,
            Clock value) {}

    /**
     * One clock.
     *
     * @param reached     units that were there on the day of the question
     * @param notYet      units that were not
     * @param shareNotYet notYet ÷ both, to four places; null when there is nobody
     * @param times       of those who were there; null when nobody was
     */
    public record Clock(
            long reached,
            long notYet,
            @Nullable BigDecimal shareNotYet,
            @Nullable Times times) {}
}
