package tenure.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.command.CommandLedger.FactToRecord;
import tenure.command.CommandMetadata;
import tenure.command.InMemory;
import tenure.command.PassingTrouble;
import tenure.command.definitions.BuiltInDefinitions;
import tenure.command.problem.Problem;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Count;
import tenure.domain.shared.WholeNumber;
import tenure.domain.usage.UsageCommand.ReportUsageDay;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.tomcat.connection-timeout=1s")
@ExtendWith(OutputCaptureExtension.class)
class CommandControllerTest {

    @Autowired
    private InMemory log;

    @Autowired
    private BuiltInDefinitions builtIn;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String customer = "c-" + UUID.randomUUID();

    @BeforeEach
    void forget() {
        log.calls.clear();
        log.beforeAppend.clear();
    }

    @Nested
    class ACommand {
        @Test
        void isAnsweredWithWhatWasRecorded() {
            var response = register(customer);

            assertThat(response.statusCode()).isEqualTo(201);
            JsonNode answer = json(response);
            assertThat(answer.propertyNames()).containsExactly("commandId", "stream", "version", "position", "events");
            assertThat(answer.get("stream").asString()).isEqualTo("customer/" + customer);
            assertThat(answer.get("version").asLong()).isZero();
            assertThat(answer.get("position").asLong()).isEqualTo(log.head());
            assertThat(answer.at("/events/0/type").asString()).isEqualTo("customer.registered");
            assertThat(response.headers().firstValue("Tenure-Position")).hasValue(String.valueOf(log.head()));
        }

        @Test
        void thatChangesNothingIsAnsweredWithoutEvents() {
            register(customer);
            churn(customer, "2026-03-01");

            var again = churn(customer, "2026-03-01");

            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(json(again).get("events").isEmpty()).isTrue();
            assertThat(again.headers().firstValue("Tenure-Position")).isEmpty();
        }

        @Test
        void thatIsRefusedIsAProblemWithTheCode() {
            register(customer);

            assertProblem(churn(customer, "2019-01-01"), 409, "CHURN_BEFORE_REGISTRATION");
        }

        @Test
        void aboutAnythingUnknownIsRefused() {
            assertProblem(churn(customer, "2026-01-01"), 409, "UNKNOWN_CUSTOMER");
            assertProblem(send("sell-license", sale(customer)), 409, "UNKNOWN_CUSTOMER");
            assertProblem(
                    send("cancel-license", "{\"licenseId\":\"%s\",\"effectiveOn\":\"2026-01-01\"}".formatted(customer)),
                    409,
                    "UNKNOWN_LICENSE");
        }

        @Test
        void thatSellsToACustomerWhoHasLeftIsRefusedUntilItIsWonBack() {
            register(customer);
            churn(customer, "2026-01-15");
            assertProblem(send("sell-license", sale(customer)), 409, "CUSTOMER_HAS_CHURNED");

            send("win-back-customer", "{\"customerId\":\"%s\",\"wonBackOn\":\"2026-02-01\"}".formatted(customer));
            assertThat(send("sell-license", sale(customer)).statusCode()).isEqualTo(201);
        }

        @Test
        void thatSellsATermFromBeforeTheCustomerLeftIsTaken() {
            register(customer);
            churn(customer, "2026-01-16");

            assertThat(send("sell-license", sale(customer)).statusCode()).isEqualTo(201);
        }

        private void invite(String user) {
            var invitation = "{\"userId\":\"%s\",\"customerId\":\"%s\"}".formatted(user, customer);
            assertThat(send("invite-user", invitation).statusCode()).isEqualTo(201);
        }

        @Test
        void thatAsksForAChoiceIsRefusedWithTheCandidates() {
            register(customer);
            send("sell-license", sale(customer));
            invite("anna");
            assertThat(send("assign-seat", seat("anna", "17")).statusCode()).isEqualTo(201);
            assertProblem(send("assign-seat", seat("ben", "18")), 409, "UNKNOWN_USER");
            invite("ben");
            assertThat(send("assign-seat", seat("ben", "18")).statusCode()).isEqualTo(201);

            var refused = send("change-seats", oneSeat("[]"));
            assertProblem(refused, 409, "SEATS_STILL_ASSIGNED");
            assertThat(json(refused).get("candidates").valueStream().map(JsonNode::asString))
                    .containsExactly("ben", "anna");

            var changed = send("change-seats", oneSeat("[\"ben\"]"));
            assertThat(json(changed).get("events").findValuesAsString("type"))
                    .containsExactly("license.seat-released", "license.seats-changed");
        }

