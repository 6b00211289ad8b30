package tenure.query.churnrisk.statistics.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.query.churnrisk.statistics.Planted.END;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tenure.query.churnrisk.statistics.Observations;
import tenure.query.churnrisk.statistics.Planted;
import tenure.query.churnrisk.statistics.learning.Learned.Accepted;
import tenure.query.churnrisk.statistics.learning.Learned.Reason;
import tenure.query.churnrisk.statistics.learning.Learned.Refused;
import tools.jackson.databind.json.JsonMapper;

class LearnerTest {

    private static final Learner LEARNER = new Learner(LearningRules.DEFAULT);

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnDataWithASignal {

        private final Observations rows = new Planted(1).strength(0.8).observations();
        private final Accepted learned = (Accepted) LEARNER.learn(rows, END);

        @Test
        void acceptsAModelThatBeatsChanceAndTheRate() {
            assertThat(learned.evidence().auc().value()).isGreaterThan(0.65);
            assertThat(learned.evidence().auc().interval().from()).isGreaterThan(0.5);
            assertThat(learned.evidence().brier().beatsConstantRate()).isTrue();
            assertThat(learned.evidence().reliability().bins()).hasSize(10);
        }

        @Test
        void findsItEverywhere() {
            var accepted = IntStream.range(0, 10)
                    .mapToObj(seed -> new Planted(seed).strength(0.8).observations())
                    .filter(seen -> LEARNER.learn(seen, END) instanceof Accepted)
                    .count();

            assertThat(accepted).isEqualTo(10);
        }

        @Test
        void neverContradictsADeclaredDirection() {
            for (var effect : learned.model().signals()) {
                var bends = effect.curve().bends();
                for (var bend = 1; bend < bends.size(); bend++) {
                    var rise =
                            bends.get(bend).microLogOdds() - bends.get(bend - 1).microLogOdds();
                    assertThat(rise * effect.direction().sign()).isNotNegative();
                }
            }
        }

        @Test
        void givesTheSignalMoreThanNoise() {
            assertThat(spread("use") + spread("use-again")).isGreaterThan(3 * spread("nothing"));
        }

        @Test
        void givesTheSameModelInWhateverOrderTheRowsCome() {
            assertThat(LEARNER.learn(Planted.reversed(rows), END)).isEqualTo(learned);
        }

        /** Not every source knows seats, tickets or revenue. */
        @Test
        void isNotDisturbedByColumnsThatSayNothing() {
            var wider = Planted.with(rows, Double.NaN, 7);

            assertThat(LEARNER.learn(wider, END)).isInstanceOfSatisfying(Accepted.class, also -> {
                assertThat(also.evidence()).isEqualTo(learned.evidence());
                assertThat(also.model().signals().subList(0, 4))
                        .isEqualTo(learned.model().signals());
                assertThat(also.model().signals().getLast().curve().bends()).isEmpty();
            });
        }

        @Test
        void canBeStored() {
            var mapper = JsonMapper.shared();

            assertThat(mapper.readValue(mapper.writeValueAsString(learned.model()), LearnedModel.class))
                    .isEqualTo(learned.model());
        }

        @Test
        void doesNotLookAtWhatIsNotClosed() {
            var later = rows.where(row -> rows.day()[row] + rows.horizonDays() <= 500);

            assertThat(LEARNER.learn(rows, 500)).isEqualTo(LEARNER.learn(later, 500));
        }

        private long spread(String signal) {
            var bends = learned.model().signals().stream()
                    .filter(effect -> effect.signal().equals(signal))
                    .findFirst()
                    .orElseThrow()
                    .curve()
                    .bends();
            return bends.isEmpty()
                    ? 0
                    : Math.abs(bends.getLast().microLogOdds() - bends.getFirst().microLogOdds());
        }
    }

    @Nested
    class Refuses {

        @Test
        void dataWithoutSignalInNineteenOfTwentyWorlds() {
            var accepted = IntStream.range(0, 20)
                    .mapToObj(seed -> LEARNER.learn(new Planted(seed).observations(), END))
                    .filter(learned -> learned instanceof Accepted)
                    .count();

            assertThat(accepted).isLessThanOrEqualTo(1);
        }

        @Test
        void dataWithoutSignalWithASentence() {
            var refused = refused(new Planted(0).observations());

            assertThat(refused.reason()).isEqualTo(Reason.NO_SIGNAL);
            assertThat(refused.sentence())
                    .startsWith("No signal was found: ")
                    .contains("AUC")
                    .endsWith(".");
            assertThat(refused.evidence()).isNotNull();
        }

        /** The age of a contract ranks losses well here, but it is no signal that anybody could work on. */
        @Test
        void dataWhereOnlyTheNewAreLost() {
            var reasons = IntStream.range(0, 10)
                    .mapToObj(seed ->
                            LEARNER.learn(new Planted(seed).lossOfTheNew(2.5).observations(), END))
                    .filter(learned -> learned instanceof Refused refused
                            && refused.sentence().contains("like age"))
                    .count();

            assertThat(reasons).isGreaterThanOrEqualTo(9);
        }

        @Test
        void fewLosses() {
            var rows = new Planted(1).strength(1).customers(60).observations();
            var refused = refused(rows.where(row -> !rows.lost()[row] || rows.customer()[row] < 20));

            assertThat(refused.reason()).isEqualTo(Reason.TOO_FEW_LOSSES);
            assertThat(refused.sentence()).contains("at least 30 are needed");
        }

        @Test
        void fewCustomers() {
            assertThat(refused(new Planted(1).customers(40).observations()).reason())
                    .isEqualTo(Reason.TOO_FEW_CUSTOMERS);
        }

        @Test
        void oneClassOnly() {
            var rows = new Planted(1).observations();

            assertThat(refused(rows.where(row -> !rows.lost()[row])).sentence())
                    .startsWith("Nothing can be learned: none of the");
            assertThat(refused(rows.where(row -> rows.lost()[row])).reason()).isEqualTo(Reason.ONE_CLASS_ONLY);
        }

        @Test
        void aHistoryInWhichNothingCanBeChecked() {
            var rows = new Planted(1).strength(1).customers(2_000).observations();

            assertThat(refused(rows.where(row -> rows.day()[row] < 60)).reason())
                    .isEqualTo(Reason.HISTORY_TOO_SHORT);
        }

        private static Refused refused(Observations rows) {
            return (Refused) LEARNER.learn(rows, END);
        }
    }
}
