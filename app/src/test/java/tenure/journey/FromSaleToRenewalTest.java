package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.domain.EventCatalogue;
import tenure.system.Http;
import tenure.system.Http.Answer;
import tenure.system.ImportedTenure;
import tenure.system.TenureProcess;
import tools.jackson.databind.JsonNode;

/**
 * Two customers, over HTTP alone: Acme is sold a license, gets to know the product and renews; Birch does not get far,
 * leaves, and is won back. What happens by itself (training, onboarding, overdue tasks, renewal windows, the end of a
 * term) is left to happen by itself.
 */
class FromSaleToRenewalTest {

    @TempDir
    static Path data;

    private static TenureProcess tenure;
    private static Http http;

    @BeforeAll
    static void tellBothStories() {
        tenure = TenureProcess.start(data);
        http = tenure.http();
        hold();
        whatTheVendorDefines();
        acmeGetsToKnowTheProduct();
        acmeIsWorriedAboutAndRenews();
        birchLeavesAndComesBack();
        run();
        ImportedTenure.awaitViews(http);
    }

    @AfterAll
    static void stop() {
        tenure.close();
    }

    private static void whatTheVendorDefines() {
        say("publish-course", """
                {"courseId":"basics","title":"First steps","level":"introductory","required":true,
                 "occurredAt":"2024-01-02T08:00:00Z"}""");
        say("publish-course", """
                {"courseId":"old","title":"Before","level":"core","required":false,"occurredAt":"2024-01-02T08:00:00Z"}""");
        say("retire-course", """
                {"courseId":"old","occurredAt":"2024-01-03T08:00:00Z"}""");
        say("catalog-feature", """
                {"feature":"search","level":"introductory","product":"crm","occurredAt":"2024-01-02T08:00:00Z"}""");
        say("catalog-feature", """
                {"feature":"quote","level":"core","product":"crm","valueEvent":true,"occurredAt":"2024-01-02T08:00:00Z"}""");
        say("define-onboarding-template", """
                {"templateId":"crm-start","name":"First weeks","product":"crm","occurredAt":"2024-01-02T08:00:00Z","tasks":[
                 {"taskId":"kick-off","title":"Kick-off call","dueDay":3,"milestone":true},
                 {"taskId":"data","title":"Import the data","dueDay":14},
                 {"taskId":"news","title":"Subscribe to the newsletter","dueDay":30,"required":false}]}""");
        say("define-segment", """
                {"segmentId":"north","name":"In the north","conditions":[
                 {"property":"region","operator":"is","values":["north"]}],"occurredAt":"2024-01-02T08:00:00Z"}""");
        say("define-funnel", """
                {"funnelId":"trained","name":"To the first training","entryEvent":"license.sold","steps":[
                 {"name":"Somebody is invited","event":"user.invited"},
                 {"name":"Somebody is trained","event":"training.completed"},
                 {"name":"Renewed","event":"license.renewed"}],"occurredAt":"2024-01-02T08:00:00Z"}""");
        say("publish-risk-model", """
                {"modelId":"first","name":"First","horizonDays":90,"signals":[
                 {"signal":"active-share","weight":100,"poor":0.2,"good":0.75}],
                 "bands":[{"band":"red","from":0},{"band":"green","from":60}],
                 "raiseAt":40,"clearAt":55,"dwellDays":7,"occurredAt":"2024-01-02T08:00:00Z"}""");
    }

