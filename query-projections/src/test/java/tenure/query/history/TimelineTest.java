package tenure.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The life of a customer, in lanes. */
class TimelineTest {

    private static final String TIMELINE = "/api/v1/customers/C-1/timeline?asOf=";

    private static AuditedLog log;

    @BeforeAll
    static void start() {
        log = new AuditedLog();
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    @BeforeEach
    void beginAnew() {
        log.empty();
    }

    @Test
    void hasABarForEachTermAndEndsTheSeatsWithTheLicense() {
        license("sold", "2024-02-01", "'product':'crm','plan':'Basic','startsOn':'2024-02-01','endsOn':'2025-02-01'");
        license("seat-assigned", "2024-02-03", "'userId':'U-1'");
        license("notice-given", "2024-06-01", "'endsOn':'2025-02-01'");
        license("notice-withdrawn", "2024-07-01", "");
        license("renewed", "2024-12-01", "'plan':'Pro','startsOn':'2025-02-01','endsOn':'2026-02-01'");
        license("cancelled", "2025-05-01", "'effectiveOn':'2025-06-01'");

        assertThat(bars("2024-06-15", "commercial"))
                .containsExactly("license L-1 [crm · Basic] 2024-02-01..open (2025-02-01) notice given #1,3");
        assertThat(bars("2024-12-31", "commercial"))
                .as("renewed, and the old term goes on to its end")
                .containsExactly(
                        "license L-1 [crm · Pro] 2024-02-01..open (2025-02-01) renewed #1,3,4",
                        "license L-1 [crm · Pro] 2025-02-01..open (2026-02-01) in force #5");
        assertThat(bars("2025-12-31", "commercial"))
                .containsExactly(
                        "license L-1 [crm · Pro] 2024-02-01..2025-02-01 (2025-02-01) renewed #1,3,4",
                        "license L-1 [crm · Pro] 2025-02-01..2025-06-01 (2026-02-01) cancelled #5,6");
        assertThat(bars("2025-12-31", "people"))
                .containsExactly("seat L-1/U-1 [U-1] 2024-02-03..2025-06-01 license cancelled #2");
        assertThat(points("2025-12-31", "commercial"))
                .containsExactly("license.notice-given #3", "license.notice-withdrawn #4");
    }

    @Test
    void endsATermWithItsLastDayEvenIfNobodySaysSo() {
        license("sold", "2024-02-01", "'plan':'Basic','startsOn':'2024-02-01','endsOn':'2025-02-01'");

        assertThat(bars("2025-02-01", "commercial"))
                .containsExactly("license L-1 [Basic] 2024-02-01..2025-02-01 (2025-02-01) ended #1");
        assertThat(bars("2025-01-30", "commercial"))
                .containsExactly("license L-1 [Basic] 2024-02-01..open (2025-02-01) in force #1");
    }

    @Test
    void countsHowOftenATicketOrATaskWasOpenedAgain() {
        ticket("opened", "2024-03-01", "'kind':'how-to','feature':'quote'");
        ticket("resolved", "2024-03-02", "");
        ticket("reopened", "2024-03-03", "");
        log.tell(
                "onboarding/O-1",
                "onboarding.started",
                "2024-03-01",
                "'onboardingId':'O-1','customerId':'C-1','startsOn':'2024-03-04','tasks':["
                        + "{'taskId':'call','title':'Kick-off','dueOn':'2024-03-10'},{'taskId':'data','title':'Data'}]");
        task("task-completed", "2024-03-02", "call");
        task("task-overdue", "2024-03-11", "data");

        assertThat(bars("2024-03-31", "support"))
                .containsExactly("ticket T-1 [how-to · quote] 2024-03-01..open open reopened 1 #1,2,3");
        assertThat(bars("2024-03-02", "support"))
                .containsExactly("ticket T-1 [how-to · quote] 2024-03-01..2024-03-02 resolved #1,2");
        assertThat(bars("2024-03-31", "tasks"))
                .as("a task may be done before its onboarding begins")
                .containsExactly(
                        "task O-1/call [Kick-off] 2024-03-02..2024-03-02 (2024-03-10) done #5,4",
                        "onboarding O-1 [] 2024-03-04..open running #4",
                        "task O-1/data [Data] 2024-03-04..open overdue #4,6");
    }

    @Test
    void beginsANewBarForWhoComesBack() {
        log.tell(
                "customer/C-1",
                "customer.registered",
                "2024-01-01",
                "'customerId':'C-1','name':'Acme','registeredOn':'2024-01-01'");
        log.tell("customer/C-1", "customer.churned", "2024-05-01", "'customerId':'C-1','churnedOn':'2024-05-01'");
        log.tell("customer/C-1", "customer.won-back", "2024-08-01", "'customerId':'C-1','wonBackOn':'2024-08-01'");

        assertThat(bars("2024-12-31", "commercial"))
                .containsExactly(
                        "customer C-1 [Acme] 2024-01-01..2024-05-01 churned #1,2",
                        "customer C-1 [Acme] 2024-08-01..open live #3");
    }

    @Test
    void leavesOutWhatWasTakenBackOnceThatIsKnown() {
        ticket("opened", "2024-03-01", "'kind':'how-to'");
        var closed = ticket("closed", "2024-03-02", "");
        log.tell("retraction/" + closed, "fact.retracted", "2024-03-03", "'eventId':'" + closed + "'");
        var used = use("2024-03-05", "'count':300");
        use("2024-03-05", "'count':3,'corrects':'" + used + "'");

        assertThat(bars("2024-03-31", "support")).containsExactly("ticket T-1 [how-to] 2024-03-01..open open #1");
        assertThat(bars("2024-03-31&knownAt=2", "support"))
                .containsExactly("ticket T-1 [how-to] 2024-03-01..2024-03-02 closed #1,2");
        assertThat(bins("2024-03-31")).containsExactly("2024-03-05 3");
        assertThat(bins("2024-03-31&knownAt=4")).containsExactly("2024-03-05 300");
    }

    @Test
    void sumsUseByDaysAndByWeeksWhereItGoesOnForLong() {
        use("2024-03-05", "'count':2");
        use("2024-03-05", "'count':3");
        log.tell("usage/C-1", "usage.day-reported", "2024-03-07", "'customerId':'C-1','day':'2024-03-07','actions':40");
        use("2024-03-07", "'count':1");

        assertThat(bins("2024-12-31")).containsExactly("2024-03-05 5", "2024-03-07 40");
        assertThat(bins("2024-12-31&from=2024-03-06")).containsExactly("2024-03-07 40");
        assertThat(bins("2024-03-06")).containsExactly("2024-03-05 5");

        use("2025-09-01", "'count':7");

        assertThat(lane("2025-12-31", "usage").at("/density/per").asString()).isEqualTo("week");
        assertThat(bins("2025-12-31")).containsExactly("2024-03-04 45", "2025-09-01 7");
        assertThat(lane("2025-12-31", "usage").at("/density/bins/0/late").asInt())
                .isEqualTo(4);
    }

    @Test
    void showsWhatReachesIntoTheRange() {
        ticket("opened", "2024-03-01", "'kind':'how-to'");
        ticket("escalated", "2024-03-02", "");
        ticket("closed", "2024-03-05", "");

        assertThat(bars("2024-12-31&from=2024-03-04", "support")).hasSize(1);
        assertThat(points("2024-12-31&from=2024-03-04", "support")).isEmpty();
        assertThat(bars("2024-12-31&from=2024-03-06", "support")).isEmpty();
        assertThat(bars("2024-12-31&to=2024-03-01", "support")).isEmpty();
        assertThat(log.get("/api/v1/customers/nobody/timeline").get("code").asString())
                .isEqualTo("UNKNOWN_CUSTOMER");
    }

    private void license(String verb, String day, String payload) {
        log.tell(
                "license/L-1",
                "license." + verb,
                day,
                "'licenseId':'L-1','customerId':'C-1'" + (payload.isEmpty() ? "" : "," + payload));
    }

    private UUID ticket(String verb, String day, String payload) {
        return log.tell(
                "ticket/T-1",
                "ticket." + verb,
                day,
                "'ticketId':'T-1','customerId':'C-1'" + (payload.isEmpty() ? "" : "," + payload));
    }

    private void task(String verb, String day, String task) {
        log.tell(
                "onboarding/O-1",
                "onboarding." + verb,
                day,
                "'onboardingId':'O-1','customerId':'C-1','taskId':'" + task + "'");
    }

    private UUID use(String day, String payload) {
        return log.tell(
                "usage/C-1",
                "usage.feature-used",
                day,
                "'userId':'U-1','customerId':'C-1','feature':'quote'," + payload);
    }

    private JsonNode lane(String asOf, String name) {
        return log.get(TIMELINE + asOf)
                .get("lanes")
                .valueStream()
                .filter(lane -> lane.get("lane").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> bars(String asOf, String lane) {
        return lane(asOf, lane).get("bars").valueStream().map(TimelineTest::bar).toList();
    }

    private static String bar(JsonNode bar) {
        return "%s %s [%s] %s..%s%s %s%s #%s"
                .formatted(
                        bar.get("thing").asString(),
                        bar.get("id").asString(),
                        bar.get("label").asString(),
                        day(bar.get("start")),
                        bar.get("end").isNull() ? "open" : day(bar.get("end")),
                        bar.get("plannedEnd").isNull() ? "" : " (" + day(bar.get("plannedEnd")) + ")",
                        bar.get("state").asString(),
                        bar.get("reopened").asInt() == 0
                                ? ""
                                : " reopened " + bar.get("reopened").asInt(),
                        bar.get("positions").toString().replaceAll("[\\[\\]]", ""));
    }

    private static String day(JsonNode moment) {
        return moment.asString().substring(0, 10);
    }

    private List<String> points(String asOf, String lane) {
        return lane(asOf, lane)
                .get("points")
                .valueStream()
                .map(point -> point.get("type").asString() + " #" + point.get("position"))
                .toList();
    }

    private List<String> bins(String asOf) {
        return lane(asOf, "usage")
                .at("/density/bins")
                .valueStream()
                .map(bin -> bin.get("from").asString() + " " + bin.get("actions"))
                .toList();
    }
}
