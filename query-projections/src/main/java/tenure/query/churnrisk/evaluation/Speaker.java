package tenure.query.churnrisk.evaluation;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.model.Score;
import tenure.query.churnrisk.model.Scoring;

/** Which model speaks on a day: one throughout; or, of several, the one that began last. Before the first none does. */
final class Speaker {

    private final NavigableMap<Integer, RiskModel> models;

    private Speaker(NavigableMap<Integer, RiskModel> models) {
        this.models = models;
    }

    static Speaker always(RiskModel model) {
        return new Speaker(new TreeMap<>(Collections.singletonMap(Integer.MIN_VALUE, model)));
    }

    /** By the day from whose end on each speaks; at least one. */
    static Speaker from(NavigableMap<Integer, RiskModel> models) {
        return new Speaker(models);
    }

    /** The model whose thresholds hold for all. */
    RiskModel first() {
        return models.firstEntry().getValue();
    }

    /** What is said of one customer. */
    Voice voice() {
        return new Voice();
    }

    /** Says of one customer after the other day, in their order. */
    final class Voice {
        private int since;
        private Scoring scoring = Scoring.of(first());
        private Score score = scoring.score();

        private Voice() {
            since = models.firstKey();
        }

        boolean speaksOn(int day) {
            return day >= models.firstKey();
        }

        void hear(int day, double[] values, int age) {
            int began = models.floorKey(day) == null ? models.firstKey() : models.floorKey(day);
            if (began != since) {
                since = began;
                scoring = Scoring.of(models.floorEntry(day).getValue());
                score = scoring.score();
            }
            scoring.score(values, age, score);
        }

        Score said() {
            return score;
        }

        String band() {
            return scoring.model().bands().get(score.band()).band();
        }
    }
}
