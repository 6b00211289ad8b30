package tenure.query.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserInvited;
import tenure.query.dataquality.DataQuality.Contradiction;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;

class DataQualityProjectionTest {

    private static final String[] TABLES = {
        "quality_customer",
        "quality_away",
        "quality_term",
        "quality_license_end",
        "quality_user",
        "quality_training",
        "quality_fact",
        "quality_ticket",
        "contradiction"
    };

    private final ProjectedLog log = new ProjectedLog();
    private final DataQualityTable table = new DataQualityTable(log.jdbc());
    private final DataQualityProjection projection = new DataQualityProjection(table);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void findsUsageOutsideTheLifeOfACustomerWhateverCameFirst() {
        given(used("2023-12-31"), used("2024-01-15"), used("2024-02-15"), used("2024-04-10"), used("2024-05-10"));
        given(sold("2024-02-01", "2024-07-01"), registered("2024-01-10"), cancelled("2024-05-01"));
        given(churned("2024-04-01"), wonBack("2024-05-01"));

        assertThat(found("2024-12-31"))
                .containsExactly(
                        "recorded-late 2023-12-31 [1]",
                        "recorded-late 2024-01-15 [2]",
                        "recorded-late 2024-02-15 [3]",
                        "recorded-late 2024-04-10 [4]",
                        "recorded-late 2024-05-10 [5]",
                        "usage-after-churn 2024-04-10 [4]",
                        "usage-before-first-term 2023-12-31 [1]",
                        "usage-before-first-term 2024-01-15 [2]",
                        "usage-before-registration 2023-12-31 [1]",
                        "usage-outside-terms 2024-05-10 [5]");
    }

    @Test
    void findsNothingInALifeWithoutContradictions() {
        var today = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
        given(registered("2024-01-10"), sold("2024-01-10", "2190-01-01"), invited("anna"), used(today));
        given(logOn("anna", "P-1", at(today)), opened("T-1", "open", today + "T01:00:00Z"));
        given(closed("T-1", today + "T02:00:00Z"), rated("T-1", today + "T02:00:00Z"));

        assertThat(found("2199-01-01")).isEmpty();
        assertThat(table.kinds(on("2199-01-01"), null))
                .hasSize(ContradictionKind.values().length)
                .allSatisfy(kind -> assertThat(kind.events()).isZero());
    }

    @Test
    void findsUsageThatNobodyCanPlace() {
        given(registered("2024-01-10"), sold("2024-01-10", "2190-01-01"), invited("anna"));
        var now = Instant.now();
        given(logOn("anna", "P-1", now), logOn("ben", "P-1", now), logOn("cleo", null, now));
        given(new UsageDayReported("P-9", LocalDate.ofInstant(now, ZoneOffset.UTC), null, 1, Map.of(), null, now));

        assertThat(kinds("2199-01-01"))
                .isEqualTo(Map.of(
                        "usage-of-unknown-user", 2L,
                        "usage-without-customer", 1L,
                        "usage-of-unregistered-customer", 1L,
                        "usage-without-license", 1L));
    }

    @Test
    void findsTicketsThatBreakTheirOwnOrder() {
        given(registered("2024-01-10"));
        given(opened("T-1", "resolved", "2024-01-09T10:00:00Z"));
        given(closed("T-2", "2024-02-02T10:00:00Z"), opened("T-2", "open", "2024-02-01T10:00:00Z"));
        given(changed("T-2", "2024-02-03T10:00:00Z"), reopened("T-2", "2024-02-04T10:00:00Z"));
        given(changed("T-2", "2024-02-05T10:00:00Z"), escalated("T-3", "2024-02-05T10:00:00Z"));

        assertThat(found("2024-12-31").stream().filter(found -> found.startsWith("ticket")))
                .containsExactly(
                        "ticket-before-registration T-1 2024-01-09 [2]",
                        "ticket-begins-closed T-1 2024-01-09 [2]",
                        "ticket-changed-after-closing T-2 2024-02-03 [5]",
                        "ticket-never-opened T-3 2024-02-05 [8]");
    }

    @Test
    void findsTrainingThatWasNeverAssigned() {
        given(completed("anna", "basics"), completed("ben", "basics"));
        given(new TrainingAssigned("anna", "P-1", "basics", null, at("2024-03-01")));

        assertThat(found("2024-12-31").stream().filter(found -> found.startsWith("training")))
                .containsExactly("training-without-assignment ben basics 2024-02-01 [2]");
    }

