package tenure.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tenure.automation.Installation.done;
import static tenure.automation.Installation.register;
import static tenure.automation.Installation.run;
import static tenure.automation.Installation.sell;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tenure.app.database.EmbeddedDatabase;
import tenure.system.FreshDatabase;
import tenure.system.Http;
import tools.jackson.databind.JsonNode;

/**
 * From a customer that goes quiet to a flag, a case, what was done about it, and what was known before it left: over HTTP
 * alone, by the model that Tenure ships with. Its five users come every day until the end of February 2024, and never again;
 * those of another customer go on.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlagsAndCasesTest {

    private static final LocalDate BEGIN = LocalDate.parse("2024-01-01");
    private static final LocalDate LAST_USE = LocalDate.parse("2024-02-29");
    private static final LocalDate END = LocalDate.parse("2024-06-30");
    private static final int DWELL_DAYS = 7;

    @TempDir
    static Path data;

    @TempDir
    static Path nodes;

    private static EmbeddedDatabase server;
    private static Installation tenure;
    private static Http http;
    private static long written;

    @BeforeAll
    static void live() {
        server = FreshDatabase.start(data);
        tenure = new Installation(server, nodes);
        http = tenure.node().http();
        live("quiet", LAST_USE);
        live("steady", END);
        tell("open-ticket", """
                {"ticketId":"T-1","customerId":"quiet","userId":"quiet-1","kind":"how-to","level":"introductory",
                 "occurredAt":"2024-02-20T09:00:00Z"}""");
        run(http, END + "T00:00:00Z");
    }

    @AfterAll
    static void stop() {
        tenure.close();
        server.close();
    }

    private static void live(String customer, LocalDate lastUse) {
        register(http, customer);
        sell(http, customer + "-crm", customer, "crm", "2024-01-01", "2025-01-01");
        for (int user = 1; user <= 5; user++) {
            done(http, "invite-user", """
                    {"userId":"%1$s-%2$d","customerId":"%1$s","occurredAt":"2024-01-01T08:00:00Z"}""".formatted(customer, user));
        }
        var uses = new StringJoiner(",", "[", "]");
        for (var day = BEGIN.plusDays(1); !day.isAfter(lastUse); day = day.plusDays(1)) {
            for (int user = 1; user <= 5; user++) {
                uses.add("""
                        {"type":"feature-use","userId":"%1$s-%2$d","customerId":"%1$s","feature":"search","occurredAt":"%3$sT09:00:00Z"}
                        """.formatted(customer, user, day).strip());
            }
        }
        var answer = http.post("/api/v1/usage", uses.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static JsonNode lookAtFlags(LocalDate day) {
        var answer = http.post("/api/v1/automations/risk-flags", """
                {"until":"%sT00:00:00Z"}""".formatted(day.plusDays(1)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** The days of the quiet customer's line, from the last use on. */
    private static JsonNode line() {
        return http.get("/api/v1/customers/quiet/risk?from=%s&to=%s&asOf=%s&minPosition=%d"
                        .formatted(LAST_USE, END, END, head()))
                .json();
    }

    /** Whatever is in the log by now, reads are to know of: what happens by itself is not told to this test. */
    private static long head() {
        return http.get("/api/v1/projections").json().get("logPosition").asLong();
    }

    private static LocalDate raisedOn() {
        return LocalDate.parse(line().get("flags").get(0).get("raisedOn").asString());
    }

    private static JsonNode cases() {
        return http.get("/api/v1/cases?asOf=" + END + "&minPosition=" + head())
                .json()
                .get("cases");
    }

    @Test
    @Order(1)
    void theHealthFallsBySilenceAloneAndTheLineShowsAFlagOnceItHasBeenLowForAWeek() {
        var line = line();
        var first = line.get("days").get(0);
        assertThat(first.get("health").asDouble()).isGreaterThan(50);
        var flags = line.get("flags");
        assertThat(flags).as(line.get("days").toString()).hasSize(1);
        var raised = raisedOn();
        for (var day : line.get("days")) {
            var on = LocalDate.parse(day.get("day").asString());
            if (on.isAfter(raised.minusDays(DWELL_DAYS)) && !on.isAfter(raised)) {
                assertThat(day.get("health").asDouble()).as("%s", on).isLessThan(40);
            }
            if (on.equals(raised.minusDays(DWELL_DAYS))) {
                assertThat(day.get("health").asDouble()).as("%s", on).isGreaterThanOrEqualTo(40);
            }
        }
    }

    @Test
    @Order(2)
    void noFlagIsRaisedBeforeThat() {
        assertThat(lookAtFlags(raisedOn().minusDays(1)).get("ordered").asInt()).isZero();
        assertThat(tenure.events("risk-flag.raised")).isEmpty();
    }

    @Test
    @Order(3)
    void theFlagIsRaisedOnItsDayAndOpensOneCase() {
        var raised = raisedOn();
        lookAtFlags(raised);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !tenure.events("case.opened").isEmpty());
        assertThat(tenure.events("risk-flag.raised"))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .contains(
                                "\"customerId\":\"quiet\"",
                                "\"reason\":\"low-health\"",
                                // At the end of that day.
                                raised.plusDays(1) + "T00:00:00Z"));

        for (int again = 1; again <= 3; again++) {
            lookAtFlags(raised.plusDays(again));
        }
        run(http, END + "T00:00:00Z");
        assertThat(tenure.events("risk-flag.raised")).hasSize(1);
        assertThat(tenure.events("case.opened")).hasSize(1);
        assertThat(cases()).singleElement().satisfies(one -> {
            assertThat(one.get("customerId").asString()).isEqualTo("quiet");
            assertThat(one.get("reason").asString()).isEqualTo("low-health");
            assertThat(one.get("stage").asString()).isEqualTo("new");
        });
    }

    @Test
    @Order(4)
    void theCaseIsWorkedOnAndKeepsWhatWasDone() {
        var id = cases().get(0).get("caseId").asString();
        var begun = raisedOn().plusDays(1);
        inCase("change-case-stage", id, "\"stage\":\"contacted\",", begun);
        inCase("log-intervention", id, "\"kind\":\"call\",\"note\":\"They have nobody who knows it.\",", begun);
        inCase("change-case-stage", id, "\"stage\":\"plan-agreed\",", begun.plusDays(3));
        assertThat(http.get("/api/v1/cases?asOf=" + begun.plusDays(1) + "&minPosition=" + head())
                        .json()
                        .get("cases")
                        .get(0)
                        .get("stage")
                        .asString())
                .isEqualTo("contacted");
        var one = cases().get(0);
        assertThat(one.get("stage").asString()).isEqualTo("plan-agreed");
        assertThat(one.get("stageSince").asString()).isEqualTo(begun.plusDays(3).toString());
        assertThat(one.get("interventions")).hasSize(1);
        assertThat(http.command("open-case", """
                {"customerId":"quiet","caseId":"second","reason":"low-health","title":"Once more"}""").status())
                .as("a second one for the same reason")
                .isEqualTo(409);
    }

    @Test
    @Order(5)
    void whatWasKnownWhenItLeftStaysAsItWas() {
        var left = raisedOn().plusDays(40);
        tell("churn-customer", """
                {"customerId":"quiet","churnedOn":"%s","reasonCode":"adoption","occurredAt":"%sT08:00:00Z"}""".formatted(left, left));
        long whenItLeft = written;
        var id = cases().get(0).get("caseId").asString();
        inCase("close-case", id, "\"outcome\":\"lost\",", left);
        assertThat(cases().get(0).get("outcome").asString()).isEqualTo("lost");

        var evidence = evidence(whenItLeft);
        assertThat(evidence.get("points")).hasSize(4);
        assertThat(evidence.get("points")
                        .valueStream()
                        .map(point -> point.get("daysBefore").asInt()))
                .containsExactly(0, 30, 90, 180);
        assertThat(evidence.get("points").get(1).get("flagged").asBoolean()).isTrue();
        assertThat(evidence.get("points").get(3).get("health").isNull())
                .as("half a year before there was no customer yet")
                .isTrue();

        // What is heard later of earlier days is seen now, and was not known then.
        tell("record-log-on", """
                {"userId":"quiet-1","customerId":"quiet","occurredAt":"%sT08:00:00Z"}""".formatted(left.minusDays(31)));
        assertThat(evidence(whenItLeft).get("points")).isEqualTo(evidence.get("points"));
        assertThat(evidence(written).get("points").get(0))
                .isNotEqualTo(evidence.get("points").get(0));
    }

    @Test
    @Order(6)
    void theFlagGoesWithTheCustomerAndNobodyElseHadOne() {
        lookAtFlags(END);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !tenure.events("risk-flag.cleared").isEmpty());
        lookAtFlags(END);
        run(http, END + "T00:00:00Z");
        assertThat(tenure.events("risk-flag.cleared"))
                .singleElement()
                .satisfies(event -> assertThat(event).contains("quiet"));
        assertThat(tenure.events("case.opened")).hasSize(1);
    }

    private static JsonNode evidence(long knownAt) {
        return http.get("/api/v1/customers/quiet/risk/evidence?asOf=%s&minPosition=%d&knownAt=%d"
                        .formatted(END, head(), knownAt))
                .json();
    }

    private static void inCase(String command, String id, String fields, LocalDate day) {
        tell(command, """
                {"customerId":"quiet","caseId":"%s",%s"occurredAt":"%sT09:00:00Z"}""".formatted(id, fields, day));
    }

    /** Says something, and notes where it stands in the log. */
    private static void tell(String command, String body) {
        written = Long.parseLong(done(http, command, body).header("Tenure-Position"));
    }
}
