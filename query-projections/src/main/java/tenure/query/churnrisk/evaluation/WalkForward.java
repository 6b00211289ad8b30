package tenure.query.churnrisk.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tenure.query.churnrisk.evaluation.LearnedEvaluation.Month;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.statistics.Observations;
import tenure.query.churnrisk.statistics.learning.Learned;
import tenure.query.churnrisk.statistics.learning.Learner;
import tenure.query.churnrisk.statistics.learning.LearningRules;

/**
 * Models as an installation would have learned them: one at the end of every month, from the observations whose horizon was
 * over by then and from no others. Where nothing could be learned, the one of the month before goes on.
 *
 * @param models by the day from whose end on each speaks
 * @param months what came of each month
 */
record WalkForward(NavigableMap<Integer, RiskModel> models, List<Month> months) {

    static WalkForward over(Observations rows, YearMonth from, YearMonth to) {
        var learner = new Learner(LearningRules.DEFAULT);
        var models = new TreeMap<Integer, RiskModel>();
        var months = new ArrayList<Month>();
        Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(YearMonth::atEndOfMonth)
                .forEach(day -> months.add(at(day, learner.learn(rows, (int) day.toEpochDay()), models)));
        return new WalkForward(models, months);
    }

    private static Month at(LocalDate day, Learned learned, NavigableMap<Integer, RiskModel> models) {
        return switch (learned) {
            case Learned.Accepted(var model, var _, var form) -> {
                var name = "Learned up to " + day;
                models.put((int) day.toEpochDay(), DefaultModel.MODEL.learning(LearnAnswer.MODEL_ID, name, model));
                yield new Month(day, true, name + ": " + form + ".");
            }
            case Learned.Refused(var _, var sentence, var _) -> new Month(day, false, sentence);
        };
    }
}
