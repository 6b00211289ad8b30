package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.system.Http;
import tenure.system.TenureProcess;

/** Commands in over HTTP, answers out over HTTP, everything between for real. */
class FromRegistrationToFunnelTest {

    @TempDir
    static Path data;

    private static TenureProcess tenure;
    private static Http http;

    @BeforeAll
    static void start() {
        tenure = TenureProcess.start(data);
        http = tenure.http();
    }

    @AfterAll
    static void stop() {
        tenure.close();
    }

    @Test
    void aSaleShowsInTheTotalsAsSoonAsItIsAcknowledged() {
        http.command("register-customer", registration("C-1"));
        var sold = http.command("sell-license", sale("C-1", 10));

        assertThat(sold.status()).isEqualTo(201);
        var position = sold.header("Tenure-Position");
        assertThat(position).isEqualTo(sold.json().get("position").asString());
        var row = http.get("/api/v1/customers?search=C-1&asOf=2024-02-01&minPosition=" + position)
                .json()
                .at("/customers/0");
        assertThat(row.get("seats").asInt()).isEqualTo(10);
        assertThat(row.at("/monthlyRevenue/minorUnits").asLong()).isEqualTo(10 * 2_500);
        assertThat(row.get("renewsOn").asString()).isEqualTo("2025-01-01");
    }

    @Test
    void aCustomerRunsThroughTheBuiltInFunnel() {
        http.command("register-customer", registration("C-2"));
        var used = http.command("report-usage-day", """
                {"customerId":"C-2","day":"2024-01-05","activeUsers":3,"actions":7,"features":{"search":7},
                 "occurredAt":"2024-01-05T23:59:59Z"}""");
        assertThat(used.status()).as(used.toString()).isEqualTo(201);

        var members = http.get("/api/v1/funnels/adoption/steps/1/members?outcome=reached&asOf=2024-03-01&minPosition="
                        + used.header("Tenure-Position"))
                .json();

        assertThat(members.get("members").valueStream())
                .anySatisfy(member ->
                        assertThat(member.get("customerId").asString()).isEqualTo("C-2"));
    }

    @Test
    void theSameKeyHasOneEffectAndOneAnswer() {
        var first = http.command("register-customer", registration("C-3"), "Idempotency-Key", "once");
        var again = http.command("register-customer", registration("C-3"), "Idempotency-Key", "once");
        var other = http.command("register-customer", registration("C-4"), "Idempotency-Key", "once");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(http.get("/api/v1/customers/C-4").status()).isEqualTo(404);
    }

    @Test
    void aRefusedDecisionSaysWhyAndStoresNothing() {
        http.command("register-customer", registration("C-5"));
        http.command("sell-license", sale("C-5", 10));
        var before = logPosition();

        var refused = http.command("renew-license", """
                {"licenseId":"C-5","plan":"pro","seats":10,"pricePerSeatMinorUnits":2500,"currency":"USD",
                 "startsOn":"2024-06-01","endsOn":"2025-06-01","autoRenew":true}""");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("TERMS_OVERLAP");
        assertThat(refused.json().get("outcome").asString()).isEqualTo("not_applied");
        assertThat(logPosition()).isEqualTo(before);
    }

    @Test
    void aCustomerThatLeftBuysAgainOnceItIsWonBack() {
        http.command("register-customer", registration("C-10"));
        http.command("churn-customer", """
                {"customerId":"C-10","churnedOn":"2024-01-01","reasonCode":"price"}""");
        assertThat(http.command("sell-license", sale("C-10", 10))
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("CUSTOMER_HAS_CHURNED");

        http.command("win-back-customer", """
                {"customerId":"C-10","wonBackOn":"2024-01-01"}""");

        assertThat(http.command("sell-license", sale("C-10", 10)).status()).isEqualTo(201);
    }

    @Test
    void aTrialDecidesAndStoresNothing() {
        var before = logPosition();

        var trial = http.post("/api/v1/commands/register-customer?dryRun=true", registration("C-6"));

        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.toString()).contains("customer.registered");
        assertThat(logPosition()).isEqualTo(before);
    }

