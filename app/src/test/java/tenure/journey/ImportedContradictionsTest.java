package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.ForeignData;
import tenure.system.Http;
import tenure.system.ImportedTenure;
import tenure.system.TenureProcess;
import tools.jackson.databind.JsonNode;

/** A foreign set that contradicts itself goes in whole, and its contradictions come out as they were counted. */
class ImportedContradictionsTest {

    private static final Path EXAMPLE = Path.of("../docs/examples/import");

    @TempDir
    private static Path data;

    private static String report;
    private static TenureProcess tenure;
    private static Http http;
    private static JsonNode funnel;
    private static int customers;
    private static JsonNode kinds;

    @BeforeAll
    static void imported() {
        var folder = ForeignData.ravenstack().toString();
        try (var run = TenureProcess.run("import", folder, "--mapping", "ravenstack", "--data-dir", data.toString())) {
            assertThat(run.exitCode(Duration.ofMinutes(10))).as(run.output()).isEqualTo(1);
            report = run.output();
        }
        tenure = TenureProcess.start(data);
        http = tenure.http();
        assertThat(http.command("define-funnel", """
                        {"funnelId":"ravenstack","name":"RavenStack","entryEvent":"customer.registered","steps":[
                          {"name":"Bought","event":"license.sold"},
                          {"name":"Used","event":"usage.day-reported"},
                          {"name":"Used within 30 days","event":"usage.day-reported","fromDay":0,"toDay":30}]}
                        """).status()).isEqualTo(201);
        ImportedTenure.awaitViews(http);
        // Asked before any test adds customers of its own.
        funnel = http.get("/api/v1/funnels/ravenstack?from=2023-01-01&to=2025-01-01&asOf=2025-01-31")
                .json();
        customers = http.get("/api/v1/customers?asOf=2024-12-31&limit=1")
                .json()
                .get("total")
                .asInt();
        kinds = http.get("/api/v1/data-quality?asOf=2025-01-01&limit=1").json().get("kinds");
    }

    @AfterAll
    static void close() {
        if (tenure != null) {
            tenure.close();
        }
    }

    @Test
    void areReportedByNameAndCount() {
        assertThat(report)
                .containsPattern("report-usage-day +24,111 +24,111 +0 +0 +0")
                .containsPattern("sell-license +5,000 +5,000 +0 +0 +0")
                .containsPattern("close-ticket +2,000 +2,000 +0 +0 +0")
                .containsPattern("escalate-ticket +95 +95 +0 +0 +0")
                .containsPattern("rate-ticket +1,175 +1,175 +0 +0 +0")
                .contains(
                        "19,142  usage rows dated before their subscription starts",
                        "13,198  usage rows dated before the account signed up",
                        "290  usage rows dated after their subscription's end",
                        "21  usage ids that occur again on a different row",
                        "1,077  tickets submitted before the account signed up",
                        "110  accounts with churn_flag true",
                        "352  accounts with a churn event",
                        "75  accounts with both a churn_flag and a churn event",
                        "545  churn events while a subscription of the same account stays open",
                        "295  accounts that show usage after their last churn event",
                        "175  accounts with two or more churn events")
                .contains("ALREADY_CHURNED");
    }

    @Test
    void leaveTheKnownTotalsAsTheyAre() {
        assertThat(funnel.get("steps")
                        .valueStream()
                        .map(step -> step.get("reached").asInt()))
                .containsExactly(500, 500, 486, 421);
        assertThat(customers).isEqualTo(500);
    }

    @Test
    void areFoundInTheLogItself() {
        assertThat(kind(
                        "usage-before-registration",
                        found -> found.get("events").asLong()))
                .as("days of accounts")
                .isEqualTo(12_731);
        assertThat(kind(
                        "usage-before-registration",
                        found -> found.get("customers").asLong()))
                .isEqualTo(490);
        assertThat(kind("usage-before-first-term", found -> found.get("events").asLong()))
                .isEqualTo(13_716);
        assertThat(kind(
                        "ticket-before-registration",
                        found -> found.get("events").asLong()))
                .isEqualTo(1_077);
        assertThat(kind("recorded-late", found -> found.get("events").asLong()))
                .isEqualTo(24_111 + 3 * 2_000 + 95 + 1_175);
        assertThat(kind("usage-after-churn", found -> found.get("customers").asLong()))
                .isPositive();
    }

    @Test
    void leadToTheEventsBehindThem() {
        var page = http.get("/api/v1/data-quality?asOf=2025-01-01&kind=ticket-before-registration&limit=2")
                .json();
        var first = page.get("contradictions").get(0);

        var history = http.get("/api/v1/customers/" + first.get("customerId").asString()
                        + "/history?asOf=2025-01-01&type=ticket.opened&limit=500")
                .json();
        assertThat(history.get("events")
                        .valueStream()
                        .filter(event -> event.get("position").asLong()
                                == first.get("positions").get(0).asLong()))
                .singleElement()
                .satisfies(event -> assertThat(event.at("/payload/ticketId").asString())
                        .isEqualTo(first.get("subject").asString()));
        assertThat(page.get("nextCursor").isNull()).isFalse();
    }

