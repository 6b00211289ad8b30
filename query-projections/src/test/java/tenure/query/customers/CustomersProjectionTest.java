package tenure.query.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.query.customers.FindCustomers.Sort;
import tenure.query.customers.FindCustomers.Status;
import tenure.query.people.ProjectedPeople;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.Money;

class CustomersProjectionTest {

    private static final String[] TABLES = {"customer", "departure", "license", "term", "seat_change", "plan_change"};

    private final ProjectedLog log = new ProjectedLog();
    private final CustomersProjection projection = new CustomersProjection(new CustomersTable(log.jdbc(), log.json()));
    private final CustomerRows rows = new CustomerRows(log.jdbc());
    private final TermTable terms = new TermTable(log.jdbc());
    private final TotalsTable totals = new TotalsTable(log.jdbc());
    private final UsageTable usage = new UsageTable(log.jdbc(), log.json());
    private final EventLog events = new EventLog(log.jdbc(), new LogSignal());

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void countsACustomerFromTheDayOfItsSignUpToTheDayBeforeItChurns() {
        given(registered("P-1", "2022-01-23"), sold("P-1", 10, 1_000, "2022-01-23", "2023-01-23"));
        given(cancelled("P-1", "2022-08-29"), churned("P-1", "2022-08-29"));

        assertThat(totalsOn("2022-01-22")).isEqualTo("0 customers, 0 seats, [], 0 churned");
        assertThat(totalsOn("2022-01-23")).isEqualTo("1 customers, 10 seats, [USD 10000], 0 churned");
        assertThat(totalsOn("2022-08-28")).isEqualTo("1 customers, 10 seats, [USD 10000], 0 churned");
        assertThat(totalsOn("2022-08-29")).isEqualTo("0 customers, 0 seats, [], 1 churned");
    }

    @Test
    void takesSeatsAndPriceOfTheTermInForce() {
        given(registered("P-1", "2022-01-01"), sold("P-1", 10, 1_000, "2022-01-01", "2022-02-01"));
        given(renewed("P-1", 20, 900, "2022-02-01", "2022-03-01"));

        assertThat(row("2022-01-31").seats()).isEqualTo(10);
        assertThat(row("2022-02-01").seats()).isEqualTo(20);
        assertThat(row("2022-02-01").monthlyRevenue()).isEqualTo(new Money("USD", 18_000));
        assertThat(row("2022-02-01").renewsOn()).isEqualTo("2022-03-01");
        assertThat(row("2022-03-01").seats()).isZero();
        assertThat(row("2022-03-01").monthlyRevenue()).isNull();
    }

    @Test
    void changesSeatsFromTheDayOnWhichTheChangeTakesEffect() {
        given(registered("P-1", "2022-01-01"), sold("P-1", 10, 1_000, "2022-01-01", "2023-01-01"));
        given(seats("P-1", 15, 950, "2022-06-01"), seats("P-1", 12, 950, "2022-09-01"));

        assertThat(row("2022-05-31").seats()).isEqualTo(10);
        assertThat(row("2022-06-01").seats()).isEqualTo(15);
        assertThat(row("2022-08-31").monthlyRevenue()).isEqualTo(new Money("USD", 15 * 950));
        assertThat(row("2022-09-01").seats()).isEqualTo(12);
    }

    @Test
    void changesPlanAndPriceFromTheDayOnWhichTheChangeTakesEffect() {
        given(registered("P-1", "2022-01-01"), sold("P-1", 10, 1_000, "2022-01-01", "2023-01-01"));
        given(planned("P-1", "max", 2_000, "2022-06-01"), seats("P-1", 15, 1_900, "2022-09-01"));

        assertThat(row("2022-05-31").plan()).isEqualTo("pro");
        assertThat(row("2022-06-01").plan()).isEqualTo("max");
        assertThat(row("2022-06-01").monthlyRevenue()).isEqualTo(new Money("USD", 10 * 2_000));
        assertThat(row("2022-09-01").plan()).isEqualTo("max");
        assertThat(row("2022-09-01").monthlyRevenue()).isEqualTo(new Money("USD", 15 * 1_900));
    }