    @Test
    void aDecisionOnAnOldVersionIsRefusedWithTheNewOne() {
        http.command("register-customer", registration("C-7"));
        http.command("sell-license", sale("C-7", 10));
        var change = """
                {"licenseId":"C-7","seats":%d,"pricePerSeatMinorUnits":2500,"effectiveOn":"2024-02-01"}""";

        assertThat(http.command("change-seats", change.formatted(12), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(201);
        var stale = http.command("change-seats", change.formatted(14), "If-Match", "\"0\"");

        assertThat(stale.status()).as(stale.toString()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void oneBadItemLeavesTheGoodOnesOfABatchAlone() {
        var answer = http.post("/api/v1/commands", """
                [{"command":"register-customer","idempotencyKey":"b-1","body":%s},
                 {"command":"register-customer","idempotencyKey":"b-2","body":{"customerId":"no name"}},
                 {"command":"report-usage-day","idempotencyKey":"b-3","body":{"customerId":"C-8","day":"2024-01-02",
                   "activeUsers":1,"actions":1,"features":{"search":1},"occurredAt":"2024-01-02T23:59:59Z"}}]""".formatted(registration("C-8")));

        assertThat(answer.json().findValuesAsString("status"))
                .as(answer.toString())
                .contains("201", "400", "201");
        assertThat(http.get("/api/v1/customers/C-8/history").json().get("events"))
                .hasSize(2);
    }

    @Nested
    class BadInput {

        static Stream<Arguments> bodies() {
            var deep = "[".repeat(70) + "]".repeat(70);
            return Stream.of(
                    Arguments.of("malformed", "register-customer", "{\"customerId\": ", 400),
                    Arguments.of("no JSON", "register-customer", "customerId=C-9", 400),
                    Arguments.of("an array", "register-customer", "[]", 400),
                    Arguments.of("too deep", "register-customer", "{\"profile\":" + deep + "}", 400),
                    Arguments.of("a repeated field", "register-customer", "{\"name\":\"A\",\"name\":\"B\"}", 400),
                    Arguments.of("something behind it", "register-customer", registration("C-9") + " {}", 400),
                    Arguments.of("an unknown field", "register-customer", with("role", "\"admin\""), 400),
                    Arguments.of("illegal characters", "register-customer", registration("C 9/../x"), 400),
                    Arguments.of("a NUL", "register-customer", with("name", "\"A\\u0000B\""), 400),
                    Arguments.of("a lone surrogate", "register-customer", with("name", "\"\\ud800\""), 400),
                    Arguments.of("a wrong type", "register-customer", with("name", "17"), 400),
                    Arguments.of(
                            "a day that is none", "register-customer", with("registeredOn", "\"2024-02-30\""), 400),
                    Arguments.of("negative seats", "sell-license", sale("C-9", -1), 400),
                    Arguments.of("a huge number", "sell-license", sale("C-9", 1).replace("2500", "1e400"), 400),
                    Arguments.of(
                            "an end before the beginning",
                            "sell-license",
                            sale("C-9", 1).replace("2025-01-01", "2023-01-01"),
                            400),
                    Arguments.of("an unknown command", "sell-everything", "{}", 404),
                    Arguments.of(
                            "five megabytes", "register-customer", with("name", '"' + "x".repeat(5 << 20) + '"'), 413));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("bodies")
        void isRefusedWithAProblemAndStoresNothing(String what, String command, String body, int status) {
            var before = logPosition();

            var answer = http.command(command, body);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().get("outcome").asString()).isEqualTo("not_applied");
            assertThat(answer.json().get("code").asString()).isNotBlank();
            assertThat(answer.toString()).doesNotContain("Exception", "at tenure", "at tools.jackson");
            if (status == 400) {
                assertThat(answer.json().get("errors")).as(answer.toString()).isNotEmpty();
                assertThat(answer.json().at("/errors/0").has("pointer")).isTrue();
            }
            assertThat(logPosition()).isEqualTo(before);
        }

        @ParameterizedTest
        @MethodSource("questions")
        void isRefusedInAQuestion(String path, int status, String code) {
            var answer = http.get(path);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.toString()).contains(code);
        }

        static Stream<Arguments> questions() {
            return Stream.of(
                    Arguments.of("/api/v1/customers?nonsense=1", 400, "\"parameter\":\"nonsense\""),
                    Arguments.of("/api/v1/customers?limit=0", 400, "INVALID_NUMBER"),
                    Arguments.of("/api/v1/customers?sort=colour", 400, "UNKNOWN_VALUE"),
                    Arguments.of("/api/v1/totals?asOf=yesterday", 400, "INVALID_DATE"),
                    Arguments.of("/api/v1/customers/nobody", 404, "UNKNOWN_CUSTOMER"),
                    Arguments.of("/api/v1/customers/nobody/usage", 404, "UNKNOWN_CUSTOMER"),
                    Arguments.of("/api/v1/customers/nobody/history", 404, "UNKNOWN_CUSTOMER"),
                    Arguments.of("/api/v1/customers/%20/usage", 404, "UNKNOWN_CUSTOMER"),
                    Arguments.of("/api/v1/funnels/none", 404, "UNKNOWN_FUNNEL"),
                    Arguments.of("/api/v1/funnels/adoption/steps/99/members", 404, "UNKNOWN_STEP"),
                    Arguments.of("/api/v1/funnels/adoption/steps/x/members", 400, "not_applied"),
                    Arguments.of("/api/v1/nowhere", 404, "not_applied"));
        }
    }

    private static long logPosition() {
        return http.get("/api/v1/projections").json().get("logPosition").asLong();
    }

    private static String registration(String id) {
        return """
                {"customerId":"%s","name":"Customer %s","registeredOn":"2024-01-01","profile":{"channel":"web"},
                 "occurredAt":"2024-01-01T00:00:00Z"}""".formatted(id, id);
    }

    private static String with(String field, String value) {
        return """
                {"customerId":"C-9","registeredOn":"2024-01-01","profile":{},"%s":%s}""".formatted(field, value);
    }

    private static String sale(String id, int seats) {
        return """
                {"licenseId":"%s","customerId":"%s","product":"crm","plan":"pro","seats":%d,
                 "pricePerSeatMinorUnits":2500,"currency":"USD","startsOn":"2024-01-01","endsOn":"2025-01-01",
                 "autoRenew":true,"occurredAt":"2024-01-01T00:00:00Z"}""".formatted(id, id, seats);
    }
}
