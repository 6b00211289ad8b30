package tenure.benchmark.read;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Draws what questions are about, the same for the same seed. */
final class Choice {

    private static final int DAYS_OF_LATE = 30;

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<String> customers;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * Draws from what a log holds.
     *
     * @param first day on which something happened
     * @param last  likewise
     */
    Choice(List<String> customers, LocalDate first, LocalDate last) {
        this.customers = customers;
        this.first = first;
        this.last = last;
    }

    String customer() {
        return customers.get(random.nextInt(customers.size()));
    }

    String of(String... words) {
        return words[random.nextInt(words.length)];
    }

    int number(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** The first day of some month in which customers came. */
    LocalDate month() {
        return pastDay().withDayOfMonth(1);
    }

    LocalDate pastDay() {
        return LocalDate.ofEpochDay(random.nextLong(first.toEpochDay(), last.toEpochDay()));
    }

    /** One of the last thirty days, so that no answer of before serves. */
    LocalDate dayOfLate() {
        return last.minusDays(random.nextInt(DAYS_OF_LATE));
    }

    LocalDate lastDay() {
        return last;
    }
}