    @Test
    void findsWhatIsDatedAfterItsRecording() {
        var before = LocalDate.now(ZoneOffset.UTC);
        given(registered("2024-01-10"), sold("2024-01-10", "2190-01-01"), used("2150-01-01"));
        var after = LocalDate.now(ZoneOffset.UTC);

        var found = table.find(new AsOf(after), null, null, 0, 10);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().kind()).isEqualTo("dated-in-the-future");
        assertThat(found.getFirst().day()).as("the day of recording").isBetween(before, after);
        assertThat(found.getFirst().positions()).containsExactly(3L);
        assertThat(found(before.minusDays(1).toString())).isEmpty();
    }

    @Test
    void countsEventsAndCustomersOfEachKindAndOfOneCustomer() {
        given(registered("2024-01-10"), used("2024-01-05"), used("2024-01-05"), used("2024-01-06"));

        var kind = table.kinds(on("2024-12-31"), "P-1").getFirst();
        assertThat(kind.kind()).isEqualTo("usage-before-registration");
        assertThat(kind.events()).isEqualTo(3);
        assertThat(kind.customers()).isEqualTo(1);
        assertThat(table.kinds(on("2024-01-05"), null).getFirst().events()).isEqualTo(2);
        assertThat(table.kinds(on("2024-12-31"), "P-2").getFirst().events()).isZero();
        assertThat(table.find(on("2024-12-31"), ContradictionKind.USAGE_BEFORE_REGISTRATION, "P-1", 1, 1))
                .extracting(Contradiction::day)
                .containsExactly(LocalDate.of(2024, 1, 6));
    }

    @Test
    void keepsThePositionsOfTheFirstHundredEventsOfADay() {
        var events = new ArrayList<Record>();
        for (int index = 0; index < 130; index++) {
            events.add(logOn("anna", "P-1", at("2024-02-01")));
        }
        given(events.subList(0, 70).toArray(Record[]::new));
        given(events.subList(70, 130).toArray(Record[]::new));

        var found = table.find(on("2024-12-31"), ContradictionKind.USAGE_OF_UNKNOWN_USER, null, 0, 10)
                .getFirst();
        assertThat(found.events()).isEqualTo(130);
        assertThat(found.positions()).hasSize(100).startsWith(1L).endsWith(100L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesTheSameRowsWhateverThePages(long seed) {
        var life = new ArrayList<>(List.<Record>of(
                used("2023-12-31"),
                registered("2024-01-10"),
                sold("2024-02-01", "2024-07-01"),
                used("2024-01-15"),
                used("2024-01-15"),
                churned("2024-04-01"),
                wonBack("2024-05-01"),
                cancelled("2024-06-01"),
                invited("anna"),
                logOn("anna", "P-1", at("2024-02-01")),
                logOn("ben", null, at("2024-02-01")),
                opened("T-1", "open", "2024-02-01T10:00:00Z"),
                closed("T-1", "2024-02-02T10:00:00Z"),
                changed("T-1", "2024-02-03T10:00:00Z"),
                completed("ben", "basics")));
        Collections.shuffle(life, new Random(seed));
        given(life.toArray(Record[]::new));
        var atOnce = log.dump(TABLES);

        try (var other = new ProjectedLog()) {
            var oneByOne = new DataQualityProjection(new DataQualityTable(other.jdbc()));
            for (var event : life) {
                other.record(List.of(event));
                other.project(oneByOne);
            }
            assertThat(other.dump(TABLES)).isEqualTo(atOnce);
            other.record(List.of(used("2023-12-31")));
            other.project(oneByOne);
            assertThat(other.dump(TABLES))
                    .as("the control: one event more shows")
                    .isNotEqualTo(atOnce);
        }
    }

    private void given(Record... events) {
        log.record(List.of(events));
        log.project(projection);
    }

    private List<String> found(String asOf) {
        return table.find(on(asOf), null, null, 0, 500).stream()
                .map(found -> "%s %s%s %s"
                        .formatted(
                                found.kind(),
                                found.subject() == null ? "" : found.subject() + " ",
                                found.day(),
                                found.positions()))
                .toList();
    }

    private Map<String, Long> kinds(String asOf) {
        var counts = new TreeMap<String, Long>();
        for (var kind : table.kinds(on(asOf), null)) {
            if (kind.events() > 0) {
                counts.put(kind.kind(), kind.events());
            }
        }
        return counts;
    }

    private static AsOf on(String day) {
        return new AsOf(LocalDate.parse(day));
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static CustomerRegistered registered(String day) {
        return new CustomerRegistered("P-1", "One", LocalDate.parse(day), Map.of(), at(day));
    }

    private static LicenseSold sold(String from, String to) {
        return new LicenseSold(
                "L-1", "P-1", "crm", "pro", 5, 100, "USD", LocalDate.parse(from), LocalDate.parse(to), true, at(from));
    }

    private static LicenseCancelled cancelled(String day) {
        return new LicenseCancelled("L-1", "P-1", LocalDate.parse(day), at(day));
    }

    private static CustomerChurned churned(String day) {
        return new CustomerChurned("P-1", LocalDate.parse(day), "price", "", at(day));
    }

    private static CustomerWonBack wonBack(String day) {
        return new CustomerWonBack("P-1", LocalDate.parse(day), at(day));
    }

    private static UsageDayReported used(String day) {
        return new UsageDayReported("P-1", LocalDate.parse(day), 1, 1, Map.of(), null, at(day));
    }

    private static UserInvited invited(String user) {
        return new UserInvited(user, "P-1", null, null, at("2024-01-10"));
    }

    private static LoggedOn logOn(String user, @Nullable String customer, Instant at) {
        return new LoggedOn(user, customer, null, at);
    }

    private static TrainingCompleted completed(String user, String course) {
        return new TrainingCompleted(user, "P-1", course, null, null, at("2024-02-01"));
    }

    private static TicketOpened opened(String ticket, String status, String at) {
        return new TicketOpened(ticket, "P-1", null, "other", null, null, "normal", status, null, Instant.parse(at));
    }

    private static TicketClosed closed(String ticket, String at) {
        return new TicketClosed(ticket, "P-1", null, Instant.parse(at));
    }

    private static TicketReopened reopened(String ticket, String at) {
        return new TicketReopened(ticket, "P-1", null, Instant.parse(at));
    }

    private static TicketStatusChanged changed(String ticket, String at) {
        return new TicketStatusChanged(ticket, "P-1", "waiting", null, Instant.parse(at));
    }

    private static TicketEscalated escalated(String ticket, String at) {
        return new TicketEscalated(ticket, "P-1", null, Instant.parse(at));
    }

    private static TicketRated rated(String ticket, String at) {
        return new TicketRated(ticket, "P-1", 5, null, Instant.parse(at));
    }
}
