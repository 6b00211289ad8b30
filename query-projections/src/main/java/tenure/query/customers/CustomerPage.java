package tenure.query.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Money;
import tenure.query.shared.Question;

/**
 * One customer on a day.
 *
 * @param position   the log up to here is in the figures
 * @param profile    what was told of it until the day
 * @param churn      why it left, when it is gone on the day
 * @param terms      every term that had been sold by the day, newest first
 * @param steps      how far it has come, from sale to renewal
 * @param departures every time that it left by the day, oldest first
 */
public record CustomerPage(
        LocalDate asOf,
        long position,
        CustomerRow customer,
        Map<String, String> profile,
        @Nullable Churn churn,
        List<Term> terms,
        List<LifeStep> steps,
        List<Departure> departures) {

    /** Days from the sale within which all but a renewal is meant to have happened. */
    private static final int IN_TIME = 90;

    /** The end of a customer. */
    public record Churn(LocalDate churnedOn, String reasonCode, String reasonText) {

        static Churn of(Departures.Told told) {
            return new Churn(LocalDate.ofEpochDay(told.day()), told.reasonCode(), told.reasonText());
        }
    }

    /**
     * A time without the customer.
     *
     * @param wonBackOn first day on which it was there again; null when it was not
     */
    public record Departure(Churn churn, @Nullable LocalDate wonBackOn) {

        static List<Departure> of(Departures departures, int day) {
            var found = new ArrayList<Departure>();
            for (var told : departures.until(day)) {
                if (told.left()) {
                    found.add(new Departure(Churn.of(told), null));
                } else if (!found.isEmpty() && found.getLast().wonBackOn() == null) {
                    found.add(new Departure(found.removeLast().churn(), LocalDate.ofEpochDay(told.day())));
                }
            }
            return found;
        }
    }

    /**
     * A step of a customer's life.
     *
     * @param reachedOn null when it has not been
     * @param dueOn     last day in time: 90 days after the sale; null for those that have no time
     */
    public record LifeStep(
            Stage stage,
            StepState state,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate dueOn) {

        static List<LifeStep> of(CustomerOnDay customer) {
            int soldOn = customer.stages().reachedOn(Stage.SOLD);
            return Arrays.stream(Stage.values())
                    .map(stage -> of(stage, customer, soldOn))
                    .toList();
        }

        private static LifeStep of(Stage stage, CustomerOnDay customer, int soldOn) {
            int reachedOn = customer.stages().reachedOn(stage);
            boolean timed = stage != Stage.SOLD && stage != Stage.RENEWAL && soldOn != Days.NEVER;
            int dueOn = timed ? soldOn + IN_TIME : Days.NEVER;
            return new LifeStep(
                    stage, state(stage, customer, reachedOn, dueOn), Days.date(reachedOn), Days.date(dueOn));
        }

        private static StepState state(Stage stage, CustomerOnDay customer, int reachedOn, int dueOn) {
            if (reachedOn != Days.NEVER) {
                return StepState.REACHED;
            }
            if (customer.isTotals() && (stage == Stage.INVITED || stage == Stage.TRAINED)) {
                return StepState.UNKNOWN;
            }
            return customer.day() > dueOn ? StepState.LATE : StepState.OPEN;
        }
    }

    /** Where a step stands. */
    public enum StepState {
        REACHED,
        OPEN,
        /** Not reached in time, nor since. */
        LATE,
        /** Not to be known, as long as no persons are. */
        UNKNOWN;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }

    /**
     * A term of a license.
     *
     * @param seats        seats on the day, or at the end of a past term
     * @param pricePerSeat per month
     * @param endsOn       first day after it, as sold
     * @param endedEarlyOn first day without service when it was cancelled before its end
     */
    public record Term(
            String licenseId,
            @Nullable String product,
            String plan,
            int seats,
            Money pricePerSeat,
            Money monthlyRevenue,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate endedEarlyOn,
            TermState state,
            boolean autoRenew) {}
}