        private String seat(String user, String day) {
            return "{\"licenseId\":\"%s\",\"userId\":\"%s\",\"occurredAt\":\"2026-01-%sT00:00:00Z\"}"
                    .formatted(customer, user, day);
        }

        private String oneSeat(String release) {
            return "{\"licenseId\":\"%s\",\"seats\":1,\"pricePerSeatMinorUnits\":100,\"effectiveOn\":\"2026-02-01\",\"release\":%s}"
                    .formatted(customer, release);
        }

        @Test
        void thatCreatesWhatExistsIsRefused() {
            register(customer);
            assertProblem(register(customer), 409, "ALREADY_EXISTS");
        }

        @Test
        void thatIsAFactGoesToTheLedger() {
            var response = send("report-usage-day", usage(customer));

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(json(response).get("stream").asString()).isEqualTo("usage/" + customer);
            assertThat(log.calls).containsEntry("record", 1);
        }

        @Test
        void thatDoesNotExistIsAProblemWithNearNames() {
            var response = send("sell-licence", "{}");

            assertProblem(response, 404, "UNKNOWN_COMMAND");
            assertThat(json(response).at("/near/0").asString()).isEqualTo("sell-license");
        }

        @Test
        void thatCannotBeReadIsAProblemWithPointers() {
            var response = send("sell-license", "{\"seats\":\"5\"}");

            assertProblem(response, 400, "BAD_REQUEST");
            assertThat(json(response).get("errors").findValuesAsString("pointer"))
                    .contains("/seats", "/licenseId");
            assertProblem(send("sell-license", "{"), 400, "BAD_REQUEST");
        }
    }

    @Nested
    class AnIdempotencyKey {
        @Test
        void givesTheSameAnswerAgain() {
            String key = UUID.randomUUID().toString();
            var first = send("register-customer", registration(customer), "Idempotency-Key", key);
            var second = send("register-customer", registration(customer), "Idempotency-Key", key);

            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
            assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        }

        @Test
        void givesTheSameAnswerAgainWhenNothingChanged() {
            register(customer);
            churn(customer, "2026-03-01");
            String body =
                    "{\"customerId\":\"%s\",\"churnedOn\":\"2026-03-01\",\"reasonCode\":\"x\"}".formatted(customer);
            var first = send("churn-customer", body, "Idempotency-Key", "k-" + customer);
            var second = send("churn-customer", body, "Idempotency-Key", "k-" + customer);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        }

        @Test
        void isNotForAnotherBody() {
            send("register-customer", registration(customer), "Idempotency-Key", customer);

            assertProblem(
                    send("register-customer", registration(customer + "x"), "Idempotency-Key", customer),
                    422,
                    "KEY_REUSED");
        }

        @Test
        void isRefusedWhileItIsBeingWorkedOn() throws Exception {
            var begun = new CountDownLatch(1);
            var finish = new CountDownLatch(1);
            log.beforeAppend.add(() -> {
                begun.countDown();
                await(finish);
            });
            var first = Thread.ofVirtual()
                    .start(() -> send("register-customer", registration(customer), "Idempotency-Key", customer));
            await(begun);

            var second = send("register-customer", registration(customer), "Idempotency-Key", customer);
            finish.countDown();
            first.join();

            assertProblem(second, 409, "IN_FLIGHT");
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(send("register-customer", registration(customer), "Idempotency-Key", customer)
                            .headers()
                            .firstValue("Idempotency-Replayed"))
                    .hasValue("true");
        }

        @Test
        void usedMeanwhileOnAnotherNodeIsFoundByTheLog() {
            var metadata = new CommandMetadata("local", "local", customer, "another hash", "c", "c", null);
            var fact = new ReportUsageDay(
                    new CustomerId("elsewhere"),
                    LocalDate.EPOCH,
                    new WholeNumber(1),
                    new Count(1),
                    Map.of(),
                    null,
                    Instant.EPOCH);
            log.beforeAppend.add(() -> log.record(List.of(new FactToRecord(fact, metadata))));

            assertProblem(
                    send("register-customer", registration(customer), "Idempotency-Key", customer), 422, "KEY_REUSED");
        }