    private static void acmeGetsToKnowTheProduct() {
        register("acme", "2024-01-15");
        say("assign-owner", """
                {"customerId":"acme","owner":"kim","occurredAt":"2024-01-15T09:00:00Z"}""");
        say("define-audience", """
                {"customerId":"acme","departments":{"Sales":2,"Service":1},"occurredAt":"2024-01-15T09:00:00Z"}""");
        sell("acme", "acme-crm", 3, "2024-01-15", "2025-01-15");
        say("change-profile", """
                {"customerId":"acme","profile":{"region":"north"},"occurredAt":"2024-01-16T09:00:00Z"}""");
        for (var user : List.of("anna", "ben", "cleo")) {
            say("invite-user", """
                    {"userId":"%s","customerId":"acme","department":"Sales","role":"seller",
                     "occurredAt":"2024-01-16T10:00:00Z"}""".formatted(user));
            say("activate-user", """
                    {"userId":"%s","occurredAt":"2024-01-17T10:00:00Z"}""".formatted(user));
            say("assign-seat", """
                    {"licenseId":"acme-crm","userId":"%s","occurredAt":"2024-01-17T10:00:00Z"}""".formatted(user));
        }
        assertThat(refused("assign-seat", """
                {"licenseId":"acme-crm","userId":"nobody","occurredAt":"2024-01-17T10:00:00Z"}""")).isEqualTo("UNKNOWN_USER");
        say("start-training", """
                {"userId":"anna","courseId":"basics","occurredAt":"2024-01-18T10:00:00Z"}""");
        say("complete-training", """
                {"userId":"anna","courseId":"basics","score":90,"occurredAt":"2024-01-19T10:00:00Z"}""");
        say("record-log-on", """
                {"userId":"anna","occurredAt":"2024-01-18T08:00:00Z"}""");
        var tooMany = say("record-feature-use", """
                {"userId":"anna","feature":"quote","count":300,"occurredAt":"2024-01-18T08:05:00Z"}""");
        say("record-feature-use", """
                {"userId":"anna","feature":"quote","count":3,"corrects":"%s","occurredAt":"2024-01-18T08:05:00Z"}""".formatted(eventOf(tooMany)));
        var mistaken = say("record-log-on", """
                {"userId":"ben","occurredAt":"2024-01-18T08:00:00Z"}""");
        say("retract-fact", """
                {"eventId":"%s","customerId":"acme","reason":"A test system.","occurredAt":"2024-01-19T08:00:00Z"}""".formatted(eventOf(mistaken)));
        say("report-usage-day", """
                {"customerId":"acme","day":"2024-01-18","activeUsers":1,"actions":3,"features":{"quote":3}}""");
        acmeAsks();
    }

    private static void acmeAsks() {
        say("open-ticket", """
                {"ticketId":"T-1","userId":"ben","kind":"how-to","feature":"search","level":"introductory",
                 "occurredAt":"2024-02-01T08:00:00Z"}""");
        at("record-first-response", "T-1", "", "2024-02-01T08:30:00Z");
        at("classify-ticket", "T-1", "\"kind\":\"defect\",", "2024-02-01T09:00:00Z");
        at("escalate-ticket", "T-1", "", "2024-02-01T10:00:00Z");
        at("change-ticket-status", "T-1", "\"status\":\"pending\",", "2024-02-01T11:00:00Z");
        at("resolve-ticket", "T-1", "", "2024-02-02T08:00:00Z");
        at("reopen-ticket", "T-1", "", "2024-02-03T08:00:00Z");
        at("resolve-ticket", "T-1", "", "2024-02-04T08:00:00Z");
        at("close-ticket", "T-1", "", "2024-02-05T08:00:00Z");
        at("rate-ticket", "T-1", "\"rating\":4,", "2024-02-05T09:00:00Z");
    }

