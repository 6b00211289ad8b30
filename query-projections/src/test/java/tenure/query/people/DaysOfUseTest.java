package tenure.query.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.usage.event.UsageEvent;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;
import tenure.query.people.DaysOfUse.Day;

class DaysOfUseTest {

    private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2024-02-01");

    @Test
    void areCountedFromWhatPersonsDid() {
        assertThat(days(logOn("anna"), used("ben", "report", 2), used("anna", "report", 3), used("ben", "export", 1)))
                .containsExactly(Map.entry(DAY, day(2, 6, Map.of("report", 5L, "export", 1L))));
    }

    @Test
    void aLogOnMakesAPersonActiveAndIsNoAction() {
        assertThat(days(logOn("anna"), logOn("anna"))).containsExactly(Map.entry(DAY, day(1, 0, Map.of())));
    }

    @Test
    void aDayThatWasReportedInTotalCountsAsItWasReportedLast() {
        assertThat(days(reported(7, 70), used("anna", "report", 2), reported(5, 50)))
                .containsExactly(Map.entry(DAY, day(5, 50, Map.of("search", 50L))));
    }

    @Test
    void aReportThatCountsNobodyLeavesThePersonsThatWereSeen() {
        assertThat(days(reported(null, 50), logOn("anna")))
                .containsExactly(Map.entry(DAY, day(1, 50, Map.of("search", 50L))));
        assertThat(days(reported(null, 50))).containsExactly(Map.entry(DAY, day(null, 50, Map.of("search", 50L))));
    }

    @Test
    void moreThanCanBeCountedIsTheMostThatCan() {
        assertThat(days(used("anna", "report", Long.MAX_VALUE), used("anna", "report", 2), used("anna", "export", 1)))
                .containsExactly(
                        Map.entry(DAY, day(1, Long.MAX_VALUE, Map.of("report", Long.MAX_VALUE, "export", 1L))));
    }

    private static Map<LocalDate, Day> days(UsageEvent... events) {
        var life = new ArrayList<LifeEvent>();
        for (var event : events) {
            life.add(new LifeEvent(life.size() + 1, NOON, event));
        }
        return DaysOfUse.of(new Life("P-1", life.size(), life)).days();
    }

    private static Day day(@Nullable Integer activeUsers, long actions, Map<String, Long> features) {
        return new Day(activeUsers, actions, new TreeMap<>(features));
    }

    private static LoggedOn logOn(String user) {
        return new LoggedOn(user, "P-1", null, NOON);
    }

    private static FeatureUsed used(String user, String feature, long count) {
        return new FeatureUsed(user, "P-1", feature, count, null, NOON);
    }

    private static UsageDayReported reported(@Nullable Integer users, long actions) {
        return new UsageDayReported("P-1", DAY, users, actions, Map.of("search", actions), null, NOON);
    }
}