    @Test
    void isGoneBetweenLeavingAndBeingWonBack() {
        given(registered("P-1", "2022-01-01"), sold("P-1", 10, 1_000, "2022-01-01", "2023-01-01"));
        given(churned("P-1", "2022-03-01"), wonBack("P-1", "2022-05-01"), churned("P-1", "2022-08-01"));

        assertThat(row("2022-02-28").status()).isEqualTo(CustomerStatus.LIVE);
        assertThat(row("2022-03-01").status()).isEqualTo(CustomerStatus.CHURNED);
        assertThat(row("2022-04-30").churnedOn()).isEqualTo("2022-03-01");
        assertThat(row("2022-05-01").status()).isEqualTo(CustomerStatus.LIVE);
        assertThat(row("2022-05-01").seats()).isEqualTo(10);
        assertThat(row("2022-08-01").churnedOn()).isEqualTo("2022-08-01");
        assertThat(row("2022-08-01").seats()).isZero();
    }

    @Test
    void isGoneWhenItLeavesAgainOnTheDayOfComingBack() {
        given(registered("P-1", "2022-01-01"));
        given(churned("P-1", "2022-03-01"), wonBack("P-1", "2022-03-01"), churned("P-1", "2022-03-01"));

        assertThat(row("2022-03-01").status()).isEqualTo(CustomerStatus.CHURNED);
    }

    @Test
    void showsNameAndProfileAsTheyWereChangedLast() {
        given(registered("P-1", "2022-01-01"));
        given(new ProfileChanged(
                "P-1",
                "New name",
                Map.of("region", "north"),
                List.of("channel"),
                Instant.parse("2022-02-01T00:00:00Z")));

        assertThat(row("2022-03-01").name()).isEqualTo("New name");
    }

    @Test
    void showsATermThatWasCutShortAsItWasSold() {
        given(registered("P-1", "2022-01-01"), sold("P-1", 10, 1_000, "2022-01-01", "2023-01-01"));
        given(cancelled("P-1", "2022-08-29"));

        var before = terms.of("P-1", on("2022-08-28")).getFirst();
        assertThat(before.state()).isEqualTo(TermState.IN_FORCE);
        assertThat(before.endedEarlyOn()).isNull();
        var after = terms.of("P-1", on("2022-08-29")).getFirst();
        assertThat(after.state()).isEqualTo(TermState.CUT_SHORT);
        assertThat(after.endedEarlyOn()).isEqualTo("2022-08-29");
        assertThat(after.endsOn()).isEqualTo("2023-01-01");
    }

    @Test
    void sumsUsageByWeeksThatEndWithTheDayAskedAbout() {
        given(registered("P-1", "2022-01-01"));
        given(used("P-1", "2022-06-30", 5, 100), used("P-1", "2022-06-24", 7, 10), used("P-1", "2022-06-23", 3, 1));

        var row = row("2022-06-30");
        assertThat(row.usageByWeek()).hasSize(26).endsWith(0L, 1L, 110L);
        assertThat(row.usage28()).isEqualTo(111);
        assertThat(row.activeUsers28()).isEqualTo(7);
        assertThat(row.lastActiveOn()).isEqualTo("2022-06-30");
        assertThat(row("2022-06-25").lastActiveOn()).isEqualTo("2022-06-24");
        assertThat(row("2022-06-25").usageByWeek()).endsWith(11L);
    }

    @Test
    void doesNotTakeADayWithoutUseForActivity() {
        given(registered("P-1", "2022-01-01"), used("P-1", "2022-06-01", 5, 100), used("P-1", "2022-06-20", 0, 0));

        assertThat(row("2022-06-30").lastActiveOn()).isEqualTo("2022-06-01");
    }

    @Test
    void letsASecondReportOfADayReplaceTheFirst() {
        given(registered("P-1", "2022-01-01"), used("P-1", "2022-06-30", 5, 100), used("P-1", "2022-06-30", 6, 90));

        assertThat(row("2022-06-30").usage28()).isEqualTo(90);
    }

