package tenure.query.churnrisk.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.churnrisk.statistics.Observations;

/** Gathers what was seen of customers on days, and how it went on, into observations. */
final class ObservedRows {

    private final int horizonDays;
    private final List<Row> rows = new ArrayList<>();

    ObservedRows(int horizonDays) {
        this.horizonDays = horizonDays;
    }

    /**
     * One of them.
     *
     * @param values     what the signals said
     * @param lostOn     the next first day without service; the greatest number for none
     * @param probability what a model said at the same time; NaN for nothing
     */
    record Row(int customer, int day, int ageDays, int lostOn, double[] values, double probability) {}

    void add(Row row) {
        rows.add(row);
    }

    void addAll(ObservedRows others) {
        rows.addAll(others.rows);
    }

    List<Row> rows() {
        return rows;
    }

    /** What the model said, in the order of the observations. */
    double[] probabilities() {
        return rows.stream().mapToDouble(Row::probability).toArray();
    }

    Observations observations() {
        int count = rows.size();
        int width = SignalCatalogue.size();
        var observed = new Observations(
                SignalCatalogue.columns(),
                horizonDays,
                rows.stream().mapToInt(Row::customer).toArray(),
                rows.stream().mapToInt(Row::day).toArray(),
                rows.stream().mapToInt(Row::ageDays).toArray(),
                new boolean[count],
                new int[count],
                new double[count * width]);
        for (int number = 0; number < count; number++) {
            var row = rows.get(number);
            observed.lost()[number] = row.lostOn - (long) row.day <= horizonDays;
            observed.closedOn()[number] = observed.lost()[number] ? row.lostOn : row.day + horizonDays;
            System.arraycopy(row.values, 0, observed.values(), number * width, width);
        }
        return observed;
    }

    /** By customer and day, so that it does not matter who was looked at first. */
    void sort() {
        var ordered = rows.toArray(Row[]::new);
        Arrays.sort(
                ordered,
                (one, other) -> one.customer == other.customer
                        ? Integer.compare(one.day, other.day)
                        : Integer.compare(one.customer, other.customer));
        rows.clear();
        rows.addAll(List.of(ordered));
    }
}
