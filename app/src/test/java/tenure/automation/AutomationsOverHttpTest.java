package tenure.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tenure.automation.Installation.done;
import static tenure.automation.Installation.hold;
import static tenure.automation.Installation.register;
import static tenure.automation.Installation.run;
import static tenure.automation.Installation.sell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.app.database.EmbeddedDatabase;
import tenure.system.FreshDatabase;
import tenure.system.Http;
import tools.jackson.databind.json.JsonMapper;

/** What happens by itself in a running Tenure, as its users and operators see it. */
class AutomationsOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    @TempDir
    static Path nodes;

    private static EmbeddedDatabase server;
    private static Installation tenure;
    private static Http http;

    @BeforeAll
    static void start() {
        server = FreshDatabase.start(data);
        tenure = new Installation(server, nodes);
        http = tenure.node().http();
    }

    @AfterAll
    static void stop() {
        tenure.close();
        server.close();
    }

    @AfterEach
    void letGo() {
        http.delete("/api/v1/automations/hold");
    }

    @Test
    void whoIsInvitedIsToTakeTheRequiredCourseOnce() {
        register(http, "school");
        done(http, "publish-course", """
                {"courseId":"basics","title":"First steps","level":"introductory","required":true}""");
        done(http, "invite-user", """
                {"userId":"anna","customerId":"school","occurredAt":"2024-03-01T22:00:00Z"}""");
        done(http, "activate-user", """
                {"userId":"anna","occurredAt":"2024-03-02T22:00:00Z"}""");

        await().atMost(PATIENCE)
                .until(() ->
                        count("select count(*) from command.due where subject = 'anna'" + " and done_at is not null")
                                == 2);
        assertThat(tenure.events("training.assigned"))
                .singleElement()
                .asString()
                .contains("\"dueOn\":\"2024-03-31\"", "\"customerId\":\"school\"", "2024-03-01T22:00:00Z");
        done(http, "retire-course", """
                {"courseId":"basics"}""");
    }

    @Test
    void aSaleBeginsTheOnboardingOfItsProduct() {
        register(http, "buyer");
        done(http, "define-onboarding-template", """
                {"templateId":"start","name":"Start","product":"erp","tasks":[{"taskId":"call","title":"Call","dueDay":3}]}""");
        sell(http, "buyer-erp", "buyer", "erp", "2024-01-01", "2025-01-01");
        sell(http, "buyer-crm", "buyer", "crm", "2024-01-01", "2025-01-01");

        await().atMost(PATIENCE)
                .until(() -> !tenure.events("onboarding.started").isEmpty());
        assertThat(tenure.events("onboarding.started"))
                .filteredOn(event -> event.contains("buyer-"))
                .singleElement()
                .asString()
                .contains("buyer-erp", "2024-01-04", "\"occurredAt\":\"2024-01-01T00:00:00Z\"");
    }

    /** Started in January; completed in time, completed too late, never, and never but due after the day of the run. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aHistoryThatIsHeldLeadsToTheSameOverdueTasksInWhateverOrderItArrives(long seed) {
        var prefix = "H" + seed;
        register(http, prefix);
        run(http, "2024-12-31T00:00:00Z");
        hold(http, "PT10M");
        var histories = new ArrayList<List<Runnable>>();
        for (var i = 0; i < 5; i++) {
            var id = prefix + "-" + i;
            histories.add(List.of(
                    () -> startOnboarding(id, prefix),
                    () -> complete(id, "in-time", "2024-01-10T23:59:59Z"),
                    () -> complete(id, "late", "2024-02-01T00:00:00Z")));
        }
        interleaved(histories, new Random(seed)).forEach(Runnable::run);

        var answer = run(http, "2024-01-31T00:00:00Z");

        var expected = new TreeSet<String>();
        for (var i = 0; i < 5; i++) {
            expected.add(prefix + "-" + i + " late 2024-01-11T00:00:00Z");
            expected.add(prefix + "-" + i + " never 2024-01-11T00:00:00Z");
        }
        assertThat(overdue(prefix)).containsExactlyElementsOf(expected);
        assertThat(answer.json().get("fired").valueStream())
                .anySatisfy(fired -> assertThat(fired.toString()).isEqualTo("""
                        {"kind":"task-overdue","recorded":10,"unchanged":5,"moot":0,"failed":0}"""));
        assertThat(run(http, "2024-01-31T00:00:00Z").json().get("fired").isEmpty())
                .isTrue();

        run(http, "2024-02-11T00:00:00Z");
        assertThat(overdue(prefix)).hasSize(15).contains(prefix + "-0 later 2024-02-11T00:00:00Z");
    }

    /** The control: without the hold a task is overdue that was done in time, as nobody knew of it yet. */
    @Test
    void aHistoryThatIsNotHeldMayHaveOverdueTasksThatWereDone() {
        register(http, "unheld");
        startOnboarding("unheld-0", "unheld");
        run(http, "2024-01-31T00:00:00Z");
        complete("unheld-0", "in-time", "2024-01-10T23:59:59Z");

        assertThat(overdue("unheld")).contains("unheld-0 in-time 2024-01-11T00:00:00Z");
    }

    @Test
    void aTermThatIsOverHasHadItsWindowAndHasExpiredUnlessItWasRenewed() {
        register(http, "terms");
        hold(http, "PT10M");
        sell(http, "let-go", "terms", "crm", "2024-01-01", "2025-01-01");
        sell(http, "renewed", "terms", "crm", "2024-01-01", "2025-01-01");
        done(http, "renew-license", """
                {"licenseId":"renewed","plan":"standard","seats":5,"pricePerSeatMinorUnits":1000,
                 "startsOn":"2025-01-01","endsOn":"2026-01-01","autoRenew":false,
                 "currency":"EUR","occurredAt":"2024-12-20T00:00:00Z"}""");

        run(http, "2025-06-01T00:00:00Z");

        assertThat(tenure.events("license.renewal-window-opened"))
                .filteredOn(event -> event.contains("\"terms\""))
                .hasSize(2)
                .allMatch(event -> event.contains("2024-10-03T00:00:00Z"));
        assertThat(tenure.events("license.expired"))
                .filteredOn(event -> event.contains("\"terms\""))
                .singleElement()
                .asString()
                .contains("let-go", "2025-01-01T00:00:00Z");
    }

    @Test
    void aLicenseThatRenewsItselfGoesOnFromTermToTermAndWhatWasAgreedWins() {
        register(http, "loyal");
        run(http, "2024-12-31T00:00:00Z");
        hold(http, "PT10M");
        for (var license : List.of("left-alone", "by-hand", "with-notice", "cancelled")) {
            sellForGood("loyal", license);
        }
        done(http, "change-seats", """
                {"licenseId":"left-alone","seats":7,"pricePerSeatMinorUnits":900,"effectiveOn":"2024-09-01"}""");
        done(http, "renew-license", """
                {"licenseId":"by-hand","plan":"plus","seats":9,"pricePerSeatMinorUnits":1500,"currency":"EUR",
                 "startsOn":"2025-01-01","endsOn":"2027-01-01","autoRenew":true}""");
        done(http, "give-notice", """
                {"licenseId":"with-notice","reasonCode":"price","occurredAt":"2024-11-01T00:00:00Z"}""");
        done(http, "cancel-license", """
                {"licenseId":"cancelled","effectiveOn":"2024-11-01"}""");
        register(http, "gone");
        sellForGood("gone", "of-the-gone");
        done(http, "churn-customer", """
                {"customerId":"gone","churnedOn":"2024-12-15","reasonCode":"price"}""");

        var fired = run(http, "2026-06-01T00:00:00Z").json().get("fired");

        assertThat(renewals("loyal"))
                .containsExactlyInAnyOrder(
                        "left-alone standard 7 900 2025-01-01 2026-01-01 true 2025-01-01T00:00:00Z",
                        "left-alone standard 7 900 2026-01-01 2027-01-01 true 2026-01-01T00:00:00Z",
                        "by-hand plus 9 1500 2025-01-01 2027-01-01 true 2025-01-01T00:00:00Z");
        assertThat(renewals("gone")).isEmpty();
        assertThat(tenure.events("license.expired"))
                .filteredOn(event -> event.contains("\"loyal\""))
                .singleElement()
                .asString()
                .contains("with-notice", "2025-01-01T00:00:00Z");
        assertThat(fired.valueStream())
                .anySatisfy(kind -> assertThat(kind.toString()).isEqualTo("""
                        {"kind":"license-renewal","recorded":2,"unchanged":3,"moot":1,"failed":0}"""));
        assertThat(run(http, "2026-06-01T00:00:00Z").json().get("fired").isEmpty())
                .isTrue();
    }

    private static void sellForGood(String customer, String license) {
        done(http, "sell-license", """
                {"licenseId":"%s","customerId":"%s","product":"crm","plan":"standard","seats":5,
                 "pricePerSeatMinorUnits":1000,"currency":"EUR","startsOn":"2024-01-01","endsOn":"2025-01-01",
                 "autoRenew":true}""".formatted(license, customer));
    }

    private static List<String> renewals(String customer) {
        return tenure.events("license.renewed").stream()
                .map(event -> JsonMapper.shared().readTree(event))
                .filter(event -> event.get("customerId").asString().equals(customer))
                .map(event -> "%s %s %d %d %s %s %s %s"
                        .formatted(
                                event.get("licenseId").asString(),
                                event.get("plan").asString(),
                                event.get("seats").asInt(),
                                event.get("pricePerSeatMinorUnits").asInt(),
                                event.get("startsOn").asString(),
                                event.get("endsOn").asString(),
                                event.get("autoRenew").asBoolean(),
                                event.get("occurredAt").asString()))
                .toList();
    }

    @Test
    void aTaskThatIsReopenedAfterItsDueDayIsOverdueAgain() {
        register(http, "again");
        hold(http, "PT10M");
        startOnboarding("again-0", "again");
        complete("again-0", "in-time", "2024-01-05T00:00:00Z");
        complete("again-0", "late", "2024-01-20T00:00:00Z");
        run(http, "2024-01-31T00:00:00Z");
        assertThat(overdue("again"))
                .containsExactly("again-0 late 2024-01-11T00:00:00Z", "again-0 never 2024-01-11T00:00:00Z");

        for (var task : List.of("in-time", "late")) {
            done(http, "reopen-task", """
                    {"onboardingId":"again-0","taskId":"%s","occurredAt":"2024-01-25T00:00:00Z"}""".formatted(task));
        }
        run(http, "2024-01-31T00:00:00Z");

        assertThat(overdue("again"))
                .containsExactly(
                        "again-0 in-time 2024-01-25T00:00:00Z",
                        "again-0 late 2024-01-11T00:00:00Z",
                        "again-0 late 2024-01-25T00:00:00Z",
                        "again-0 never 2024-01-11T00:00:00Z");
    }

    @Test
    void whoWasErasedOrDeactivatedIsNotAskedToTakeACourse() {
        register(http, "leavers");
        hold(http, "PT10M");
        done(http, "publish-course", """
                {"courseId":"leaving","title":"First steps","level":"introductory","required":true}""");
        for (var user : List.of("erased", "deactivated")) {
            done(http, "invite-user", """
                    {"userId":"%s","customerId":"leavers","occurredAt":"2024-03-01T00:00:00Z"}""".formatted(user));
        }
        done(http, "retire-course", """
                {"courseId":"leaving"}""");
        done(http, "erase-user", """
                {"userId":"erased","occurredAt":"2024-03-02T00:00:00Z"}""");
        done(http, "deactivate-user", """
                {"userId":"deactivated","occurredAt":"2024-03-01T00:00:00Z"}""");

        var fired = run(http, "2024-03-31T00:00:00Z").json().get("fired");

        assertThat(fired.valueStream())
                .anySatisfy(kind -> assertThat(kind.toString()).isEqualTo("""
                        {"kind":"assign-training","recorded":0,"unchanged":0,"moot":2,"failed":0}"""));
        assertThat(tenure.events("training.assigned")).noneMatch(event -> event.contains("\"leavers\""));
    }

    @Test
    void whatIsHeldWaitsAndGoesOnWhenItIsLetGo() {
        register(http, "held");
        done(http, "define-onboarding-template", """
                {"templateId":"held","name":"Start","product":"hrm","tasks":[{"taskId":"call","title":"Call","dueDay":3}]}""");
        hold(http, "PT10M");
        sell(http, "held-hrm", "held", "hrm", "2024-01-01", "2025-01-01");
        await().atMost(PATIENCE).until(() -> state("lagEvents") == 0);

        assertThat(http.get("/api/v1/automations").json().get("heldUntil").isNull())
                .isFalse();
        assertThat(count("select count(*) from command.due where subject = 'held-hrm' and kind = 'start-onboarding'"
                        + " and done_at is null"))
                .isEqualTo(1);

        assertThat(http.delete("/api/v1/automations/hold").status()).isEqualTo(204);
        await().atMost(PATIENCE)
                .until(() ->
                        tenure.events("onboarding.started").stream().anyMatch(event -> event.contains("held-hrm")));
    }

    @Test
    void aPoisonedCustomerWaitsAloneUntilItIsTriedAgain() {
        tenure.jdbc
                .sql("alter table command.due add constraint poison check (subject not like 'BAD%')")
                .update();
        try {
            register(http, "BAD");
            register(http, "GOOD");
            sell(http, "BAD-1", "BAD", "crm", "2024-01-01", "2025-01-01");
            sell(http, "BAD-2", "BAD", "crm", "2024-01-01", "2025-01-01");
            sell(http, "GOOD-1", "GOOD", "crm", "2024-01-01", "2025-01-01");

            await().atMost(PATIENCE)
                    .until(() -> count("select count(*) from command.due where subject = 'GOOD-1'") == 2);
            assertThat(state("parkedEvents")).isEqualTo(2);
            assertThat(http.get("/api/v1/automations/parked")
                            .json()
                            .get("events")
                            .valueStream()
                            .map(event -> event.get("sequence").asString()))
                    .containsExactly("BAD", "BAD");
            assertThat(http.post("/api/v1/automations/retry", "")
                            .json()
                            .get("stillParked")
                            .asInt())
                    .isEqualTo(2);
        } finally {
            tenure.jdbc.sql("alter table command.due drop constraint poison").update();
        }
        assertThat(http.post("/api/v1/automations/retry", "")
                        .json()
                        .get("stillParked")
                        .asInt())
                .isZero();
        assertThat(count("select count(*) from command.due where subject like 'BAD-_'"))
                .isEqualTo(4);
    }

    @Test
    void anOrderThatFailsIsShownAndCanBeSentAgain() {
        tenure.jdbc.sql("""
                insert into command.due (kind, subject, key, command, body, correlation_id, due_at, ready_at)
                values ('test', 'X-1', 'due:test:X-1', 'no-such-command', '{}', 'c', '2020-01-01', '2020-01-01')
                """).update();
        run(http, "2020-01-02T00:00:00Z");

        var failed = http.get("/api/v1/automations/failed").json().get("orders");
        assertThat(failed.valueStream().map(order -> order.get("subject").asString()))
                .containsExactly("X-1");
        assertThat(failed.get(0).get("reason").asString()).startsWith("UNKNOWN_COMMAND");
        assertThat(http.post("/api/v1/automations/retry", "")
                        .json()
                        .get("orders")
                        .asInt())
                .isEqualTo(1);
        tenure.jdbc.sql("delete from command.due where subject = 'X-1'").update();
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThat(http.post("/api/v1/automations/run", "{\"until\":\"2999-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(400);
        assertThat(http.post("/api/v1/automations/run", "{\"until\":\"2099-01-01T00:00:00Z\"}")
                        .toString())
                .contains("IN_THE_FUTURE");
        assertThat(http.post("/api/v1/automations/run", "{\"until\":1}").toString())
                .contains("REQUIRED");
        assertThat(http.post("/api/v1/automations/run", "{\"till\":\"2024-01-01T00:00:00Z\"}")
                        .toString())
                .contains("UNKNOWN_FIELD");
        assertThat(http.post("/api/v1/automations/hold", "{\"for\":\"P2D\"}").toString())
                .contains("BAD_DURATION");
        assertThat(http.post("/api/v1/automations/hold", "{\"for\":\"PT1M\",\"holder\":\"a b\"}")
                        .toString())
                .contains("BAD_HOLDER");
        assertThat(http.get("/api/v1/automations?x=1").toString()).contains("UNKNOWN_PARAMETER");
        assertThat(http.delete("/api/v1/automations/hold?x=1").toString()).contains("UNKNOWN_PARAMETER");
    }

    private static void startOnboarding(String id, String customerId) {
        done(http, "start-onboarding", """
                {"onboardingId":"%s","customerId":"%s","startsOn":"2024-01-01","tasks":[
                  {"taskId":"in-time","title":"A","dueDay":9},{"taskId":"late","title":"B","dueDay":9},
                  {"taskId":"never","title":"C","dueDay":9},{"taskId":"later","title":"D","dueDay":40}]}""".formatted(id, customerId));
    }

    private static void complete(String id, String task, String at) {
        done(http, "complete-task", """
                {"onboardingId":"%s","taskId":"%s","occurredAt":"%s"}""".formatted(id, task, at));
    }

    /** One after another, each history in its own order. */
    private static List<Runnable> interleaved(List<List<Runnable>> histories, Random chance) {
        var turns = new ArrayList<Integer>();
        for (var i = 0; i < histories.size(); i++) {
            turns.addAll(Collections.nCopies(histories.get(i).size(), i));
        }
        Collections.shuffle(turns, chance);
        var next = new int[histories.size()];
        return turns.stream().map(i -> histories.get(i).get(next[i]++)).toList();
    }

    private static TreeSet<String> overdue(String customerId) {
        var found = new TreeSet<String>();
        for (var event : tenure.events("onboarding.task-overdue")) {
            var json = JsonMapper.shared().readTree(event);
            if (json.get("customerId").asString().equals(customerId)) {
                assertThat(found.add(json.get("onboardingId").asString() + " "
                                + json.get("taskId").asString() + " "
                                + json.get("occurredAt").asString()))
                        .isTrue();
            }
        }
        return found;
    }

    private static long state(String field) {
        return http.get("/api/v1/automations").json().get(field).asLong();
    }

    private static int count(String sql) {
        return tenure.jdbc.sql(sql).query(Integer.class).single();
    }
}
