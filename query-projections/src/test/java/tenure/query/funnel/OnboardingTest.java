package tenure.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.user.event.UserInvited;
import tenure.query.life.LivesProjection;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.Standpoint;

/** One customer with three seats and two people, told day by day. */
class OnboardingTest {

    private final ProjectedLog log = new ProjectedLog();

    @BeforeEach
    void twoPeopleOnThreeSeats() {
        tell(
                new CoursePublished("basics", "Basics", "introductory", true, null, at("2024-01-01")),
                new FeatureCataloged("report", "core", null, true, at("2024-01-01")),
                new LicenseSold(
                        "L",
                        "C",
                        "crm",
                        "pro",
                        3,
                        100,
                        "EUR",
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2025, 1, 1),
                        false,
                        at("2024-01-01")),
                new UserInvited("anna", "C", null, null, at("2024-01-02")),
                new UserInvited("ben", "C", null, null, at("2024-01-03")),
                new LoggedOn("anna", "C", null, at("2024-01-04")),
                new FeatureUsed("ben", "C", "report", 1, null, at("2024-01-05")));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void seatsThatNobodyTookAreOpenUntilTheHorizonAndMissedThen() {
        assertThat(bars("seats", "2024-02-01"))
                .containsExactly("3/0/0/0", "2/1/0/0", "2/0/0/0", "0/2/0/0", "0/0/0/0", "0/0/0/1");
        assertThat(bars("seats", "2024-06-01"))
                .containsExactly("3/0/0/0", "2/0/1/0", "2/0/0/0", "0/0/2/0", "0/0/0/0", "0/0/0/1");
    }

    @Test
    void whatIsDoneOutOfOrderIsHatchedAndNotSolid() {
        var bars = bars("users", "2024-02-01");
        assertThat(bars).containsExactly("2/0/0/0", "2/0/0/0", "0/2/0/0", "0/0/0/0", "0/0/0/1");
    }

    @Test
    void optionalStepsNeverBlock() {
        assertThat(bars("users", "2024-02-01", "optional", "2", "optional", "3"))
                .containsExactly("2/0/0/0", "2/0/0/0", "0/2/0/0", "0/2/0/0", "1/1/0/0");
    }

    @Test
    void aLateFactChangesWhatWasAndNotWhatWasKnown() {
        var before = log.table().position(LivesProjection.NAME);
        tell(new TrainingCompleted("anna", "C", "basics", null, null, at("2024-01-10")));

        assertThat(bars("users", "2024-02-01").get(2)).isEqualTo("1/1/0/0");
        assertThat(bars(before, "users", "2024-02-01").get(2)).isEqualTo("0/2/0/0");
    }

    @Test
    void aLogOnThatIsTakenBackMakesWayForTheNextOne() {
        var first = new Told(UUID.randomUUID(), new LoggedOn("cleo", "C", null, at("2024-01-06")));
        log.recordMany(List.of(first));
        tell(
                new UserInvited("cleo", "C", null, null, at("2024-01-05")),
                new LoggedOn("cleo", "C", null, at("2024-01-09")));
        assertThat(loggedOn("cleo")).isEqualTo("2024-01-06");
        var before = log.table().position(LivesProjection.NAME);

        tell(new FactRetracted(first.eventId().toString(), "C", "mistake", at("2024-01-20")));

        assertThat(loggedOn("cleo")).isEqualTo("2024-01-09");
        assertThat(loggedOn("cleo", before)).isEqualTo("2024-01-06");
    }

    private String loggedOn(String user) {
        return loggedOn(user, Long.MAX_VALUE);
    }

    private String loggedOn(String user, long position) {
        return Asking.controller(log)
                .members(question("users", "2024-02-01"), 1, Side.REACHED, 0, 100, standpoint(position, "2024-02-01"))
                .members()
                .stream()
                .filter(member -> user.equals(member.userId()))
                .map(member -> String.valueOf(member.reachedOn()))
                .findFirst()
                .orElseThrow();
    }

    private void tell(Record... events) {
        log.record(List.of(events));
        log.project(Asking.projection(log));
    }

    private List<String> bars(String unit, String day, String... parameters) {
        return bars(Long.MAX_VALUE, unit, day, parameters);
    }

    private List<String> bars(long position, String unit, String day, String... parameters) {
        return Asking.controller(log)
                .funnel(question(unit, day, parameters), standpoint(position, day))
                .steps()
                .stream()
                .map(step -> step.reached() + "/" + step.open() + "/" + step.missed() + "/" + step.outOfOrder())
                .toList();
    }

    private static FunnelQuestion question(String unit, String day, String... parameters) {
        var all = new ArrayList<>(List.of("unit", unit));
        all.addAll(List.of(parameters));
        return FunnelQuestion.of("onboarding", Asking.of(day, all.toArray(String[]::new)));
    }

    private static Standpoint standpoint(long position, String day) {
        return new Standpoint(new AsOf(LocalDate.parse(day)), position);
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
