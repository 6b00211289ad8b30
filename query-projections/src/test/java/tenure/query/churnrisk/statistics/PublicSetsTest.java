package tenure.query.churnrisk.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.query.churnrisk.statistics.CrmsimTable.day;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.statistics.learning.Learned.Accepted;
import tenure.query.churnrisk.statistics.learning.Learned.Reason;
import tenure.query.churnrisk.statistics.learning.Learned.Refused;
import tenure.query.churnrisk.statistics.learning.Learner;
import tenure.query.churnrisk.statistics.learning.LearningRules;
import tenure.query.churnrisk.statistics.learning.Scorer;
import tenure.query.churnrisk.statistics.measures.Auc;
import tenure.query.churnrisk.statistics.measures.Brier;

/** What is learned from data that nobody of this project made. */
class PublicSetsTest {

    private static final Learner LEARNER = new Learner(LearningRules.DEFAULT);

    /** At each month end a model is learned from the windows that were closed by then, and asked about the days to come. */
    @Test
    void aSignalIsFoundAmongTheSimulatedCustomersAndHoldsInTheMonthsThatFollow() {
        var table = new CrmsimTable();
        var seen = table.on(60, days("2022-01-31", 15, "2023-03-01"));
        var asked = new ArrayList<Observations>();
        var answers = new ArrayList<double[]>();
        Stream.iterate(YearMonth.of(2022, 3), month -> month.plusMonths(1))
                .limit(14)
                .map(month -> (int) month.atEndOfMonth().toEpochDay())
                .forEach(today -> {
                    if (LEARNER.learn(seen, today) instanceof Accepted learned) {
                        var rows = table.on(60, today);
                        asked.add(rows);
                        answers.add(probabilities(learned, rows));
                    }
                });
        var rows = Observations.joined(asked);
        var probabilities = answers.stream().flatMapToDouble(Arrays::stream).toArray();

        assertThat(answers).hasSizeGreaterThanOrEqualTo(5);
        assertThat(Auc.of(probabilities, rows.lost(), rows.customer())
                        .orElseThrow()
                        .value())
                .isGreaterThan(0.70);
        assertThat(Brier.of(probabilities, rows.lost()).beatsConstantRate()).isTrue();
    }

    /** New accounts are lost more often there, by the way dates were drawn; behaviour says nothing. */
    @Test
    void noSignalIsFoundInRavenstackAndBeingNewIsNotTakenForOne() {
        var table = new RavenstackTable();
        for (var horizon : new int[] {30, 60, 90}) {
            var learned = LEARNER.learn(table.on(horizon, days("2023-01-31", 30, "2024-12-01")), day("2024-12-31"));

            assertThat(learned)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_SIGNAL));
            assertThat(((Refused) learned).sentence()).startsWith("No signal was found: among customers of a like age");
        }
    }

    private static double[] probabilities(Accepted learned, Observations rows) {
        var names = rows.signals().stream().map(Signal::name).toList();
        var probabilities = new double[rows.rows()];
        new Scorer(learned.model(), names).probabilities(rows.values(), names.size(), rows.tenureDays(), probabilities);
        return probabilities;
    }

    private static int[] days(String first, int step, String last) {
        return IntStream.iterate(day(first), each -> each <= day(last), each -> each + step)
                .toArray();
    }
}