        @Test
        void hasUpTo255VisibleCharacters() {
            assertThat(send(
                                    "register-customer",
                                    registration(customer),
                                    "Idempotency-Key",
                                    customer + "k".repeat(255 - customer.length()))
                            .statusCode())
                    .isEqualTo(201);
            assertProblem(
                    send("register-customer", registration(customer), "Idempotency-Key", "k".repeat(256)),
                    400,
                    "BAD_REQUEST");
            assertProblem(
                    send("register-customer", registration(customer), "Idempotency-Key", "a b"), 400, "BAD_REQUEST");
        }
    }

    @Nested
    class AnExpectedVersion {
        @Test
        void thatIsTheCurrentOneLetsTheCommandPass() {
            register(customer);
            assertThat(churnExpecting("\"0\"").statusCode()).isEqualTo(201);
        }

        @Test
        void thatDiffersIsAProblemWithTheCurrentOne() {
            register(customer);

            var response = churnExpecting("\"7\"");

            assertProblem(response, 412, "VERSION_DIFFERS");
            assertThat(json(response).get("currentVersion").asLong()).isZero();
        }

        @Test
        void comesBeforeARefusal() {
            register(customer);
            churn(customer, "2026-03-01");

            assertProblem(churnExpecting("\"0\""), 412, "VERSION_DIFFERS");
        }

        @Test
        void isWrittenInQuotesAndNotForFacts() {
            assertProblem(churnExpecting("0"), 400, "BAD_REQUEST");
            assertProblem(send("report-usage-day", usage(customer), "If-Match", "\"0\""), 400, "BAD_REQUEST");
        }

        @Test
        void ofSomethingNewIsAProblem() {
            var response = send("register-customer", registration(customer), "If-Match", "\"0\"");

            assertProblem(response, 412, "VERSION_DIFFERS");
            assertThat(json(response).get("detail").asString())
                    .isEqualTo("customer/%s does not exist yet, so it has no version; send this without If-Match."
                            .formatted(customer));
        }

        @Test
        void ofSomethingThatIsToBeMadeAndExistsIsComparedWithItsVersion() {
            register(customer);

            assertProblem(
                    send("register-customer", registration(customer), "If-Match", "\"0\""), 409, "ALREADY_EXISTS");
            var response = send("register-customer", registration(customer), "If-Match", "\"7\"");
            assertProblem(response, 412, "VERSION_DIFFERS");
            assertThat(json(response).get("currentVersion").asLong()).isZero();
            assertThat(json(response).get("detail").asString())
                    .isEqualTo("It is at version 0, not 7; look again before you decide.");
        }

        private HttpResponse<String> churnExpecting(String version) {
            return send(
                    "churn-customer",
                    "{\"customerId\":\"%s\",\"churnedOn\":\"2026-04-01\",\"reasonCode\":\"x\"}".formatted(customer),
                    "If-Match",
                    version);
        }
    }

    @Nested
    class ALostRace {
        @Test
        void isTriedAgainInside() {
            register(customer);
            log.beforeAppend.add(() -> {
                throw new ConcurrencyException("lost");
            });

            assertThat(churn(customer, "2026-03-01").statusCode()).isEqualTo(201);
        }

        @Test
        void isGivenUpAtSomeTime() {
            register(customer);
            for (int attempt = 0; attempt < 50; attempt++) {
                log.beforeAppend.add(() -> {
                    throw new ConcurrencyException("lost");
                });
            }

            assertProblem(churn(customer, "2026-03-01"), 409, "CONTENDED");
        }
    }

    @Nested
    class ATrial {
        @Test
        void saysWhatWouldBeRecordedAndStoresNothing() {
            long head = log.head();
            var response = send("register-customer?dryRun=true", registration(customer));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(json(response).at("/events/0/type").asString()).isEqualTo("customer.registered");
            assertThat(log.head()).isEqualTo(head);
            assertThat(register(customer).statusCode()).isEqualTo(201);
        }

        @Test
        void ofAFactStoresNothingEither() {
            long head = log.head();
            var response = send("report-usage-day?dryRun=true", usage(customer), "Idempotency-Key", customer);

            assertThat(json(response).at("/events/0/type").asString()).isEqualTo("usage.day-reported");
            assertThat(log.head()).isEqualTo(head);
            assertThat(log.calls).as("its key is looked up").containsOnlyKeys("find");
        }

        @Test
        void ofSomethingThatExistsIsRefusedLikeTheRealThing() {
            register(customer);

            assertProblem(send("register-customer?dryRun=true", registration(customer)), 409, "ALREADY_EXISTS");
        }

