package tenure.query.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenure.eventstore.drill.Drill;
import tenure.query.people.FeatureCatalogue;
import tenure.query.people.Level;
import tenure.query.people.UseOfDay;
import tenure.query.shared.AsOf;
import tenure.query.shared.Rate;

/** The formulas by themselves, with the values that were worked out by hand. */
class ActivityFormulasTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int BEGIN = Days.number(FIRST_DAY);

    @Test
    void oneUserWhoDoesNearlyEverythingIsConcentration() {
        var concentration = Concentration.of(List.of(50L, 2L, 2L, 1L, 1L, 0L, 0L, 0L, 0L, 0L));

        assertThat(concentration.hhi()).isEqualByComparingTo("0.8004");
        assertThat(concentration.effectiveUsers()).isEqualByComparingTo("1.2494");
        assertThat(concentration.gini()).isEqualByComparingTo("0.8536");
    }

    @Test
    void tenUsersWhoDoNearlyTheSameCountAsNearlyTen() {
        var concentration = Concentration.of(List.of(5L, 5L, 5L, 5L, 6L, 6L, 6L, 6L, 6L, 6L));

        assertThat(concentration.hhi()).isEqualByComparingTo("0.1008");
        assertThat(concentration.effectiveUsers()).isEqualByComparingTo("9.9241");
        assertThat(concentration.gini()).isEqualByComparingTo("0.0429");
    }

    @Test
    void whereNobodyDoesAnythingThereIsNoConcentration() {
        assertThat(Concentration.of(List.of(0L, 0L))).isEqualTo(new Concentration(null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "14,DAILY",
        "9,DAILY",
        "8,WEEKLY",
        "5,WEEKLY",
        "4,OCCASIONAL",
        "2,OCCASIONAL",
        "1,INACTIVE",
        "0,INACTIVE"
    })
    void consistencyGoesByTheActiveDaysOfFourteen(int days, Consistency consistency) {
        assertThat(Consistency.of(days)).isEqualTo(consistency);
    }

    @Test
    void aLevelIsReachedWithTwoFeaturesOnTwoDays() {
        assertThat(ladder(use("core-1", 0), use("core-1", 1)).level())
                .as("one feature on two days")
                .isNull();
        assertThat(ladder(use("core-1", 0), use("core-2", 0)).level())
                .as("two features on one day")
                .isNull();
        assertThat(ladder(use("core-1", 0), use("core-2", 1)).level()).isEqualTo(Level.CORE);
        assertThat(ladder(use("core-1", 0), use("core-2", 1), use("advanced-1", 2), use("advanced-2", 3))
                        .level())
                .isEqualTo(Level.ADVANCED);
        assertThat(ladder(use("unheard-of", 0), use("core-2", 1)).level())
                .as("what is not in the catalogue counts as core")
                .isEqualTo(Level.CORE);
    }

    @Test
    void theVelocityRunsFromTheFirstCoreEventToTheFirstAdvancedUse() {
        assertThat(ladder(use("intro-1", 0), use("core-1", 3), use("advanced-1", 10))
                        .daysFromCoreToAdvanced())
                .isEqualTo(7);
        assertThat(ladder(use("advanced-1", 10)).daysFromCoreToAdvanced()).isZero();
        assertThat(ladder(use("core-1", 3)).daysFromCoreToAdvanced()).isNull();
    }

    @Test
    void activesAreThoseOfBeforeAndTheNewAndResurrectingLessTheDormant() {
        assertThat(histories(Lifecycle::of)).isEmpty();
    }

    @Test
    void theIdentityCatchesWhoTakesTheResurrectingForReturning() {
        assertThat(histories((unit, from, days) -> {
                    var state = Lifecycle.of(unit, from, days);
                    return state == Lifecycle.RESURRECTING ? Lifecycle.RETURNING : state;
                }))
                .as("the control")
                .isNotEmpty();
    }

    private interface StateIn {
        Lifecycle of(Unit unit, int from, int days);
    }

    /** A thousand histories of some users each. Returns those that break the identity. */
    private static List<Integer> histories(StateIn state) {
        var drill = new Drill("lifecycle-identity");
        return IntStream.range(0, drill.amount("histories", 1_000))
                .filter(history -> {
                    var random = drill.random(history);
                    var days = List.of(1, 7, 28).get(random.nextInt(3));
                    var users = IntStream.range(0, 1 + random.nextInt(6))
                            .mapToObj(user -> {
                                var active = random.ints(random.nextInt(20), 0, 300)
                                        .boxed()
                                        .toList();
                                var created =
                                        active.stream().min(Integer::compare).orElse(300);
                                return unit(random.nextInt(created + 1), active);
                            })
                            .toList();
                    return IntStream.range(1, 300 / days).anyMatch(interval -> {
                        int from = BEGIN + interval * days;
                        Function<Lifecycle, Long> count = wanted -> users.stream()
                                .filter(user -> state.of(user, from, days) == wanted)
                                .count();
                        return active(users, from, days)
                                != active(users, from - days, days)
                                        + count.apply(Lifecycle.NEW)
                                        + count.apply(Lifecycle.RESURRECTING)
                                        - count.apply(Lifecycle.DORMANT);
                    });
                })
                .boxed()
                .toList();
    }

    private static long active(List<Unit> users, int from, int days) {
        return users.stream()
                .filter(user -> user.activeDays(from, from + days - 1) > 0)
                .count();
    }

    private static Unit unit(int created, List<Integer> active) {
        var days = new Days.Gathered();
        active.forEach(day -> days.add(BEGIN + day));
        return new Unit("anna", true, BEGIN + created, true, days.days(), BEGIN + 1_000);
    }

    private static Ladder ladder(UseOfDay... uses) {
        return Ladder.of(
                List.of(uses),
                new FeatureCatalogue(LongStream.rangeClosed(1, 2)
                        .boxed()
                        .flatMap(number -> Stream.of(
                                entry("intro-" + number, Level.INTRODUCTORY),
                                entry("core-" + number, Level.CORE),
                                entry("advanced-" + number, Level.ADVANCED)))
                        .toList()));
    }

    private static FeatureCatalogue.Entry entry(String feature, Level level) {
        return new FeatureCatalogue.Entry(feature, 1, new AsOf(FIRST_DAY.minusDays(2)).end(), level, null, false);
    }

    private static UseOfDay use(String feature, int day) {
        return new UseOfDay("P-1", "anna", FIRST_DAY.plusDays(day), feature, List.of(1L), List.of(1L));
    }

    @Test
    void sharesOfTheFirstExampleAreThoseOfOneUser() {
        assertThat(Rate.share(50, 56)).isEqualByComparingTo(new BigDecimal("0.8929"));
    }
}
