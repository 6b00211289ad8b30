package tenure.query.churnrisk.model;

import java.util.List;
import tenure.query.churnrisk.signals.SignalCatalogue;

/** A model made ready to be applied to the signals of a day, in the order of the catalogue. */
public abstract sealed class Scoring permits WeightedScoring, LearnedScoring {

    /** Log-odds at health 0, and what the whole of the health takes from them, in millionths. */
    static final int LOG_ODDS_AT_ZERO = -500_000;

    static final int LOG_ODDS_PER_HEALTH = 5;

    private final RiskModel model;
    private final List<String> parts;
    private final int[] bandFrom;
    private final int[] capOf;
    private final double[] capAt;
    private final int[] capBand;

    Scoring(RiskModel model, List<String> parts) {
        this.model = model;
        this.parts = List.copyOf(parts);
        bandFrom = model.bands().stream()
                .mapToInt(band -> band.from() * (Score.MOST / 100))
                .toArray();
        capOf = model.caps().stream()
                .mapToInt(cap -> SignalCatalogue.number(cap.signal()))
                .toArray();
        capAt = model.caps().stream()
                .mapToDouble(cap -> cap.atOrBelow().doubleValue())
                .toArray();
        var names = model.bands().stream().map(RiskModel.Band::band).toList();
        capBand =
                model.caps().stream().mapToInt(cap -> names.indexOf(cap.band())).toArray();
    }

    /** Of a model. */
    public static Scoring of(RiskModel model) {
        return model.learned() == null ? new WeightedScoring(model) : new LearnedScoring(model, model.learned());
    }

    /** The model. */
    public final RiskModel model() {
        return model;
    }

    /** What the health is put together from: signals of the catalogue, and of a learned model age, base and bounds. */
    public final List<String> parts() {
        return parts;
    }

    /** One to be written to. */
    public final Score score() {
        return new Score(parts.size());
    }

    /**
     * Scores a day.
     *
     * @param values what the signals of the catalogue say; NaN where there is no data
     * @param age    of the contract, in days
     */
    public final void score(double[] values, int age, Score into) {
        compute(values, age, into);
        into.band = into.health == Score.NONE ? 0 : band(values, into.health);
    }

    abstract void compute(double[] values, int age, Score into);

    private int band(double[] values, int health) {
        int band = bandFrom.length - 1;
        while (band > 0 && health < bandFrom[band]) {
            band--;
        }
        for (int cap = 0; cap < capOf.length; cap++) {
            if (capOf[cap] >= 0 && values[capOf[cap]] <= capAt[cap]) {
                band = Math.min(band, capBand[cap]);
            }
        }
        return band;
    }
}
