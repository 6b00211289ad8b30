package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A customer of the demo, as it was sold.
 *
 * @param people   how many are to use the product
 * @param months   of a term
 * @param signedOn first day of the first term
 * @param until    first day of which nothing is told
 * @param dice     its own
 */
record Account(
        String id,
        String name,
        String industry,
        String region,
        String owner,
        int people,
        int seats,
        String plan,
        int months,
        LocalDate signedOn,
        LocalDate until,
        Dice dice) {

    static final List<String> OWNERS = List.of("csm-1", "csm-2", "csm-3", "csm-4", "csm-5");
    static final String STANDARD = "Standard";
    static final String PREMIUM = "Premium";

    /** Days since it signed, on the day. */
    int age(LocalDate day) {
        return (int) (day.toEpochDay() - signedOn.toEpochDay());
    }

    /** Days from the day to the end of the demo. */
    int left(LocalDate day) {
        return (int) (until.toEpochDay() - day.toEpochDay());
    }

    LocalDate day(int age) {
        return signedOn.plusDays(age);
    }

    /** So many days before the end of the demo. */
    LocalDate ago(int days) {
        return until.minusDays(days);
    }

    static long priceMinorUnits(String plan) {
        return plan.equals(PREMIUM) ? 5_900 : 3_900;
    }
}