    private static void acmeIsWorriedAboutAndRenews() {
        say("rate-customer", """
                {"customerId":"acme","rating":2,"note":"Few log on.","occurredAt":"2024-04-01T08:00:00Z"}""");
        say("raise-risk-flag", """
                {"customerId":"acme","reason":"low-health","modelId":"first","health":30,"occurredAt":"2024-04-02T08:00:00Z"}""");
        inCase(
                "open-case",
                "\"reason\":\"low-health\",\"title\":\"Few log on\",\"owner\":\"kim\",",
                "2024-04-02T09:00:00Z");
        inCase("change-case-stage", "\"stage\":\"contacted\",", "2024-04-03T09:00:00Z");
        inCase("log-intervention", "\"kind\":\"call\",\"note\":\"They will train.\",", "2024-04-03T10:00:00Z");
        inCase("close-case", "\"outcome\":\"saved\",", "2024-05-01T09:00:00Z");
        say("clear-risk-flag", """
                {"customerId":"acme","reason":"low-health","occurredAt":"2024-05-01T08:00:00Z"}""");
        say("change-user-role", """
                {"userId":"ben","department":"Service","occurredAt":"2024-05-02T08:00:00Z"}""");
        say("deactivate-user", """
                {"userId":"ben","occurredAt":"2024-05-03T08:00:00Z"}""");
        say("reactivate-user", """
                {"userId":"ben","occurredAt":"2024-05-04T08:00:00Z"}""");
        say("release-seat", """
                {"licenseId":"acme-crm","userId":"cleo","occurredAt":"2024-05-05T08:00:00Z"}""");
        say("erase-user", """
                {"userId":"cleo","occurredAt":"2024-05-06T08:00:00Z"}""");
        say("change-seats", """
                {"licenseId":"acme-crm","seats":5,"pricePerSeatMinorUnits":1900,"effectiveOn":"2024-06-01"}""");
        say("change-plan", """
                {"licenseId":"acme-crm","plan":"max","pricePerSeatMinorUnits":2400,"effectiveOn":"2024-07-01"}""");
        say("give-notice", """
                {"licenseId":"acme-crm","reasonCode":"price","occurredAt":"2024-11-01T08:00:00Z"}""");
        say("withdraw-notice", """
                {"licenseId":"acme-crm","occurredAt":"2024-11-10T08:00:00Z"}""");
        say("renew-license", """
                {"licenseId":"acme-crm","plan":"max","seats":6,"pricePerSeatMinorUnits":2400,"currency":"EUR",
                 "startsOn":"2025-01-15","endsOn":"2026-01-15","autoRenew":true,"occurredAt":"2024-12-01T08:00:00Z"}""");
    }

    private static void birchLeavesAndComesBack() {
        register("birch", "2024-02-01");
        sell("birch", "birch-crm", 10, "2024-02-01", "2024-08-01");
        say("start-onboarding", """
                {"onboardingId":"birch-own","customerId":"birch","startsOn":"2024-02-01","tasks":[
                 {"taskId":"call","title":"Call","dueDay":1},{"taskId":"extra","title":"Extra","dueDay":2,"required":false}]}""");
        for (var order : List.of("complete-task call", "reopen-task call", "skip-task extra", "complete-task call")) {
            var words = order.split(" ");
            say(words[0], """
                    {"onboardingId":"birch-own","taskId":"%s","occurredAt":"2024-02-01T09:00:00Z"}""".formatted(words[1]));
        }
        sell("birch", "birch-add-on", 2, "2024-02-01", "2025-02-01");
        say("cancel-license", """
                {"licenseId":"birch-add-on","effectiveOn":"2024-06-01"}""");
        say("churn-customer", """
                {"customerId":"birch","churnedOn":"2024-08-01","reasonCode":"no-value","reasonText":"Nobody used it."}""");
        say("record-exit-interview", """
                {"customerId":"birch","reasonCode":"no-value","reasons":["no-training"],"text":"Nobody was trained.",
                 "occurredAt":"2024-08-10T08:00:00Z"}""");
        assertThat(refused("sell-license", sale("birch", "birch-again", 4, "2024-12-01", "2025-12-01")))
                .isEqualTo("CUSTOMER_HAS_CHURNED");
        say("win-back-customer", """
                {"customerId":"birch","wonBackOn":"2024-12-01"}""");
        sell("birch", "birch-again", 4, "2024-12-01", "2025-12-01");
    }

    @Test
    void everyEventOfTheLanguageHasHappened() {
        Set<String> happened = new HashSet<>();
        everythingInTheFeed().forEach(event -> happened.add(event.get("type").asString()));

        assertThat(happened).containsExactlyInAnyOrderElementsOf(EventCatalogue.names());
    }

