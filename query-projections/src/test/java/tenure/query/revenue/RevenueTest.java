package tenure.query.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.ExitInterviewed;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.SeatsChanged;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;
import tenure.query.revenue.RevenueRetention.Unit;
import tenure.query.shared.AsOf;
import tenure.query.shared.ExplainedFigures;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

class RevenueTest {

    private final ProjectedLog log = new ProjectedLog();
    private final RevenueAccounts accounts = new RevenueAccounts(ProjectedLives.views(log));
    private final RevenueReader revenue = new RevenueReader(accounts);
    private final RenewalReader renewals = new RenewalReader(accounts);
    private final CohortReader cohorts = new CohortReader(accounts);
    private final RevenueFigures figures = new RevenueFigures(revenue, renewals, cohorts);

    @AfterEach
    void close() {
        log.close();
    }

    /** S {A100 B200 C300 D400}, E {A150 B150 D400 E500}. */
    private void fourCustomersAndAFifth() {
        given(
                sold("A", 100, "EUR", "2023-06-01", "2026-01-01"),
                sold("B", 200, "EUR", "2023-06-01", "2026-01-01"),
                sold("C", 300, "EUR", "2023-06-01", "2024-06-01"),
                sold("D", 400, "EUR", "2023-06-01", "2026-01-01"),
                sold("E", 500, "EUR", "2024-03-01", "2026-01-01"),
                changed("A", 150, "2024-05-01"),
                changed("B", 150, "2024-08-01"));
    }

    @Test
    void retainsSeventyPercentNetSixtyFiveGrossAndThreeOfFourCustomers() {
        fourCustomersAndAFifth();

        var whole = read("2024-01-01", "2025-01-01", "2025-02-01").whole();
        var amounts = whole.currencies().getFirst();

        assertThat(amounts.netRetention().value()).isEqualByComparingTo("0.70");
        assertThat(amounts.grossRetention().value()).isEqualByComparingTo("0.65");
        assertThat(amounts.churn().value()).isEqualByComparingTo("0.35").as("not 0.25: contraction counts");
        assertThat(whole.customers().logoRetention().value()).isEqualByComparingTo("0.75");
        assertThat(whole.customers().logoChurn().value()).isEqualByComparingTo("0.25");
        assertThat(List.of(
                        amounts.start().value(),
                        amounts.lost().value(),
                        amounts.downsell().value(),
                        amounts.expansion().value(),
                        amounts.added().value(),
                        amounts.wonBack().value(),
                        amounts.end().value()))
                .containsExactly(1000L, 300L, 50L, 50L, 500L, 0L, 1200L);
    }

    @Test
    void rescalesFivePercentOverThirtyDaysTo46PercentAYearAndFivePointZeroSevenAMonth() {
        var rescaled = Rescaled.of(5, 100, 30);

        assertThat(rescaled).isNotNull();
        assertThat(rescaled.annual()).isEqualTo(new BigDecimal("0.4642"));
        assertThat(rescaled.monthly()).isEqualTo(new BigDecimal("0.0507"));
        assertThat(Rescaled.of(0, 100, 30).annual()).isEqualByComparingTo("0");
        assertThat(Rescaled.of(100, 100, 30).annual()).isEqualByComparingTo("1");
        assertThat(Rescaled.of(1, 4, 365).annual()).isEqualByComparingTo("0.25");
        assertThat(Rescaled.of(0, 0, 30)).isNull();
    }

    @Test
    void doesNotCallALateRenewalChurnAndWinBack() {
        given(sold("A", 100, "EUR", "2023-06-01", "2024-02-01"), renewed("A", 100, "2024-02-06", "2025-01-01"));

        assertThat(movedIn("2024-02", 7)).isEqualTo("start 100 lost 0 won-back 0 end 100");
        assertThat(movedIn("2024-02", 5)).isEqualTo("start 100 lost 0 won-back 0 end 100");
        assertThat(movedIn("2024-02", 4)).isEqualTo("start 0 lost 0 won-back 100 end 100");
        assertThat(movedIn("2024-01", 4)).isEqualTo("start 100 lost 100 won-back 0 end 0");
    }

    private String movedIn(String month, int gap) {
        var from = LocalDate.parse(month + "-01");
        var query = new FindRevenue(from, from.plusMonths(1), gap, null, null);
        var amounts = revenue.read(query, at("2024-12-31")).whole().currencies().getFirst();
        return "start " + amounts.start().value() + " lost " + amounts.lost().value() + " won-back "
                + amounts.wonBack().value() + " end " + amounts.end().value();
    }