        @Test
        void underAKeyThatWasUsedIsAnsweredAsTheRealThingWouldBe() {
            var real = send("register-customer", registration(customer), "Idempotency-Key", customer);
            long head = log.head();

            var same = send("register-customer?dryRun=true", registration(customer), "Idempotency-Key", customer);
            assertThat(same.statusCode()).isEqualTo(201);
            assertThat(same.body()).isEqualTo(real.body());
            assertThat(same.headers().firstValue("Idempotency-Replayed")).hasValue("true");
            assertProblem(
                    send("register-customer?dryRun=true", registration(customer + "x"), "Idempotency-Key", customer),
                    422,
                    "KEY_REUSED");
            assertProblem(
                    send("report-usage-day?dryRun=true", usage(customer), "Idempotency-Key", customer),
                    422,
                    "KEY_REUSED");
            assertThat(log.head()).isEqualTo(head);
        }

        @Test
        void leavesItsKeyUnused() {
            send("register-customer?dryRun=true", registration(customer + "x"), "Idempotency-Key", customer);

            assertThat(send("register-customer", registration(customer), "Idempotency-Key", customer)
                            .statusCode())
                    .isEqualTo(201);
        }

        @Test
        void isRefusedLikeTheRealThing() {
            assertProblem(send("sell-license?dryRun=true", sale(customer)), 409, "UNKNOWN_CUSTOMER");
            assertProblem(send("sell-license?dryRun=maybe", sale(customer)), 400, "BAD_REQUEST");
            assertProblem(send("sell-license?dry=true", sale(customer)), 400, "BAD_REQUEST");
        }
    }

    @Nested
    class ABatch {
        @Test
        void hasAnOutcomePerItemAndTheGoodOnesStay() {
            var response = batch(
                    "application/json",
                    "[%s,%s,%s,%s]"
                            .formatted(
                                    item("register-customer", null, registration(customer)),
                                    item("register-customer", null, "{}"),
                                    item("no-such", null, "{}"),
                                    item("sell-license", null, sale(customer))));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(json(response).at("/items").findValuesAsString("status"))
                    .containsExactly("201", "400", "404", "201");
            assertThat(json(response).at("/items/1/errors/0/pointer").asString())
                    .isEqualTo("/customerId");
            assertThat(json(response).at("/items/1/outcome").asString()).isEqualTo("not_applied");
            assertThat(json(response).get("position").asLong()).isEqualTo(log.head());
        }

        @Test
        void recordsFactsInARowInOneCallAndLooksKeysUpInOne() {
            String lines = String.join(
                    "\n",
                    item("report-usage-day", "a" + customer, usage(customer)),
                    item("report-usage-day", "b" + customer, usage(customer)),
                    "not json",
                    item("report-usage-day", "c" + customer, usage(customer)),
                    "");
            var response = batch("application/x-ndjson", lines);

            assertThat(json(response).at("/items").findValuesAsString("status"))
                    .containsExactly("201", "201", "400", "201");
            assertThat(log.calls).containsEntry("record", 1).containsEntry("find", 1);

            var again = batch("application/x-ndjson", lines);
            assertThat(json(again).at("/items").findValuesAsString("replayed")).containsExactly("true", "true", "true");
            assertThat(log.calls).containsEntry("record", 1).containsEntry("find", 2);
        }

        @Test
        void takesAKeyOnceEvenWithinItself() {
            long head = log.head();
            String one = item("report-usage-day", customer, usage(customer));
            var response = batch(
                    "application/json",
                    "[%s,%s,%s]".formatted(one, one, item("report-usage-day", customer, usage(customer + "x"))));

            assertThat(json(response).at("/items").findValuesAsString("status")).containsExactly("201", "201", "422");
            assertThat(json(response).at("/items/1/replayed").asBoolean()).isTrue();
            assertThat(log.head()).isEqualTo(head + 1);
        }

        @Test
        void takesAKeyOnceInATrialToo() {
            long head = log.head();
            String one = item("register-customer", customer, registration(customer));
            String fact = item("report-usage-day", "u" + customer, usage(customer));
            String refused = item("sell-license", "s" + customer, sale("x" + customer));
            var response = batch(
                    "?dryRun=true",
                    "application/json",
                    "[%s,%s,%s,%s,%s,%s,%s]"
                            .formatted(
                                    one,
                                    one,
                                    item("register-customer", customer, registration(customer + "x")),
                                    fact,
                                    fact,
                                    refused,
                                    refused));

            assertThat(json(response).at("/items").findValuesAsString("status"))
                    .containsExactly("200", "200", "422", "200", "200", "409", "409");
            assertThat(json(response).at("/items").findValuesAsString("replayed"))
                    .containsExactly("false", "true", "false", "true");
            assertThat(log.head()).isEqualTo(head);
        }

