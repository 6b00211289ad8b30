package tenure.query.churnrisk.model;

import tenure.query.churnrisk.statistics.learning.Scorer;

/**
 * What a model says of one day. It is written over by the next, so that none is made per day.
 *
 * <p>Health is counted in ten-thousandths of a point, risk in millionths of log-odds: whole numbers, so that what the parts
 * contribute is exactly the sum.
 */
public final class Score {

    /** Ten-thousandths of a point of health in all. */
    public static final int MOST = 1_000_000;

    /** Stands for "no signal had data". */
    public static final int NONE = -1;

    final long[] contributions;
    final long[] missed;
    int health = NONE;
    int logOdds;
    int band;
    int withData;

    Score(int parts) {
        contributions = new long[parts];
        missed = new long[parts];
    }

    /** 0 to {@link #MOST}; {@link #NONE} when no signal had data. */
    public int health() {
        return health;
    }

    /** Of loss within the horizon, in millionths. */
    public int logOdds() {
        return logOdds;
    }

    /** Of loss within the horizon; NaN without a health. */
    public double risk() {
        return health == NONE ? Double.NaN : Scorer.probability(logOdds);
    }

    /** Number of the band among those of the model. */
    public int band() {
        return band;
    }

    /** Signals of the model that had data. */
    public int withData() {
        return withData;
    }

    /**
     * What a part of the model keeps the health from, in ten-thousandths: from the best that it could add; of a learned
     * model, from what it adds for the average customer.
     */
    public long missed(int part) {
        return missed[part];
    }

    /** What a part of the model adds to the health, in ten-thousandths; all parts add up to it. */
    public long contribution(int part) {
        return contributions[part];
    }
}
