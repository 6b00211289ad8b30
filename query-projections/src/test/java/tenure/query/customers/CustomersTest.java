package tenure.query.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.RenewalWindowOpened;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.segment.event.SegmentDefined;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserInvited;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.query.customers.FindCustomers.Status;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.CustomerRisks;
import tenure.query.shared.Money;
import tenure.query.shared.Standpoint;

class CustomersTest {

    private final ProjectedLog log = new ProjectedLog();
    private final ProjectedCustomers customers = new ProjectedCustomers(log);
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

        var before = page("2022-08-28").terms().getFirst();
        assertThat(before.state()).isEqualTo(TermState.IN_FORCE);
        assertThat(before.endedEarlyOn()).isNull();
        var after = page("2022-08-29").terms().getFirst();
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

        assertThat(used())
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

        assertThat(used())
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

        assertThat(find(Status.ALL, "p-", null, CustomerSort.CUSTOMER_ID, false, 0, 10))
                .containsExactly("P-1", "P-2", "P-3");
        assertThat(find(Status.CHURNED, null, null, CustomerSort.CUSTOMER_ID, false, 0, 10))
                .containsExactly("P-2");
        assertThat(find(Status.LIVE, null, "pro", CustomerSort.CUSTOMER_ID, true, 0, 10))
                .containsExactly("Q-1", "P-3", "P-1");
        assertThat(find(Status.ALL, null, "none", CustomerSort.CUSTOMER_ID, true, 0, 10))
                .isEmpty();
        // Revenue is the same for all but the one without: it comes last, the others by id.
        assertThat(find(Status.ALL, null, null, CustomerSort.MONTHLY_REVENUE, true, 0, 2))
                .containsExactly("P-1", "P-3");
        assertThat(find(Status.ALL, null, null, CustomerSort.MONTHLY_REVENUE, true, 2, 2))
                .containsExactly("Q-1", "P-2");
    }

    @Test
    void goesFromStageToStageAndIsLateWhereTimeIsOver() {
        given(registered("P-1", "2022-01-01"), sold("P-1", 2, 1_000, "2022-01-03", "2023-01-01"));
        given(new FeatureCataloged("report", "core", null, true, at("2022-01-01")));
        given(new UserInvited("anna", "P-1", null, null, at("2022-01-05")));
        given(new LoggedOn("anna", "P-1", null, at("2022-01-08")), usedBy("anna", "report", 1, "2022-02-01"));
        given(new RenewalWindowOpened("P-1", "P-1", LocalDate.parse("2023-01-01"), at("2022-10-03")));

        assertThat(row("2022-01-02").stage()).isNull();
        assertThat(row("2022-01-04").stage()).isEqualTo(Stage.SOLD);
        assertThat(row("2022-01-07").stage()).isEqualTo(Stage.INVITED);
        assertThat(row("2022-01-10").stage()).isEqualTo(Stage.LOGGED_ON);
        assertThat(row("2022-01-10").stageDays()).isEqualTo(2);
        assertThat(row("2022-02-01").stage()).as("one of two seats is active").isEqualTo(Stage.ADOPTED);
        assertThat(row("2022-10-04").stage()).isEqualTo(Stage.RENEWAL);
        assertThat(row("2023-01-01").stage()).as("the term is over").isEqualTo(Stage.ADOPTED);
        assertThat(states("2022-04-03"))
                .containsExactly(
                        "sold reached 2022-01-03",
                        "invited reached 2022-01-05",
                        "logged-on reached 2022-01-08",
                        "trained open null",
                        "tasks open null",
                        "value reached 2022-02-01",
                        "adopted reached 2022-02-01",
                        "renewal open null");
        assertThat(states("2022-04-04")).contains("trained late null", "tasks late null", "renewal open null");
    }

    private List<String> states(String day) {
        return page(day).steps().stream()
                .map(step -> step.stage().word() + " " + step.state().word() + " " + step.reachedOn())
                .toList();
    }

    @Test
    void tellsEveryTimeThatItLeft() {
        given(registered("P-1", "2022-01-01"), churned("P-1", "2022-03-01"), wonBack("P-1", "2022-05-01"));
        given(churned("P-1", "2022-08-01"));

        assertThat(page("2022-08-01").departures())
                .extracting(left -> left.churn().churnedOn() + " " + left.wonBackOn())
                .containsExactly("2022-03-01 2022-05-01", "2022-08-01 null");
        assertThat(page("2022-06-01").churn()).isNull();
    }

    @Test
    void belongsToASegmentByItsProfileAndWhatItIsOnTheDay() {
        given(registered("P-1", "2022-01-01"), registered("P-2", "2022-01-01"), registered("P-3", "2022-01-01"));
        given(sold("P-1", 10, 1_000, "2022-01-01", "2023-01-01"), sold("P-2", 9, 1_000, "2022-01-01", "2023-01-01"));
        given(new ProfileChanged("P-3", null, Map.of("channel", "partner"), List.of(), at("2022-02-01")));
        given(segment("large", "seats", "at-least", "10"), segment("direct", "channel", "is-not", "partner", "fair"));

        assertThat(in("large")).containsExactly("P-1");
        assertThat(in("direct")).containsExactly("P-1", "P-2");
        assertThatThrownBy(() -> in("larg")).hasMessageContaining("large");
    }

    private List<String> in(String segment) {
        return ids(
                new FindCustomers(Status.ALL, null, null, null, null, segment, CustomerSort.CUSTOMER_ID, false, 0, 10));
    }

    private static SegmentDefined segment(String id, String property, String operator, String... values) {
        return new SegmentDefined(
                id, id, List.of(new SegmentDefined.Condition(property, operator, List.of(values))), at("2022-03-01"));
    }

    @Test
    void takesWhatTheModelSaysFromWhoeverKnowsIt() {
        given(registered("P-1", "2022-01-01"), registered("P-2", "2022-01-01"), registered("P-3", "2022-01-01"));
        var others = new StaticListableBeanFactory(Map.of("risks", new Risks()));

        var rows = new ProjectedCustomers(log, others)
                .ask(answers -> answers.list(
                        new FindCustomers(Status.ALL, null, null, null, null, null, CustomerSort.RISK, true, 0, 10),
                        on("2022-02-01")))
                .customers();

        assertThat(rows).extracting(CustomerRow::customerId).containsExactly("P-3", "P-1", "P-2");
        assertThat(rows.getFirst().risk().topDriver()).isEqualTo("nobody logs on");
    }

    private static final class Risks implements CustomerRisks {

        private final Map<String, CustomerRisk> risks = Map.of("P-1", risk("0.1"), "P-3", risk("0.7"));

        private static CustomerRisk risk(String risk) {
            return new CustomerRisk(null, "yellow", new BigDecimal(risk), null, "nobody logs on");
        }

        @Override
        public List<String> projections() {
            return List.of("lives");
        }

        @Override
        public Known at(Standpoint at) {
            return new Known(at.position(), "red", risks);
        }

        @Override
        public CustomerRisk of(String customerId, Standpoint at) {
            return risks.get(customerId);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void saysTheSameWhateverTheOrderAndHoweverOftenEventsCome(long seed) {
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
        var answers = answers();

        given(ProjectedLog.repeatedAndShuffled(life, seed).toArray(Record[]::new));

        assertThat(answers()).isEqualTo(answers);
    }

    private List<String> answers() {
        var answers = new ArrayList<String>();
        for (var day : List.of("2022-01-01", "2022-03-01", "2022-08-01", "2022-10-01")) {
            answers.add(totalsOn(day));
            answers.addAll(find(Status.ALL, null, null, CustomerSort.CUSTOMER_ID, false, 0, 10));
        }
        return Collections.unmodifiableList(answers);
    }

    private void given(Record... events) {
        log.record(List.of(events));
        log.project(ProjectedLives.projection(log));
    }

    private Standpoint on(String day) {
        return new Standpoint(new AsOf(LocalDate.parse(day)), log.head());
    }

    private CustomerPage page(String day) {
        return customers.ask(answers -> answers.customer("P-1", on(day))).orElseThrow();
    }

    private CustomerRow row(String day) {
        return page(day).customer();
    }

    private List<Usage.UsageDay> used() {
        return customers
                .ask(answers -> answers.usage(
                        "P-1", LocalDate.parse("2022-06-01"), LocalDate.parse("2022-07-01"), on("2022-07-01")))
                .orElseThrow()
                .days();
    }

    private String totalsOn(String day) {
        var found = customers.ask(answers -> answers.totals(on(day)));
        var revenue = found.monthlyRevenue().stream()
                .map(money -> money.currency() + " " + money.minorUnits())
                .toList();
        return found.customers() + " customers, " + found.seats() + " seats, " + revenue + ", "
                + found.churnedCustomers() + " churned";
    }

    private List<String> find(
            Status status, String search, String plan, CustomerSort sort, boolean descending, long after, int limit) {
        return ids(new FindCustomers(status, search, plan, null, null, null, sort, descending, after, limit));
    }

    private List<String> ids(FindCustomers query) {
        return customers.ask(answers -> answers.list(query, on("2022-06-30"))).customers().stream()
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
