package tenure.query.churnrisk.statistics.learning;

import java.util.List;

/** Applies a model to rows of numbers, without making objects on the way. */
public final class Scorer {

    static final double MICROS = 1_000_000;

    private final long base;
    private final CompiledCurve age;
    private final CompiledCurve[] curves;
    private final long[] whenMissing;
    private final int[] column;

    /** The rows will have these columns. A signal of the model that has no column is missing in every row. */
    public Scorer(LearnedModel model, List<String> columns) {
        base = model.baseMicroLogOdds();
        age = new CompiledCurve(model.age());
        var signals = model.signals();
        curves = new CompiledCurve[signals.size()];
        whenMissing = new long[curves.length];
        column = new int[curves.length];
        for (var signal = 0; signal < curves.length; signal++) {
            curves[signal] = new CompiledCurve(signals.get(signal).curve());
            whenMissing[signal] = signals.get(signal).whenMissingMicroLogOdds();
            column[signal] = columns.indexOf(signals.get(signal).signal());
        }
    }

    /** The sum of all parts. The row begins at the offset. */
    public long microLogOdds(double[] values, int offset, int tenureDays) {
        var sum = base + age.at(tenureDays);
        for (var signal = 0; signal < curves.length; signal++) {
            sum += part(signal, values, offset);
        }
        return sum;
    }

    /**
     * What each signal of the model adds, in the order of the model; then what the age adds; then the base. Together they
     * are exactly {@link #microLogOdds}.
     *
     * @param into takes two more than the model has signals
     */
    public void contributions(double[] values, int offset, int tenureDays, long[] into) {
        for (var signal = 0; signal < curves.length; signal++) {
            into[signal] = part(signal, values, offset);
        }
        into[curves.length] = age.at(tenureDays);
        into[curves.length + 1] = base;
    }

    /** The probability of each of the rows, which lie one after the other. */
    public void probabilities(double[] values, int width, int[] tenureDays, double[] into) {
        for (var row = 0; row < tenureDays.length; row++) {
            into[row] = probability(microLogOdds(values, row * width, tenureDays[row]));
        }
    }

    /** Of log-odds in millionths; the same to the last digit on every machine. */
    public static double probability(long microLogOdds) {
        return 1 / (1 + StrictMath.exp(-microLogOdds / MICROS));
    }

    private long part(int signal, double[] values, int offset) {
        var from = column[signal];
        var value = from < 0 ? Double.NaN : values[offset + from];
        return Double.isNaN(value) ? whenMissing[signal] : curves[signal].at(value);
    }
}