        @Test
        void hasUpToAThousandItems() {
            String one = item("no-such", null, "{}");
            assertThat(json(batch("application/x-ndjson", (one + "\n").repeat(1_000)))
                            .at("/items")
                            .size())
                    .isEqualTo(1_000);
            assertProblem(batch("application/x-ndjson", (one + "\n").repeat(1_001)), 413, "TOO_MANY");
            assertProblem(batch("application/x-ndjson", ""), 400, "BAD_REQUEST");
            assertProblem(batch("application/json", "{}"), 400, "BAD_REQUEST");
        }

        @Test
        void tellsTroubleThatMayPassFromFaultsOfOurs() {
            register(customer);
            log.beforeAppend.add(() -> {
                throw new Outage();
            });
            log.beforeAppend.add(() -> {
                throw new IllegalStateException("secret");
            });

            var response = batch(
                    "application/json",
                    "[%s,%s,%s]"
                            .formatted(
                                    item("register-customer", null, registration(customer + "a")),
                                    item("register-customer", null, registration(customer + "b")),
                                    item("register-customer", null, registration(customer + "c"))));

            assertThat(json(response).at("/items").findValuesAsString("status")).containsExactly("503", "500", "201");
            assertThat(json(response).at("/items").findValuesAsString("code")).containsExactly("AWAY", "UNEXPECTED");
            assertThat(response.body()).doesNotContain("secret");
        }

        private String item(String command, @Nullable String key, String body) {
            return key == null
                    ? "{\"command\":\"%s\",\"body\":%s}".formatted(command, body)
                    : "{\"command\":\"%s\",\"idempotencyKey\":\"%s\",\"body\":%s}".formatted(command, key, body);
        }

        private HttpResponse<String> batch(String type, String body) {
            return batch("", type, body);
        }

        private HttpResponse<String> batch(String parameters, String type, String body) {
            return exchange(request("/api/v1/commands" + parameters)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }
    }

    @Nested
    class ABody {
        @Test
        void hasAtMost256Kilobytes() {
            assertProblem(send("sell-license", " ".repeat(256 * 1024 + 1)), 413, "TOO_LARGE");
            assertProblem(send("sell-license", " ".repeat(256 * 1024)), 400, "BAD_REQUEST");
        }

        @Test
        void isCountedWhenItsLengthIsNotTold() {
            byte[] big = " ".repeat(400 * 1024).getBytes(UTF_8);
            var response = exchange(request("/api/v1/commands/sell-license")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big))));

