package tenure.query.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.query.seats.SeatExamples.P1;
import static tenure.query.seats.SeatExamples.assigned;
import static tenure.query.seats.SeatExamples.at;
import static tenure.query.seats.SeatExamples.churned;
import static tenure.query.seats.SeatExamples.day;
import static tenure.query.seats.SeatExamples.registered;
import static tenure.query.seats.SeatExamples.released;
import static tenure.query.seats.SeatExamples.sold;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserInvited;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;
import tenure.query.seats.SeatAnswers.Range;
import tenure.query.seats.SeatBalance.SeatGap;
import tenure.query.seats.SeatSeries.Every;
import tenure.query.shared.AsOf;
import tenure.query.shared.FigureSource.Asked;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Money;
import tenure.query.shared.Question;
import tenure.query.shared.Standpoint;
import tools.jackson.databind.JsonNode;

/** The answers of the ledger from a real log and real tables. */
class SeatAnswersTest {

    private final ProjectedLog log = new ProjectedLog();
    private final SeatsReader reader = new SeatsReader(ProjectedLives.views(log));
    private final SeatAnswers answers = new SeatAnswers(reader);
    private final SeatsExplained explained = new SeatsExplained(reader);
    private final TransactionTemplate transaction = new TransactionTemplate(log.transactions());

    @AfterEach
    void close() {
        log.close();
    }

    /** Ten seats at 10.00 for three people: anna has done everything, ben has logged on, cleo was only invited. */
    private void threePeople() {
        given(
                registered(),
                new CoursePublished("basics", "Basics", "core", true, null, at("2024-01-01")),
                new FeatureCataloged("look", "introductory", null, false, at("2024-01-01")),
                sold("L-1", 10, "2024-02-01", "2025-02-01"),
                invited("anna"),
                invited("ben"),
                invited("cleo"),
                assigned("L-1", "anna", "2024-02-02"),
                assigned("L-1", "ben", "2024-02-02"),
                new TrainingAssigned("anna", P1, "basics", null, at("2024-02-02")),
                new TrainingCompleted("anna", P1, "basics", null, null, at("2024-02-10")),
                used("anna", "report", "2024-02-11"),
                used("ben", "look", "2024-02-12"));
    }

    @Test
    void putThePeopleBesideTheSeats() {
        threePeople();

        var balance = seats("2024-02-20").balance();
        assertThat(balance.sold().value()).isEqualTo(10);
        assertThat(balance.assigned().value()).isEqualTo(2);
        assertThat(balance.loggedOn().value()).isEqualTo(2);
        assertThat(balance.trained().value()).isEqualTo(1);
        assertThat(balance.active28().value()).as("looking is introductory").isEqualTo(1);
        assertThat(balance.engaged28().value()).isEqualTo(2);
        assertThat(balance.deployed().value()).isEqualTo(3);
        assertThat(balance.utilisation().value()).isEqualByComparingTo("0.1");
        assertThat(balance.engagement().value()).isEqualByComparingTo("0.6667");
        assertThat(balance.engagementColour()).isEqualTo(SeatColour.YELLOW);
        assertThat(balance.utilisationColour()).as("in the first month").isEqualTo(SeatColour.NONE);
        assertThat(seats("2024-02-20").basis()).isEqualTo(SeatBasis.PERSONS);
    }

    @Test
    void priceEachGap() {
        threePeople();

        var gaps = seats("2024-02-20").balance().gaps();
        assertThat(text(gaps.toAssignment())).isEqualTo("8 over 0, 0.8000, EUR 8000");
        assertThat(text(gaps.toLogOn())).isEqualTo("8 over 0, 0.8000, EUR 8000");
        assertThat(text(gaps.toTraining())).isEqualTo("9 over 0, 0.9000, EUR 9000");
        assertThat(text(gaps.toActivity())).isEqualTo("9 over 0, 0.9000, EUR 9000");
    }

    @Test
    void showWhatIsBeyondTheSeatsSoldApart() {
        given(registered(), sold("L-1", 1, "2024-02-01", "2025-02-01"));
        given(used("anna", "report", "2024-02-11"), used("ben", "report", "2024-02-12"));

        assertThat(text(seats("2024-02-20").balance().gaps().toLogOn())).isEqualTo("0 over 1, 0.0000, EUR 0");
        assertThat(seats("2024-02-20").balance().utilisation().value()).isEqualByComparingTo("2");
    }