    @Test
    void mayBeTriedWithAMappingFileBeforeTheyAreStored() {
        var before = http.get("/api/v1/projections").json().get("logPosition").asLong();

        try (var trial = importExample("--dry-run")) {
            assertThat(trial.exitCode()).as(trial.output()).isZero();
            assertThat(trial.output())
                    .containsPattern("register-customer +3 +3 +0 +0 +0")
                    .contains("Nothing was stored. Nothing was found wrong.")
                    .contains("more could only be checked for their form");
        }
        assertThat(http.get("/api/v1/projections").json().get("logPosition").asLong())
                .isEqualTo(before);

        try (var real = importExample()) {
            assertThat(real.exitCode()).as(real.output()).isZero();
            assertThat(real.output())
                    .containsPattern("all +22 +22 +0 +0 +0")
                    .as("one license renews itself, up to today")
                    .containsPattern("""
                            Everything is in\\.
                            Doing what was due …
                            Done: 2 license-expiry, \\d+ license-renewal, \\d+ renewal-window\\.
                            $""");
        }
        assertThat(http.get("/api/v1/customers/K-1001/history?limit=500")
                        .json()
                        .get("events")
                        .valueStream()
                        .filter(event -> event.get("type").asString().equals("usage.logged-on"))
                        .map(event -> event.at("/payload/userId").asString()))
                .as("log-ons find the customer of their user")
                .containsExactlyInAnyOrder("u-anna", "u-anna", "u-ben");
    }

    @Test
    void mayBeSentAsAZipThatIsTriedAndThenCommitted() throws Exception {
        var zip =
                zipOf("customers.csv", "id,name,since\nZ-1,One,2024-02-01\nZ-2,Two,2024-02-30\n", "mapping.json", """
                {"name":"zipped","files":[{"file":"customers","rows":[{"command":"register-customer","key":["id"],
                  "body":{"customerId":"id","name":"name","registeredOn":"since"}}]}]}
                """);

        var sent = send(zip);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        var path = sent.headers().firstValue("Location").orElseThrow();
        var tried = awaitState(path, "tried").get("trial");
        assertThat(tried.at("/commands/0/accepted").asInt()).isEqualTo(1);
        assertThat(tried.at("/problems/0").toString())
                .startsWith("{\"file\":\"customers.csv\",\"line\":3,\"code\":\"BAD_DATE\"");
        assertThat(http.get("/api/v1/customers/Z-1").status()).isEqualTo(404);

        assertThat(http.post(path + "/commit", "").status()).isEqualTo(202);
        assertThat(awaitState(path, "committed")
                        .at("/report/commands/0/accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(http.get("/api/v1/customers/Z-1/history")
                        .json()
                        .at("/events/0/actor")
                        .asString())
                .startsWith("import:");

        assertThat(http.post(path + "/commit", "").status()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(
                        http.get(path).json().at("/report/commands/0/repeated").asInt())
                .isEqualTo(1));

        assertThat(http.delete(path).status()).isEqualTo(204);
        assertThat(http.get(path).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/customers/Z-1").status()).isEqualTo(200);
    }

    @Test
    void areRefusedAsAZipThatHoldsAnythingElse() throws Exception {
        assertThat(send(zipOf("../a.csv", "x")).body()).contains("IMPORT_REFUSED", "without folders");
        assertThat(send(zipOf("a.csv", "x")).body()).contains("Put a mapping.json into the zip");
        assertThat(send(new byte[10]).body()).contains("not a zip file");
        assertThat(http.get("/api/v1/imports/..%2F..").status()).isEqualTo(400);
        assertThat(http.get("/api/v1/imports/abc-01234567").status()).isEqualTo(404);
    }

    private static HttpResponse<String> send(byte[] zip) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(tenure.url().resolve("/api/v1/imports"))
                                .header("Content-Type", "application/zip")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode awaitState(String path, String state) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> http.get(path).json(),
                        found -> found.path("state").asString("").equals(state));
    }

    private static byte[] zipOf(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < namesAndTexts.length; index += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[index]));
                zip.write(namesAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static TenureProcess importExample(String... options) {
        var arguments = new ArrayList<>(List.of(
                "import",
                EXAMPLE.toString(),
                "--mapping",
                EXAMPLE.resolve("mapping.json").toString(),
                "--url",
                tenure.url().toString()));
        arguments.addAll(List.of(options));
        return TenureProcess.run(arguments.toArray(String[]::new));
    }

    private static long kind(String name, ToLongFunction<JsonNode> count) {
        return count.applyAsLong(kinds.valueStream()
                .filter(kind -> kind.get("kind").asString().equals(name))
                .findFirst()
                .orElseThrow());
    }
}
