package tenure.query.churnrisk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenure.domain.license.event.LicenseCancelled;
import tenure.query.churnrisk.CrmsimLives;
import tenure.query.churnrisk.RandomLives;
import tenure.query.churnrisk.sweep.LifeSweep;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

class SignalsDoNotLookAheadTest {

    private static final long SEED = Long.getLong("drill.risk.seed", 20_261_201);
    private static final int CUSTOMERS = 40;
    private static final int LAST_DAY = 20_300;

    /** What some signals say of each day of a life. */
    private interface Reading {
        TreeMap<Integer, double[]> of(Life life, RiskDefinitions definitions, int toDay);
    }

    private static TreeMap<Integer, double[]> signals(Life life, RiskDefinitions definitions, int toDay) {
        var days = new TreeMap<Integer, double[]>();
        LifeSweep.run(life, definitions, toDay, (facts, away) -> {
            var values = new double[SignalCatalogue.size()];
            SignalCatalogue.read(facts, values);
            days.put(facts.day(), values);
        });
        return days;
    }

    /** A signal that takes the end of a term from what became of it, as whoever reads a cut end_date does. */
    private static TreeMap<Integer, double[]> leaking(Life life, RiskDefinitions definitions, int toDay) {
        var cut = life.events().stream()
                .map(LifeEvent::event)
                .filter(LicenseCancelled.class::isInstance)
                .map(event -> ((LicenseCancelled) event).effectiveOn().toEpochDay())
                .findFirst();
        var days = signals(life, definitions, toDay);
        cut.ifPresent(end -> days.forEach(
                (day, values) -> values[SignalCatalogue.number("days-to-renewal")] = Math.max(0, end - day)));
        return days;
    }

    @Test
    void whatTheyKnowAtAPositionIsWhatALogThatEndsThereKnows() {
        var told = RandomLives.told(SEED, CUSTOMERS);
        try (var whole = new RandomLives(told)) {
            for (int upTo : new int[] {told.size() / 3, 2 * told.size() / 3}) {
                try (var until = new RandomLives(told.subList(0, upTo))) {
                    var then = read(until.all(Long.MAX_VALUE), new RiskDefinitions(until.definitions(Long.MAX_VALUE)));
                    var now = read(whole.all(upTo), new RiskDefinitions(whole.definitions(upTo)));
                    assertThat(now).isEqualTo(then).isNotEmpty();
                }
            }
        }
    }

    private static List<String> read(List<Life> lives, RiskDefinitions definitions) {
        var said = new ArrayList<String>();
        for (var life : lives) {
            signals(life, definitions, LAST_DAY)
                    .forEach((day, values) -> said.add(life.customerId() + " " + day + " " + Arrays.toString(values)));
        }
        return said;
    }

    @Test
    void whatTheySayOfADayDoesNotDependOnWhatHappenedLater() {
        try (var random = new RandomLives(RandomLives.told(SEED + 1, CUSTOMERS))) {
            var definitions = new RiskDefinitions(random.definitions(Long.MAX_VALUE));
            assertThat(differences(random.all(Long.MAX_VALUE), definitions, SignalsDoNotLookAheadTest::signals))
                    .isEmpty();
        }
    }

    @Test
    void notEvenOfCustomersThatNobodyOfUsMadeUp() {
        var definitions = new RiskDefinitions(new Life(Life.DEFINITIONS, 0, List.of()));
        assertThat(differences(CrmsimLives.all().subList(0, 60), definitions, SignalsDoNotLookAheadTest::signals))
                .isEmpty();
    }

    @Test
    void andOneThatReadsTheEndOfATermTooEarlyIsCaught() {
        var definitions = new RiskDefinitions(new Life(Life.DEFINITIONS, 0, List.of()));
        assertThat(differences(CrmsimLives.all(), definitions, SignalsDoNotLookAheadTest::leaking))
                .isNotEmpty()
                .allMatch(found -> found.contains("days-to-renewal"));
    }

    /** Each day of some, as said by those who know what came and by those to whom it has not happened. */
    private static List<String> differences(List<Life> lives, RiskDefinitions definitions, Reading reading) {
        var found = new ArrayList<String>();
        for (var life : lives) {
            var whole = reading.of(life, definitions, LAST_DAY);
            for (int day : someOf(whole)) {
                var cut = reading.of(until(life, day), definitions, day).get(day);
                for (int signal = 0; signal < SignalCatalogue.size(); signal++) {
                    if (cut != null && Double.compare(cut[signal], whole.get(day)[signal]) != 0) {
                        found.add("%s of %s on %d: %s, not %s"
                                .formatted(
                                        SignalCatalogue.SIGNALS.get(signal).id(),
                                        life.customerId(),
                                        day,
                                        whole.get(day)[signal],
                                        cut[signal]));
                    }
                }
            }
        }
        return found;
    }

    private static TreeSet<Integer> someOf(TreeMap<Integer, double[]> days) {
        var some = new TreeSet<Integer>();
        days.keySet().stream().filter(day -> day % 37 == 0).forEach(some::add);
        return some;
    }

    private static Life until(Life life, int day) {
        var events = life.events().stream()
                .filter(event -> event.occurredAt().getEpochSecond() < (day + 1L) * 86_400)
                .toList();
        return new Life(life.customerId(), events.size(), events);
    }
}
