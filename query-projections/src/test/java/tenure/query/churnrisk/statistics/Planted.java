package tenure.query.churnrisk.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Made-up customers that come and go over two years, seen every month. Each has four signals: one that lowers the hazard by
 * so much per standard deviation, a noisy copy of it, one that says nothing, and one that says nothing and is often missing.
 */
public final class Planted {

    public static final int HORIZON_DAYS = 60;
    public static final int END = 730;
    private static final double DAILY_HAZARD = 0.0012;

    private final SplittableRandom random;
    private double strength;
    private double lossOfTheNew;
    private int customers = 300;

    public Planted(long seed) {
        random = new SplittableRandom(seed);
    }

    /** How much the log of the hazard falls with each standard deviation of the first signal. */
    public Planted strength(double each) {
        strength = each;
        return this;
    }

    /** How much the log of the hazard is above the usual at the beginning; it wears off within months. */
    public Planted lossOfTheNew(double above) {
        lossOfTheNew = above;
        return this;
    }

    public Planted customers(int count) {
        customers = count;
        return this;
    }

    public Observations observations() {
        var table = new Table(
                HORIZON_DAYS,
                new Signal("use", Direction.MORE_IS_SAFER),
                new Signal("use-again", Direction.MORE_IS_SAFER),
                new Signal("nothing", Direction.MORE_IS_RISKIER),
                new Signal("seldom", Direction.FREE));
        for (var customer = 0; customer < customers; customer++) {
            live(table, customer);
        }
        return table.observations();
    }

    private void live(Table table, int customer) {
        var start = random.nextInt(-200, END - 90);
        var usual = random.nextGaussian();
        var nothing = random.nextGaussian();
        var use = usual;
        var seen = new double[END / 30 + 1][];
        var lostOn = Integer.MAX_VALUE;
        for (var day = Math.max(start, 0); day < END && day < lostOn; day++) {
            if (day % 30 == 0) {
                use = 0.8 * use + 0.6 * (0.5 * usual + 0.9 * random.nextGaussian());
                seen[day / 30] = new double[] {
                    use,
                    use + 0.5 * random.nextGaussian(),
                    nothing + random.nextGaussian(),
                    random.nextInt(3) == 0 ? random.nextGaussian() : Double.NaN
                };
            }
            var hazard = DAILY_HAZARD * Math.exp(-strength * use + lossOfTheNew * Math.exp(-(day - start) / 120.0));
            if (random.nextDouble() < hazard) {
                lostOn = day + 1;
            }
        }
        for (var month = 0; month < seen.length; month++) {
            var day = month * 30;
            if (seen[month] != null && day < lostOn) {
                table.add(customer, day, day - start, lostOn, seen[month]);
            }
        }
    }

    /** The same rows with further columns that are the same in every row. */
    public static Observations with(Observations rows, double... further) {
        var signals = new ArrayList<>(rows.signals());
        var width = signals.size();
        for (var index = 0; index < further.length; index++) {
            signals.add(new Signal("further-" + index, Direction.MORE_IS_SAFER));
        }
        var values = new double[rows.rows() * signals.size()];
        for (var row = 0; row < rows.rows(); row++) {
            System.arraycopy(rows.values(), row * width, values, row * signals.size(), width);
            System.arraycopy(further, 0, values, row * signals.size() + width, further.length);
        }
        return new Observations(
                signals,
                rows.horizonDays(),
                rows.customer(),
                rows.day(),
                rows.tenureDays(),
                rows.lost(),
                rows.closedOn(),
                values);
    }

    /** The same rows the other way round. */
    public static Observations reversed(Observations rows) {
        var order = new int[rows.rows()];
        Arrays.setAll(order, index -> rows.rows() - 1 - index);
        return rows.rows(order);
    }
}