    @Test
    void countASeatOnceAndEverybodyWhoHadItOnce() {
        given(registered(), sold("L-1", 5, "2024-02-01", "2025-02-01"), invited("anna"), invited("ben"));
        given(assigned("L-1", "anna", "2024-02-02"), used("anna", "report", "2024-02-03"));
        given(released("L-1", "anna", "2024-02-10"), assigned("L-1", "ben", "2024-02-10"));
        given(used("ben", "report", "2024-02-11"));

        var answer = seats("2024-02-20");
        assertThat(answer.balance().assigned().value()).isEqualTo(1);
        assertThat(answer.balance().loggedOn().value()).isEqualTo(2);
        assertThat(answer.licenses().getFirst().balance().loggedOn().value())
                .as("of those who have a seat")
                .isEqualTo(1);
    }

    @Test
    void letAWindowEndAfter28Days() {
        given(registered(), sold("L-1", 5, "2024-02-01", "2025-02-01"), used("anna", "report", "2024-02-01"));

        assertThat(seats("2024-02-28").balance().active28().value()).isEqualTo(1);
        assertThat(seats("2024-02-29").balance().active28().value()).isZero();
        assertThat(seats("2024-02-29").balance().loggedOn().value()).isEqualTo(1);
    }

    @Test
    void doNotEngageWhoIsDeactivated() {
        given(registered(), sold("L-1", 5, "2024-02-01", "2025-02-01"), invited("anna"));
        given(used("anna", "report", "2024-02-05"), new UserDeactivated("anna", P1, at("2024-02-10")));

        var balance = seats("2024-02-20").balance();
        assertThat(balance.engaged28().value()).isZero();
        assertThat(balance.deployed().value()).isZero();
        assertThat(balance.active28().value()).isEqualTo(1);
        assertThat(balance.engagementColour()).isEqualTo(SeatColour.NONE);
    }

    @Test
    void sayOfASourceThatKnowsNoPersonsOnlyHowManyWereActive() {
        given(registered(), sold("L-1", 10, "2024-01-01", "2025-02-01"));
        given(total("2024-02-01", 6), total("2024-02-10", 4), total("2024-02-11", null), total("2024-03-10", 3));

        var answer = seats("2024-02-20");
        assertThat(answer.basis()).isEqualTo(SeatBasis.DAY_TOTALS);
        assertThat(answer.balance().active28().value()).isEqualTo(6);
        assertThat(answer.balance().utilisation().value()).isEqualByComparingTo("0.6");
        assertThat(answer.balance().assigned()).isNull();
        assertThat(answer.balance().loggedOn()).isNull();
        assertThat(answer.balance().trained()).isNull();
        assertThat(answer.balance().gaps().toTraining()).isNull();
        assertThat(text(answer.balance().gaps().toActivity())).isEqualTo("4 over 0, 0.4000, EUR 4000");
        assertThat(seats("2024-03-15").balance().active28().value()).isEqualTo(3);
        assertThat(seats("2024-03-08").balance().active28().value())
                .as("the largest of the days that say how many")
                .isEqualTo(4);
        assertThat(seats("2024-01-20").basis()).as("before the first report").isEqualTo(SeatBasis.PERSONS);
    }

    @Test
    void doNotKnowWhatNoDayTells() {
        given(registered(), sold("L-1", 10, "2024-01-01", "2025-02-01"), total("2024-02-11", null));

        assertThat(seats("2024-02-20").balance().active28()).isNull();
        assertThat(seats("2024-02-20").balance().utilisation()).isNull();
        assertThat(seats("2024-06-20").balance().active28().value())
                .as("nothing was done in four weeks")
                .isZero();
    }

    @Test
    void doNotKnowASaleBeforeItIsRecordedWhateverDayItIsFor() {
        given(registered(), invited("anna"), sold("L-1", 10, "2024-02-01", "2025-02-01"));

        assertThat(knownAt("2024-02-20", 2).balance().sold().value()).isZero();
        assertThat(knownAt("2024-02-20", 2).licenses()).isEmpty();
        assertThat(knownAt("2024-02-20", 3).balance().sold().value()).isEqualTo(10);
    }

    @Test
    void knowNoCustomerThatHasNotSignedUp() {
        given(registered());

        assertThat(answers.customer(P1, range("2023-12-31"), standpoint("2023-12-31", 1)))
                .isEmpty();
        assertThat(answers.customer("P-2", range("2024-12-31"), standpoint("2024-12-31", 1)))
                .isEmpty();
    }

