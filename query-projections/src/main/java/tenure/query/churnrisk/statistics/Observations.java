package tenure.query.churnrisk.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Customers as they were seen on days, and whether they were lost within the horizon after it. Days count from 1970-01-01.
 *
 * @param signals     the columns
 * @param horizonDays a row looks so many days ahead
 * @param customer    of each row, any number that names the customer
 * @param day         of each row, the day at whose end the customer was seen
 * @param tenureDays  of each row, the age of the customer's contract on the day
 * @param lost        of each row, whether the customer was lost within the horizon
 * @param closedOn    of each row, the first day on which that was known: the day of the loss, or the end of the horizon
 * @param values      row by row, one number per signal; NaN where there is no data
 */
public record Observations(
        List<Signal> signals,
        int horizonDays,
        int[] customer,
        int[] day,
        int[] tenureDays,
        boolean[] lost,
        int[] closedOn,
        double[] values) {

    /** Checks that the arrays fit together. */
    public Observations {
        signals = List.copyOf(signals);
        var rows = customer.length;
        if (day.length != rows || tenureDays.length != rows || lost.length != rows || closedOn.length != rows) {
            throw new IllegalArgumentException(
                    "Each row has a customer, a day, a tenure, a label and a day of its label.");
        }
        if (values.length != (long) rows * signals.size()) {
            throw new IllegalArgumentException("Each row has one value per signal.");
        }
        for (var value : values) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("A value is a number, or NaN where there is no data.");
            }
        }
    }

    /** How many there are. */
    public int rows() {
        return customer.length;
    }

    /** What a signal said in a row; NaN where there is no data. */
    public double value(int row, int signal) {
        return values[row * signals.size() + signal];
    }

    /**
     * The rows that may be learned from at the end of a day: those whose whole horizon is over. That a loss is known before
     * is no reason to let it in before: there would be days of which only the lost customers are seen.
     */
    public Observations closedBy(int today) {
        return where(row -> day[row] + horizonDays <= today && closedOn[row] <= today);
    }

    /** Refuses what {@link #closedBy} would have left out. */
    public void requireClosedBy(int today) {
        for (var row = 0; row < rows(); row++) {
            if (day[row] + horizonDays > today || closedOn[row] > today) {
                throw new IllegalArgumentException(
                        "Row %d is known on day %d, which day %d cannot know; it must not be learned from."
                                .formatted(row, Math.max(closedOn[row], day[row] + horizonDays), today));
            }
        }
    }

    /** The rows that are wanted, in their order. */
    public Observations where(IntPredicate wanted) {
        return rows(IntStream.range(0, rows()).filter(wanted).toArray());
    }

    /** The same rows by day, then by customer, so that what is computed does not depend on the order they came in. */
    public Observations inOrder() {
        var order = new ArrayList<Integer>(rows());
        for (var row = 0; row < rows(); row++) {
            order.add(row);
        }
        order.sort(Comparator.<Integer>comparingInt(row -> day[row]).thenComparingInt(row -> customer[row]));
        return rows(order.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The rows of these numbers, in this order. */
    public Observations rows(int... chosen) {
        var width = signals.size();
        var count = chosen.length;
        var kept = new Observations(
                signals,
                horizonDays,
                new int[count],
                new int[count],
                new int[count],
                new boolean[count],
                new int[count],
                new double[count * width]);
        for (var index = 0; index < count; index++) {
            var row = chosen[index];
            kept.customer[index] = customer[row];
            kept.day[index] = day[row];
            kept.tenureDays[index] = tenureDays[row];
            kept.lost[index] = lost[row];
            kept.closedOn[index] = closedOn[row];
            System.arraycopy(values, row * width, kept.values, index * width, width);
        }
        return kept;
    }

    /** The rows of all parts, one part after the other; at least one part. */
    public static Observations joined(List<Observations> parts) {
        return new Observations(
                parts.getFirst().signals,
                parts.getFirst().horizonDays,
                ints(parts, Observations::customer),
                ints(parts, Observations::day),
                ints(parts, Observations::tenureDays),
                lost(parts),
                ints(parts, Observations::closedOn),
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.values))
                        .toArray());
    }

    private static int[] ints(List<Observations> parts, Function<Observations, int[]> numbers) {
        return parts.stream().map(numbers).flatMapToInt(Arrays::stream).toArray();
    }

    private static boolean[] lost(List<Observations> parts) {
        var lost = new boolean[parts.stream().mapToInt(Observations::rows).sum()];
        var from = 0;
        for (var part : parts) {
            System.arraycopy(part.lost, 0, lost, from, part.rows());
            from += part.rows();
        }
        return lost;
    }

    /** All that a signal said. */
    public double[] column(int signal) {
        var column = new double[rows()];
        Arrays.setAll(column, row -> value(row, signal));
        return column;
    }

    /** How many different customers there are. */
    public int customers() {
        return (int) Arrays.stream(customer).distinct().count();
    }

    /** How many different customers were lost. */
    public int lostCustomers() {
        return (int) IntStream.range(0, rows())
                .filter(row -> lost[row])
                .map(row -> customer[row])
                .distinct()
                .count();
    }

    /** How many rows end in a loss. */
    public int lostRows() {
        return (int) IntStream.range(0, rows()).filter(row -> lost[row]).count();
    }
}
