package tenure.query.churnrisk.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.CrmsimLives;
import tenure.query.churnrisk.evaluation.Replay.Span;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.statistics.learning.Learned;
import tenure.query.churnrisk.statistics.learning.Learner;
import tenure.query.churnrisk.statistics.learning.LearningRules;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.life.Life;

/** Customers that nobody of this project made; the models as they ship. */
class CrmsimIsRankedTest {

    private static final int TODAY = (int) LocalDate.of(2023, 6, 30).toEpochDay();
    private static final Span SPAN = new Span(YearMonth.of(2022, 3), YearMonth.of(2023, 4), 60, TODAY, 1_000);

    private static Replay replayed(List<Life> lives) {
        return replayed(lives, Speaker.always(DefaultModel.MODEL));
    }

    private static Replay replayed(List<Life> lives, Speaker speaker) {
        var replay = new Replay(new RiskDefinitions(new Life(Life.DEFINITIONS, 0, List.of())), SPAN, List.of(speaker));
        CrmsimLives.all().forEach(life -> replay.number(life, numbered -> {}));
        lives.forEach(replay::take);
        return replay;
    }

    @Test
    void byTheBuiltInModelBetterThanByChance() {
        var quality = Quality.of(replayed(CrmsimLives.all()).of(0), SPAN, 3);

        assertThat(quality.rows()).isEqualTo(3_668);
        assertThat(quality.lostRows()).isEqualTo(198);
        assertThat(quality.auc().value()).isGreaterThanOrEqualTo(0.65);
        assertThat(quality.lift()).isGreaterThan(1.5);
        assertThat(quality.verdict()).startsWith("It ranks losses better than chance");
        assertThat(quality.leadTime().points()).hasSize(8);
    }

    @Test
    void byTheLearnedModelWithProbabilitiesThatSayMoreThanTheRate() {
        var rows = replayed(CrmsimLives.all()).of(0).rows.observations();

        var learned = new Learner(LearningRules.DEFAULT).learn(rows, TODAY);

        assertThat(learned).isInstanceOfSatisfying(Learned.Accepted.class, accepted -> {
            assertThat(accepted.evidence().auc().value()).isGreaterThanOrEqualTo(0.70);
            assertThat(accepted.evidence().brier().beatsConstantRate()).isTrue();
        });
    }

    /** At each month end a model is learned from the windows that were closed by then, and speaks until the next. */
    @Test
    void byModelsThatNeverSawWhatTheyAreMeasuredBy() {
        var lives = CrmsimLives.all();
        var rows = replayed(lives).of(0).rows.observations();

        var walk = WalkForward.over(rows, SPAN.from(), SPAN.to());
        var quality = Quality.of(replayed(lives, Speaker.from(walk.models())).of(0), SPAN, 3);

        assertThat(walk.months()).hasSize(14);
        assertThat(quality.auc().value()).isGreaterThanOrEqualTo(0.70);
        assertThat(quality.brier().beatsConstantRate()).isTrue();
    }

    @Test
    void theSameInWhateverOrderTheyAreTakenIn() {
        var shuffled = new ArrayList<>(CrmsimLives.all());
        Collections.shuffle(shuffled, new Random(1));
        assertThat(Quality.of(replayed(shuffled).of(0), SPAN, 3))
                .isEqualTo(Quality.of(replayed(CrmsimLives.all()).of(0), SPAN, 3));
    }

    @Test
    void isNotBetterThanChanceWhenTheLossesAreDealtOutByLot() {
        var lives = CrmsimLives.all();
        var rows = replayed(lives).of(0).rows.observations();
        var order = new ArrayList<Integer>();
        for (int row = 0; row < rows.rows(); row++) {
            order.add(row);
        }
        Collections.shuffle(order, new Random(3));
        var lost = rows.lost().clone();
        var closedOn = rows.closedOn().clone();
        for (int row = 0; row < rows.rows(); row++) {
            rows.lost()[row] = lost[order.get(row)];
            rows.closedOn()[row] = rows.day()[row] + Math.max(1, closedOn[order.get(row)] - rows.day()[order.get(row)]);
        }
        assertThat(new Learner(LearningRules.DEFAULT).learn(rows, TODAY)).isInstanceOf(Learned.Refused.class);
    }
}