    @Test
    void drawTheLedgerThroughTime() {
        threePeople();
        given(churned("2024-03-15"));

        var ledger = answers.customer(
                        P1,
                        new Range(day("2024-01-31"), day("2024-04-01"), Every.MONTH, 0, 100),
                        standpoint("2024-04-30", head()))
                .orElseThrow();
        assertThat(ledger.ledger())
                .extracting(point -> point.on() + " " + point.sold() + "/" + point.assigned() + "/" + point.loggedOn()
                        + "/" + point.trained() + "/" + point.active28() + " " + money(point.gapToTraining()))
                .containsExactly("2024-01-31 0/0/0/0/0 ", "2024-02-29 10/2/2/1/1 EUR 9000", "2024-03-31 0/0/2/1/0 ");
    }

    @Test
    void giveMovementsInPages() {
        threePeople();

        var first = answers.customer(P1, pages(0, 2), standpoint("2024-04-30", head()))
                .orElseThrow();
        var second = answers.customer(P1, pages(2, 2), standpoint("2024-04-30", head()))
                .orElseThrow();
        assertThat(first.total()).isEqualTo(3);
        assertThat(first.movements()).hasSize(2);
        assertThat(first.nextCursor()).isEqualTo(Question.cursorAfter(2));
        assertThat(second.movements()).hasSize(1);
        assertThat(second.nextCursor()).isNull();
    }

    private static Range pages(long after, int limit) {
        return new Range(day("2024-01-01"), day("2024-05-01"), Every.WEEK, after, limit);
    }

    /** P-1 as in {@link #threePeople}, P-2 with day totals and dollars, P-3 without anything, P-4 overfull. */
    private void fourCustomers() {
        threePeople();
        given(registered("P-2"), sold("P-2", "L-2", 20, 3_000, "USD", "2023-06-01", "2025-02-01"));
        given(new UsageDayReported("P-2", day("2024-02-15"), 8, 99, Map.of(), null, at("2024-02-15")));
        given(registered("P-3"));
        given(registered("P-4"), sold("P-4", "L-4", 1, 500, "EUR", "2023-06-01", "2025-02-01"));
        given(new LoggedOn("dora", "P-4", null, at("2024-02-16")), new LoggedOn("emil", "P-4", null, at("2024-02-16")));
    }

    @Test
    void sumUpAllCustomers() {
        fourCustomers();

        var totals = overview("2024-02-20", Map.of()).totals();
        assertThat(totals.sold().value()).isEqualTo(31);
        assertThat(totals.loggedOn().value()).isEqualTo(4);
        assertThat(totals.active28().value()).isEqualTo(9);
        assertThat(totals.monthlyRevenue()).containsExactly(new Money("EUR", 10_500), new Money("USD", 60_000));
        // Of P-1 and P-4, as of P-2 it is not known; the overage of P-4 does not fill the gap of P-1.
        assertThat(text(totals.gaps().toLogOn())).isEqualTo("8 over 1, 0.7273, EUR 8000");
        assertThat(text(totals.gaps().toActivity())).isEqualTo("22 over 0, 0.7097, EUR 9500 USD 36000");
        assertThat(totals.colours())
                .extracting(count -> count.colour() + " " + count.customers())
                .containsExactly("RED 2", "NONE 2");
    }

    @Test
    void sortAndNarrowDownTheRows() {
        fourCustomers();

        assertThat(ids(Map.of())).as("by money to training").containsExactly("P-1", "P-4", "P-3", "P-2");
        assertThat(ids(Map.of("gap", "activity"))).containsExactly("P-2", "P-1", "P-4", "P-3");
        assertThat(ids(Map.of("sort", "-gap", "gap", "activity"))).containsExactly("P-2", "P-1", "P-4", "P-3");
        assertThat(ids(Map.of("sort", "gap", "gap", "log-on"))).containsExactly("P-4", "P-3", "P-1", "P-2");
        assertThat(ids(Map.of("sort", "utilisation"))).containsExactly("P-4", "P-1", "P-2", "P-3");
        assertThat(ids(Map.of("sort", "-name"))).containsExactly("P-4", "P-3", "P-2", "P-1");
        assertThat(ids(Map.of("utilisation", "red"))).containsExactly("P-4", "P-2");
        assertThat(ids(Map.of("search", "of p-3"))).containsExactly("P-3");
        assertThat(ids(Map.of("status", "churned"))).isEmpty();
    }