    @Test
    void sumsWhatPersonsDidOnDaysThatNoSourceReportsInTotal() {
        given(registered("P-1", "2022-01-01"), used("P-1", "2022-06-01", 5, 100));
        given(usedBy("anna", "search", 3, "2022-06-01"), usedBy("anna", "search", 4, "2022-06-02"));
        given(usedBy("ben", "export", 2, "2022-06-02"), new LoggedOn("cleo", "P-1", null, at("2022-06-02")));
        given(new LoggedOn("anna", "P-1", null, at("2022-06-03")));

        assertThat(usage.between("P-1", LocalDate.parse("2022-06-01"), LocalDate.parse("2022-07-01")))
                .containsExactly(
                        new Usage.UsageDay(LocalDate.parse("2022-06-01"), 5, 100, Map.of("search", 100L)),
                        new Usage.UsageDay(LocalDate.parse("2022-06-02"), 3, 6, Map.of("search", 4L, "export", 2L)),
                        new Usage.UsageDay(LocalDate.parse("2022-06-03"), 1, 0, Map.of()));
        assertThat(row("2022-06-29").lastActiveOn()).isEqualTo("2022-06-03");
        assertThat(row("2022-06-29").usage28()).isEqualTo(6);
        assertThat(row("2022-06-29").activeUsers28()).isEqualTo(3);
    }

    @Test
    void leavesOutWhatWasTakenBackAndCountsWhatCorrectedIt() {
        given(registered("P-1", "2022-01-01"), used("P-1", "2022-06-01", 5, 100), used("P-1", "2022-06-01", 6, 120));
        given(usedBy("anna", "search", 4, "2022-06-02"), usedBy("ben", "search", 1, "2022-06-04"));
        given(retracted(3), retracted(4));
        given(new FeatureUsed("ben", "P-1", "search", 7, idOf(5), at("2022-06-05")));

        assertThat(usage.between("P-1", LocalDate.parse("2022-06-01"), LocalDate.parse("2022-07-01")))
                .containsExactly(
                        new Usage.UsageDay(LocalDate.parse("2022-06-01"), 5, 100, Map.of("search", 100L)),
                        new Usage.UsageDay(LocalDate.parse("2022-06-05"), 1, 7, Map.of("search", 7L)));
    }