    @Test
    void neverAddsCurrencies() {
        given(
                sold("A", 100, "EUR", "2023-06-01", "2026-01-01"),
                sold("A", "A2", 50, "USD", "2023-06-01", "2024-06-01"),
                sold("B", 70, "USD", "2023-06-01", "2026-01-01"));

        var whole = read("2024-01-01", "2025-01-01", "2025-02-01").whole();

        assertThat(whole.currencies())
                .extracting(
                        amounts -> amounts.currency(),
                        amounts -> amounts.start().value(),
                        amounts -> amounts.lost().value())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("EUR", 100L, 0L),
                        org.assertj.core.groups.Tuple.tuple("USD", 120L, 50L));
        assertThat(whole.customers().start().value()).isEqualTo(2);
        assertThat(whole.customers().lost().value()).as("A stays in EUR").isZero();
    }

    @Test
    void leavesAMonthOpenWhileItIsNotOver() {
        fourCustomersAndAFifth();

        var found = read("2024-05-01", "2024-08-01", "2024-06-15");

        assertThat(found.months())
                .extracting(month -> month.from() + " " + month.comparedOn() + " " + month.open())
                .containsExactly("2024-05-01 2024-06-01 false", "2024-06-01 2024-06-15 true");
    }

    @Test
    void countsInGroupsWhatItCountsAsAWhole() {
        fourCustomersAndAFifth();
        given(
                new CustomerRegistered("A", "A", day("2023-06-01"), Map.of("region", "north"), time("2023-06-01")),
                new CustomerRegistered("B", "B", day("2023-06-01"), Map.of("region", "south"), time("2023-06-01")));
        var query = new FindRevenue(day("2024-01-01"), day("2025-01-01"), 7, null, "region");

        var found = revenue.read(query, at("2025-02-01"));

        assertThat(found.groups())
                .extracting(group -> group.value() + " "
                        + group.period().currencies().getFirst().start().value())
                .containsExactly("north 100", "south 200", "null 700");
    }

    @Test
    void seesWhatWasKnownThenAndWhatWasTrueThen() {
        fourCustomersAndAFifth();
        long before = head();
        given(new CustomerChurned("D", day("2024-12-01"), "price", "", time("2024-12-01")));

        var query = new FindRevenue(day("2024-01-01"), day("2025-01-01"), 7, null, null);
        var thought = revenue.read(query, new Standpoint(new AsOf(day("2025-02-01")), before));
        var known = revenue.read(query, at("2025-02-01"));

        assertThat(thought.whole().customers().lost().value()).isEqualTo(1);
        assertThat(known.whole().customers().lost().value()).isEqualTo(2);
        assertThat(revenue.read(query, at("2024-11-30"))
                        .whole()
                        .customers()
                        .lost()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void tellsWhatCameOfEachRenewalThatWasDue() {
        given(
                sold("A", 100, "EUR", "2023-03-01", "2024-03-01"),
                renewed("A", 100, "2024-03-01", "2025-03-01"),
                sold("B", 100, "EUR", "2023-03-01", "2024-03-02"),
                renewed("B", 80, "2024-03-05", "2025-03-01"),
                sold("C", 100, "EUR", "2023-03-01", "2024-03-03"),
                renewed("C", 150, "2024-03-03", "2025-03-01"),
                sold("D", 100, "EUR", "2023-03-01", "2024-03-04"),
                new NoticeGiven("D", "D", day("2024-03-04"), "price", "", time("2024-01-01")),
                sold("E", 100, "EUR", "2023-03-01", "2024-03-05"),
                new LicenseCancelled("E", "E", day("2023-10-01"), time("2023-10-01")),
                new CustomerChurned("E", day("2023-10-01"), "bankrupt", "", time("2023-10-01")),
                new ExitInterviewed("E", "merged", List.of(), "", time("2023-10-09")),
                sold("F", 100, "EUR", "2023-03-01", "2024-03-28"),
                new NoticeGiven("F", "F", day("2024-03-28"), "adoption", "", time("2024-01-01")),
                sold("G", 100, "EUR", "2023-03-01", "2024-04-01"));

        var found = renewals(day("2024-03-01"), day("2024-04-01"), "2024-03-29");

        assertThat(found.renewals())
                .extracting(due -> due.customerId() + " " + due.outcome().word() + " "
                        + due.target().minorUnits() + "→"
                        + (due.renewed() == null ? "" : due.renewed().minorUnits()) + " " + due.reasonCode())
                .containsExactly(
                        "A renewed 100→100 null",
                        "B smaller 100→80 null",
                        "C larger 100→150 null",
                        "D lost 100→ price",
                        "E lost 100→ merged",
                        "F open 100→ adoption");
        var sums = found.currencies().getFirst();
        assertThat(sums.renewalRate()).extracting(Rate::value).isEqualTo(new BigDecimal("0.5600"));
        assertThat(sums.termRenewalRate().value()).isEqualByComparingTo("0.6");
        assertThat(sums.churnOfDue().value()).isEqualByComparingTo("0.44");
        assertThat(sums.openWithNotice().value()).isEqualTo(100);
        assertThat(sums.reasons())
                .extracting(
                        reason -> reason.reasonCode() + " " + reason.lostTerms().value())
                .containsExactly("merged 1", "price 1");
    }

    @Test
    void drawsCohortsAsATriangleWithOpenCells() {
        given(
                sold("A", 100, "EUR", "2024-01-10", "2025-01-01"),
                sold("B", 300, "EUR", "2024-01-20", "2024-02-20"),
                sold("C", 100, "EUR", "2024-02-03", "2025-01-01"),
                changed("C", 200, "2024-03-01"));

        var accounts = retention(Unit.ACCOUNTS, "2024-03-31");
        assertThat(accounts.tables()).hasSize(1);
        assertThat(rows(accounts)).containsExactly("2024-01-01 2: 1.0000 0.5000 0.5000", "2024-02-01 1: 1.0000 1.0000");
        assertThat(rows(retention(Unit.ACCOUNTS, "2024-03-20")))
                .containsExactly("2024-01-01 2: 1.0000 0.5000 open", "2024-02-01 1: 1.0000 open");
        assertThat(rows(retention(Unit.REVENUE, "2024-03-31")))
                .containsExactly("2024-01-01 2: 1.0000 0.2500 0.2500", "2024-02-01 1: 1.0000 2.0000");
        assertThat(accounts.tables().getFirst().mean())
                .extracting(RevenueTest::text)
                .containsExactly("1.0000", "0.6667", "0.5000");
    }

    private static List<String> rows(RevenueRetention found) {
        return found.tables().getFirst().cohorts().stream()
                .map(cohort -> cohort.month() + " " + cohort.customers().value() + ": "
                        + cohort.cells().stream()
                                .map(RevenueTest::text)
                                .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }

    private static String text(@Nullable Rate rate) {
        return rate == null ? "open" : String.valueOf(rate.value());
    }

    @Test
    void explainsEveryFigure() {
        fourCustomersAndAFifth();
        given(renewed("C", 250, "2024-09-01", "2026-01-01"), sold("F", 10, "USD", "2024-02-01", "2024-09-01"));

        var query = new FindRevenue(day("2024-01-01"), day("2025-01-01"), 7, null, "plan");
        assertThat(ExplainedFigures.agree(revenue.read(query, at("2024-12-15")), figures))
                .isGreaterThan(100);
        assertThat(ExplainedFigures.agree(renewals(day("2024-01-01"), day("2027-01-01"), "2025-02-01"), figures))
                .isPositive();
        assertThat(ExplainedFigures.agree(retention(Unit.REVENUE, "2024-10-15"), figures))
                .isPositive();
    }

    private Revenue read(String from, String to, String asOf) {
        return revenue.read(new FindRevenue(day(from), day(to), 7, null, null), at(asOf));
    }

    private Renewals renewals(LocalDate from, LocalDate to, String asOf) {
        return renewals.read(new RenewalReader.Query(from, to, 7, null, 0, 100), at(asOf));
    }

    private RevenueRetention retention(Unit unit, String asOf) {
        return cohorts.read(new CohortReader.Query(unit, day("2023-01-01"), day("2025-01-01"), 7, null), at(asOf));
    }

    private Standpoint at(String asOf) {
        return new Standpoint(new AsOf(day(asOf)), head());
    }

    private long head() {
        return log.jdbc()
                .sql("select position from eventstore.log_head")
                .query(Long.class)
                .single();
    }

    private void given(Record... events) {
        log.record(List.of(events));
        log.project(ProjectedLives.projection(log));
    }

    private static LicenseSold sold(String customer, long price, String currency, String from, String to) {
        return sold(customer, customer, price, currency, from, to);
    }

    private static LicenseSold sold(
            String customer, String license, long price, String currency, String from, String to) {
        return new LicenseSold(
                license, customer, "crm", "pro", 1, price, currency, day(from), day(to), true, time(from));
    }

    private static LicenseRenewed renewed(String customer, long price, String from, String to) {
        return new LicenseRenewed(customer, customer, "pro", 1, price, "EUR", day(from), day(to), true, time(from));
    }

    private static SeatsChanged changed(String customer, long price, String on) {
        return new SeatsChanged(customer, customer, 1, price, day(on), time(on));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant time(String day) {
        return day(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