            assertProblem(response, 413, "TOO_LARGE");
        }

        @Test
        void thatDoesNotArriveIsNoFaultOfOurs(CapturedOutput output) throws IOException {
            try (var slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
                slow.getOutputStream().write(head().getBytes(UTF_8));

                // The body of this answer is Tomcat's, which has found out first.
                assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("HTTP/1.1 408");
            }
            try (var gone = new Socket(InetAddress.getLoopbackAddress(), port)) {
                gone.getOutputStream().write(head().getBytes(UTF_8));
                gone.shutdownOutput();
                gone.getInputStream().readAllBytes();
            }
            assertThat(output).doesNotContain("POST failed").doesNotContain("\tat ");
        }

        /** Promises more than it sends. */
        private static String head() {
            return "POST /api/v1/commands/sell-license HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{";
        }

        @Test
        void isJsonInUtf8() {
            assertProblem(post("text/plain", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
            assertProblem(post("application/json;charset=utf-16", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
        }

        private HttpResponse<String> post(String type, String body) {
            return exchange(request("/api/v1/commands/sell-license")
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }
    }

    @Nested
    class AnythingElse {
        @Test
        void isAProblemToo() {
            var nowhere = exchange(request("/api/v1/nowhere").GET());
            assertProblem(nowhere, 404, "NOT_FOUND");
            assertThat(json(nowhere).get("detail").asString()).isEqualTo("There is nothing at /api/v1/nowhere.");
            assertProblem(exchange(request("/api/v1/commands/sell-license").GET()), 405, "METHOD_NOT_ALLOWED");
            assertProblem(
                    exchange(request("/api/v1/commands/sell-license")
                            .header("Content-Type", "application/json")
                            .header("Accept", "text/html")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))),
                    400,
                    "BAD_REQUEST");
        }

        @Test
        void thatFailsTellsNothingOfTheInside() {
            var response = exchange(request("/broken").GET());

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(json(response).get("outcome").asString()).isEqualTo("unknown");
            assertThat(response.body()).doesNotContain("secret", "Exception", "at tenure");
        }

        @Test
        void theClientSaysOfItselfIsLimited() {
            assertProblem(send("register-customer", registration(customer), "Tenure-Actor", "a b"), 400, "BAD_REQUEST");
            assertThat(send("register-customer", registration(customer), "Tenure-Actor", "ann@example.org")
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Nested
    class TheDescription {
        @Test
        void hasAnOperationForEveryCommandWithItsSchema() {
            JsonNode api = json(exchange(request("/v3/api-docs").GET()));

            assertThat(api.get("openapi").asString()).startsWith("3.1");
            JsonNode operation = api.at("/paths/~1api~1v1~1commands~1sell-license/post");
            assertThat(operation.get("responses").propertyNames())
                    .contains("200", "201", "400", "409", "412", "413", "415", "422");
            assertThat(operation
                            .at("/requestBody/content/application~1json/example/seats")
                            .asInt())
                    .isEqualTo(25);
            JsonNode schema = api.at("/components/schemas/SellLicense");
            assertThat(schema.at("/properties/seats/type").asString()).isEqualTo("integer");
            assertThat(schema.at("/properties/seats/minimum").asInt()).isEqualTo(1);
            assertThat(schema.at("/properties/licenseId/pattern").asString()).isEqualTo("^[A-Za-z0-9._-]{1,64}$");
            assertThat(schema.at("/additionalProperties").isBoolean()).isTrue();
            assertThat(schema.get("required").toString()).contains("seats").doesNotContain("occurredAt");
            assertThat(api.at("/components/schemas/Problem/properties/outcome").isMissingNode())
                    .isFalse();
            assertThat(api.get("paths").propertyNames()).doesNotContain("/api/v1/commands/{name}");
        }
    }

    @Nested
    class BuiltInOnes {
        @Test
        void areDefinedOnce() {
            builtIn.define();
            long head = log.head();
            builtIn.define();

            assertThat(head).isPositive();
            assertThat(log.head()).isEqualTo(head);
        }
    }

    private void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        ObjectNode problem = (ObjectNode) json(response);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("outcome").asString()).isEqualTo("not_applied");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.propertyNames()).contains("type", "title", "detail", "errors");
    }

    private HttpResponse<String> register(String id) {
        return send("register-customer", registration(id));
    }

    private HttpResponse<String> churn(String id, String day) {
        return send(
                "churn-customer",
                "{\"customerId\":\"%s\",\"churnedOn\":\"%s\",\"reasonCode\":\"price\"}".formatted(id, day));
    }

    private static String registration(String id) {
        return "{\"customerId\":\"%s\",\"name\":\"Acme\",\"registeredOn\":\"2026-01-15\"}".formatted(id);
    }

    private static String usage(String id) {
        return "{\"customerId\":\"%s\",\"day\":\"2026-01-16\",\"activeUsers\":1,\"actions\":2}".formatted(id);
    }

    private static String sale(String id) {
        return """
                {"licenseId":"%s","customerId":"%s","product":"crm","plan":"basic","seats":5,
                "pricePerSeatMinorUnits":100,"currency":"EUR","startsOn":"2026-01-15","endsOn":"2027-01-15",
                "autoRenew":true}
                """.formatted(id, id).replace("\n", "");
    }

    private HttpResponse<String> send(String command, String body, String... headers) {
        var request = request("/api/v1/commands/" + command).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static final class Outage extends RuntimeException {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @ComponentScan(
            basePackages = "tenure.command",
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "tenure\\.command\\.automation\\..*"))
    static class Application {
        @Bean
        InMemory log() {
            return new InMemory();
        }

        @Bean
        CommandBus bus(InMemory log) {
            return log.bus();
        }

        @Bean
        PassingTrouble trouble() {
            return failure -> failure instanceof Outage
                    ? Optional.of(Problem.of(503, "AWAY", "Gone for a moment.", Problem.UNKNOWN))
                    : Optional.empty();
        }

        @RestController
        static class Broken {
            @GetMapping("/broken")
            List<String> fail() {
                throw new IllegalStateException("secret");
            }
        }
    }
}