    @Test
    void findsBySearchPlanAndStatusAndPagesInAFixedOrder() {
        for (var id : List.of("P-1", "P-2", "P-3", "Q-1")) {
            given(registered(id, "2022-01-01"), sold(id, 10, 1_000, "2022-01-01", "2023-01-01"));
        }
        given(churned("P-2", "2022-02-01"));

        assertThat(find(Status.ALL, "p-", null, Sort.CUSTOMER_ID, false, 0, 10)).containsExactly("P-1", "P-2", "P-3");
        assertThat(find(Status.CHURNED, null, null, Sort.CUSTOMER_ID, false, 0, 10))
                .containsExactly("P-2");
        assertThat(find(Status.LIVE, null, "pro", Sort.CUSTOMER_ID, true, 0, 10))
                .containsExactly("Q-1", "P-3", "P-1");
        assertThat(find(Status.ALL, null, "none", Sort.CUSTOMER_ID, true, 0, 10))
                .isEmpty();
        // Revenue is the same for all but the one without: it comes last, the others by id.
        assertThat(find(Status.ALL, null, null, Sort.MONTHLY_REVENUE, true, 0, 2))
                .containsExactly("P-1", "P-3");
        assertThat(find(Status.ALL, null, null, Sort.MONTHLY_REVENUE, true, 2, 2))
                .containsExactly("Q-1", "P-2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesTheSameRowsWhateverTheOrderAndHoweverOftenEventsCome(long seed) {
        var life = List.of(
                registered("P-1", "2022-01-01"),
                sold("P-1", 10, 1_000, "2022-01-01", "2022-07-01"),
                seats("P-1", 15, 950, "2022-03-01"),
                renewed("P-1", 20, 900, "2022-07-01", "2023-01-01"),
                used("P-1", "2022-02-01", 5, 100),
                used("P-1", "2022-02-02", 6, 90),
                cancelled("P-1", "2022-10-01"),
                churned("P-1", "2022-10-01"));
        given(life.toArray(Record[]::new));
        var inOrder = log.dump(TABLES);
        var answers = answers();

        try (var other = new ProjectedLog()) {
            var events = ProjectedLog.repeatedAndShuffled(life, seed);
            other.record(events);
            other.project(new CustomersProjection(new CustomersTable(other.jdbc(), other.json())));
            assertThat(withoutPositions(other.dump(TABLES))).isEqualTo(withoutPositions(inOrder));
        }

        log.jdbc()
                .sql("truncate query.customer, query.departure, query.license, query.term, query.seat_change,"
                        + " query.plan_change")
                .update();
        log.jdbc().sql("update query.projection set position = 0").update();
        assertThat(answers()).isNotEqualTo(answers);
        log.project(projection);
        assertThat(log.dump(TABLES)).isEqualTo(inOrder);
        assertThat(answers()).isEqualTo(answers);
    }

    /** A repeated event has another position; everything else must agree. */
    private static List<String> withoutPositions(List<String> rows) {
        return rows.stream()
                .map(row -> row.startsWith("seat_change") || row.startsWith("departure")
                        ? row.replaceFirst(",\\d+\\)$", ")")
                        : row)
                .toList();
    }

    private List<String> answers() {
        var answers = new ArrayList<String>();
        for (var day : List.of("2022-01-01", "2022-03-01", "2022-08-01", "2022-10-01")) {
            answers.add(totalsOn(day));
            answers.addAll(find(Status.ALL, null, null, Sort.CUSTOMER_ID, false, 0, 10));
        }
        return Collections.unmodifiableList(answers);
    }

    private void given(Record... events) {
        log.record(List.of(events));
        log.project(projection);
        log.project(ProjectedPeople.projection(log));
    }

    private CustomerRow row(String day) {
        return rows.one("P-1", on(day)).orElseThrow().row();
    }

    private String totalsOn(String day) {
        var found = totals.on(on(day), 0);
        var revenue = found.monthlyRevenue().stream()
                .map(money -> money.currency() + " " + money.minorUnits())
                .toList();
        return found.customers() + " customers, " + found.seats() + " seats, " + revenue + ", "
                + found.churnedCustomers() + " churned";
    }

    private List<String> find(
            Status status, String search, String plan, Sort sort, boolean descending, long after, int limit) {
        return rows
                .find(new FindCustomers(on("2022-06-30"), status, search, plan, sort, descending, after, limit))
                .stream()
                .map(CustomerRow::customerId)
                .toList();
    }

    private String idOf(long position) {
        return events.at(List.of(position)).getFirst().eventId().toString();
    }

    private FactRetracted retracted(long position) {
        return new FactRetracted(idOf(position), "P-1", "never happened", at("2022-07-01"));
    }

    private static FeatureUsed usedBy(String user, String feature, long count, String day) {
        return new FeatureUsed(user, "P-1", feature, count, null, at(day));
    }

    private static AsOf on(String day) {
        return new AsOf(LocalDate.parse(day));
    }

    private static CustomerRegistered registered(String id, String day) {
        return new CustomerRegistered(id, id, LocalDate.parse(day), Map.of("channel", "web"), at(day));
    }

    private static CustomerChurned churned(String id, String day) {
        return new CustomerChurned(id, LocalDate.parse(day), "price", "", at(day));
    }

    private static CustomerWonBack wonBack(String id, String day) {
        return new CustomerWonBack(id, LocalDate.parse(day), at(day));
    }

    private static PlanChanged planned(String id, String plan, long price, String day) {
        return new PlanChanged(id, id, plan, price, LocalDate.parse(day), at(day));
    }

    private static LicenseSold sold(String id, int seats, long price, String from, String to) {
        return new LicenseSold(
                id, id, "crm", "pro", seats, price, "USD", LocalDate.parse(from), LocalDate.parse(to), true, at(from));
    }

    private static LicenseRenewed renewed(String id, int seats, long price, String from, String to) {
        return new LicenseRenewed(
                id, id, "pro", seats, price, "USD", LocalDate.parse(from), LocalDate.parse(to), true, at(from));
    }

    private static SeatsChanged seats(String id, int seats, long price, String day) {
        return new SeatsChanged(id, id, seats, price, LocalDate.parse(day), at(day));
    }

    private static LicenseCancelled cancelled(String id, String day) {
        return new LicenseCancelled(id, id, LocalDate.parse(day), at(day));
    }

    private static UsageDayReported used(String id, String day, int users, long actions) {
        return new UsageDayReported(id, LocalDate.parse(day), users, actions, Map.of("search", actions), null, at(day));
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