    @Test
    void doNotCountPersonsOfWhomNoSourceTells() {
        given(registered(), sold("L-1", 10, "2024-01-01", "2025-02-01"), total("2024-02-01", 6));
        given(registered("P-2"), sold("P-2", "L-2", 20, 1_000, "EUR", "2024-01-01", "2025-02-01"));

        var totals = overview("2024-02-20", Map.of()).totals();
        assertThat(totals.assigned())
                .as("P-2 has nobody yet, which says nothing of P-1")
                .isNull();
        assertThat(totals.loggedOn()).isNull();
        assertThat(totals.trained()).isNull();
        assertThat(totals.deployed()).isNull();
        assertThat(totals.gaps().toTraining()).isNull();
        assertThat(totals.active28().value()).isEqualTo(6);
        assertThat(text(totals.gaps().toActivity())).isEqualTo("24 over 0, 0.8000, EUR 24000");
        assertThat(months("2024-01-01", "2024-02-20"))
                .as("as long as no source tells anything, nobody is there")
                .containsExactly("2024-01-31 30/0/0/0/0", "2024-02-20 30/null/null/null/6");

        given(invited("anna"));
        assertThat(overview("2024-02-20", Map.of()).totals().trained().value()).isZero();
    }

    @Test
    void giveRowsInPages() {
        fourCustomers();

        var first = overview("2024-02-20", Map.of("sort", "name", "limit", "3"));
        assertThat(first.total()).isEqualTo(4);
        assertThat(first.customers()).hasSize(3);
        var cursor = first.nextCursor();
        var second = overview("2024-02-20", Map.of("sort", "name", "limit", "3", "cursor", cursor));
        assertThat(second.customers()).extracting(row -> row.customerId()).containsExactly("P-4");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void takeAllCustomersHoweverManyThereAre() {
        var many = new ArrayList<Record>();
        for (int i = 0; i < 250; i++) {
            many.add(registered("C-" + i));
            many.add(sold("C-" + i, "CL-" + i, 2, 100, "EUR", "2024-02-01", "2025-02-01"));
            many.add(new LoggedOn("u-" + i, "C-" + i, null, at("2024-02-16")));
        }
        log.record(many);
        project();

        var overview = overview("2024-02-20", Map.of("limit", "500"));
        assertThat(overview.customers()).hasSize(250);
        assertThat(overview.totals().sold().value()).isEqualTo(500);
        assertThat(overview.totals().loggedOn().value()).isEqualTo(250);
    }

    @Test
    void sumUpAllCustomersByMonth() {
        fourCustomers();

        var months = inTransaction(() -> answers.months(
                new Range(day("2024-01-01"), day("2024-02-21"), Every.MONTH, 0, 100),
                standpoint("2024-02-20", head())));
        assertThat(months.months())
                .extracting(point -> point.on() + " " + point.sold() + "/" + point.loggedOn() + "/" + point.active28()
                        + " " + money(point.gapToActivity()))
                .containsExactly("2024-01-31 21/0/0 EUR 500 USD 60000", "2024-02-20 31/4/9 EUR 9500 USD 36000");
    }

    @Test
    void explainEveryFigureByWhatAddsUpToIt() {
        fourCustomers();

        var answer = inTransaction(() -> seats("2024-02-20"));
        var overview = overview("2024-02-20", Map.of());
        var checked = new ArrayList<String>();
        explain(log.json().valueToTree(answer), checked);
        explain(log.json().valueToTree(overview), checked);
        assertThat(checked).hasSizeGreaterThan(60);
        assertThat(explained.figures())
                .allSatisfy(figure -> assertThat(checked)
                        .anySatisfy(address -> assertThat(address).contains("figure=" + figure + "&")));
    }

    @Test
    void nameTheEventsBehindAFigure() {
        threePeople();

        assertThat(evidence("seats.sold")).containsExactly(new Evidence("L-1", 10, List.of(4L)));
        assertThat(evidence("seats.trained")).containsExactly(new Evidence("anna", 1, List.of(11L)));
        assertThat(evidence("seats.assigned"))
                .containsExactly(new Evidence("anna", 1, List.of(8L)), new Evidence("ben", 1, List.of(9L)));
        assertThat(evidence("seats.gap-training"))
                .containsExactly(new Evidence("L-1", 10, List.of(4L)), new Evidence("anna", -1, List.of(11L)));
        assertThat(evidence("seats.overage-training")).isEmpty();
    }

    /** The first of a page is the second customer that has any: P-4, whose two users are beyond its one seat. */
    @Test
    void nameTheEventsOfTheCustomersOnAPage() {
        fourCustomers();

        var asked = new Asked("seats.logged-on", standpoint("2024-02-20", head()), null, null, null);
        var page = inTransaction(() -> explained.page(asked, 1, 1));
        assertThat(page.value()).isEqualTo(4);
        assertThat(page.things()).isEqualTo(2);
        assertThat(page.shown()).containsExactly(new Evidence("P-4", 2, List.of(20L, 21L)));
    }

    @Test
    void countAllCustomersAlsoWhereNobodyWasThereForLong() {
        threePeople();

        var totals = overview("2024-06-30", Map.of()).totals();

        assertThat(totals.loggedOn().value()).isEqualTo(2);
        for (var figure : List.of(totals.loggedOn(), totals.deployed(), totals.trained(), totals.active28())) {
            assertThat(sum(figure.explain())).as(figure.explain()).isEqualTo(figure.value());
        }
    }

    private List<Evidence> evidence(String figure) {
        return explained.evidence(new Asked(figure, standpoint("2024-02-20", head()), P1, null, null));
    }

    private void explain(JsonNode tree, List<String> checked) {
        if (tree.has("explain")) {
            var address = tree.get("explain").asString();
            checked.add(address);
            assertThat(sum(address)).as(address).isEqualTo(tree.get("value").asLong());
        }
        tree.forEach(child -> explain(child, checked));
    }

    private long sum(String address) {
        var parameters = new HashMap<String, String>();
        for (var parameter : address.substring(address.indexOf('?') + 1).split("&")) {
            var equals = parameter.indexOf('=');
            parameters.put(
                    parameter.substring(0, equals),
                    URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
        }
        var at = standpoint(parameters.get("asOf"), Long.parseLong(parameters.get("knownAt")));
        var asked =
                new Asked(parameters.get("figure"), at, parameters.get("customer"), parameters.get("subject"), null);
        return inTransaction(() -> explained.evidence(asked)).stream()
                .mapToLong(Evidence::counts)
                .sum();
    }

    private List<String> months(String from, String lastDay) {
        return inTransaction(() -> answers.months(
                        new Range(day(from), day(lastDay).plusDays(1), Every.MONTH, 0, 100),
                        standpoint(lastDay, head())))
                .months()
                .stream()
                .map(point -> point.on() + " " + point.sold() + "/" + point.assigned() + "/" + point.loggedOn() + "/"
                        + point.trained() + "/" + point.active28())
                .toList();
    }

    private List<String> ids(Map<String, String> parameters) {
        return overview("2024-02-20", parameters).customers().stream()
                .map(row -> row.customerId())
                .toList();
    }

    private SeatOverview overview(String day, Map<String, String> parameters) {
        var asked = new HashMap<String, String[]>();
        parameters.forEach((name, value) -> asked.put(name, new String[] {value}));
        var query = FindSeats.of(new Question(
                asked, LocalDate.EPOCH, "status", "search", "utilisation", "gap", "sort", "limit", "cursor"));
        return inTransaction(() -> answers.overview(query, standpoint(day, head())));
    }

    private <A> A inTransaction(Supplier<A> work) {
        return transaction.execute(status -> work.get());
    }

    private long head() {
        return new EventLog(log.jdbc(), new LogSignal()).head();
    }

    private CustomerSeats seats(String day) {
        return knownAt(day, head());
    }

    private CustomerSeats knownAt(String day, long position) {
        return answers.customer(P1, range(day), standpoint(day, position)).orElseThrow();
    }

    private static Range range(String day) {
        return new Range(day(day).minusDays(30), day(day).plusDays(1), Every.DAY, 0, 100);
    }

    private static Standpoint standpoint(String day, long position) {
        return new Standpoint(new AsOf(day(day)), position);
    }

    private static String text(SeatGap gap) {
        return gap.seats().value() + " over " + gap.overage().value() + ", " + gap.share() + ", "
                + money(gap.perMonth());
    }

    private static String money(List<Money> amounts) {
        return String.join(
                " ",
                amounts.stream()
                        .map(amount -> amount.currency() + " " + amount.minorUnits())
                        .toList());
    }

    private void given(Record... events) {
        log.record(List.of(events));
        project();
    }

    private void project() {
        log.project(ProjectedLives.projection(log));
    }

    private static UserInvited invited(String user) {
        return new UserInvited(user, P1, null, null, at("2024-02-01"));
    }

    private static FeatureUsed used(String user, String feature, String day) {
        return new FeatureUsed(user, P1, feature, 1, null, at(day));
    }

    private static UsageDayReported total(String day, Integer activeUsers) {
        return new UsageDayReported(P1, day(day), activeUsers, 9, Map.of(), null, at(day));
    }
}
