package tenure.query.churnrisk.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers observations, row by row. */
public final class Table {

    private final List<Signal> signals;
    private final int horizonDays;
    private final List<int[]> keys = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    public Table(int horizonDays, Signal... signals) {
        this.horizonDays = horizonDays;
        this.signals = List.of(signals);
    }

    /** A row; a customer that is never lost is lost on {@link Integer#MAX_VALUE}. */
    public Table add(int customer, int day, int tenureDays, int lostOn, double... row) {
        var lost = lostOn > day && lostOn - (long) day <= horizonDays;
        keys.add(new int[] {customer, day, tenureDays, lost ? 1 : 0, lost ? lostOn : day + horizonDays});
        values.add(row);
        return this;
    }

    public Observations observations() {
        var lost = new boolean[keys.size()];
        for (var row = 0; row < lost.length; row++) {
            lost[row] = keys.get(row)[3] == 1;
        }
        return new Observations(
                signals,
                horizonDays,
                ints(0),
                ints(1),
                ints(2),
                lost,
                ints(4),
                values.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    private int[] ints(int index) {
        return keys.stream().mapToInt(key -> key[index]).toArray();
    }
}
