package tenure.query.churnrisk.statistics.learning;

/** A {@link Curve} in arrays. */
final class CompiledCurve {

    private final double[] at;
    private final long[] micros;
    private final double[] slope;

    CompiledCurve(Curve curve) {
        at = curve.bends().stream().mapToDouble(Curve.Bend::at).toArray();
        micros = curve.bends().stream().mapToLong(Curve.Bend::microLogOdds).toArray();
        slope = new double[at.length];
        for (var bend = 0; bend + 1 < at.length && !curve.stepped(); bend++) {
            slope[bend] = (micros[bend + 1] - micros[bend]) / (at[bend + 1] - at[bend]);
        }
    }

    /** Counts the bends that are passed, without a branch: there are few, and which of them cannot be foreseen. */
    long at(double x) {
        var passed = 0;
        for (var bend : at) {
            passed += bend <= x ? 1 : 0;
        }
        if (passed == 0) {
            return at.length == 0 ? 0 : micros[0];
        }
        var last = passed - 1;
        return slope[last] == 0 ? micros[last] : micros[last] + (long) Math.rint(slope[last] * (x - at[last]));
    }
}