    @Test
    void whatIsDueByItselfHappenedAtItsTime() {
        assertThat(momentsOf("training.assigned")).contains("2024-01-16T10:00:00Z");
        assertThat(momentsOf("license.renewal-window-opened")).contains("2024-05-03T00:00:00Z");
        assertThat(momentsOf("license.expired")).contains("2024-08-01T00:00:00Z");
        // The tasks of the template that Acme's license was sold with, none of which anybody did, at the end of the day
        // on which they were due.
        assertThat(momentsOf("onboarding.task-overdue")).contains("2024-01-19T00:00:00Z", "2024-01-30T00:00:00Z");
    }

    @Test
    void theViewsTellBothStories() {
        assertThat(customer("acme", "2025-02-01").get("status").asString()).isEqualTo("live");
        assertThat(customer("acme", "2025-02-01").get("seats").asInt()).isEqualTo(6);
        assertThat(customer("acme", "2024-08-01").get("plan").asString()).isEqualTo("max");
        assertThat(customer("birch", "2024-09-01").get("status").asString()).isEqualTo("churned");
        assertThat(customer("birch", "2024-12-02").get("status").asString()).isEqualTo("live");
        assertThat(customer("birch", "2024-12-02").get("seats").asInt()).isEqualTo(4);

        var funnel = http.get("/api/v1/funnels/trained?asOf=2025-02-01").json().get("steps");
        assertThat(funnel.valueStream().map(step -> step.get("reached").asInt()))
                .containsExactly(2, 1, 1, 1);
    }

    private static JsonNode customer(String id, String day) {
        return http.get("/api/v1/customers/" + id + "?asOf=" + day).json().get("customer");
    }

    private static List<String> momentsOf(String type) {
        return everythingInTheFeed().stream()
                .filter(event -> event.get("type").asString().equals(type))
                .map(event -> event.get("time").asString())
                .toList();
    }

    private static List<JsonNode> everythingInTheFeed() {
        List<JsonNode> events = new ArrayList<>();
        long after = 0;
        while (true) {
            var page = http.get("/api/v1/events?limit=100&after=" + after).json();
            if (page.isEmpty()) {
                return events;
            }
            page.forEach(events::add);
            after = events.getLast().get("position").asLong();
        }
    }

    private static void register(String customer, String day) {
        say("register-customer", """
                {"customerId":"%s","name":"%s","registeredOn":"%s","profile":{"channel":"web"}}""".formatted(customer, customer, day));
    }

    private static void sell(String customer, String license, int seats, String from, String to) {
        say("sell-license", sale(customer, license, seats, from, to));
    }

    private static String sale(String customer, String license, int seats, String from, String to) {
        return """
                {"licenseId":"%s","customerId":"%s","product":"crm","plan":"pro","seats":%d,"pricePerSeatMinorUnits":2000,
                 "currency":"EUR","startsOn":"%s","endsOn":"%s","autoRenew":false}""".formatted(license, customer, seats, from, to);
    }

    private static void at(String command, String ticket, String rest, String moment) {
        say(command, "{\"ticketId\":\"%s\",%s\"occurredAt\":\"%s\"}".formatted(ticket, rest, moment));
    }

    private static void inCase(String command, String rest, String moment) {
        say(command, "{\"customerId\":\"acme\",\"caseId\":\"C-1\",%s\"occurredAt\":\"%s\"}".formatted(rest, moment));
    }

    private static Answer say(String command, String body) {
        var answer = http.command(command, body);
        assertThat(answer.status()).as(command + " " + body + ": " + answer).isEqualTo(201);
        return answer;
    }

    private static String refused(String command, String body) {
        var answer = http.command(command, body);
        assertThat(answer.status()).as(command + ": " + answer).isEqualTo(409);
        return answer.json().get("code").asString();
    }

    private static String eventOf(Answer answer) {
        return answer.json().get("events").get(0).get("eventId").asString();
    }

    private static void hold() {
        assertThat(http.post("/api/v1/automations/hold", "{\"for\":\"PT10M\"}").status())
                .isLessThan(300);
    }

    private static void run() {
        assertThat(http.delete("/api/v1/automations/hold").status()).isLessThan(300);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> http.post("/api/v1/automations/run", "{\"until\":\"2026-01-01T00:00:00Z\"}")
                        .json()
                        .get("complete")
                        .asBoolean());
    }
}
