package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenure.system.ForeignData;
import tenure.system.Http;
import tenure.system.ImportedTenure;
import tenure.system.TenureProcess;
import tools.jackson.databind.JsonNode;

/** The totals that the makers of a foreign data set know of it must come out of an import of its files. */
class ImportedCustomersTest {

    private static Http http;

    @BeforeAll
    static void imported() {
        ForeignData.crmsim();
        http = ImportedTenure.shared().http();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-31, 206,  6705, 121072",
        "2022-06-30, 230,  7895, 143565",
        "2022-12-31, 286,  9830, 175394",
        "2023-04-30, 325, 11870, 209650",
    })
    void addUpToTheKnownTotals(String day, long customers, long seats, long monthlyRevenue) {
        var totals = http.get("/api/v1/totals?asOf=" + day).json();

        assertThat(totals.get("customers").asLong()).isEqualTo(customers);
        assertThat(totals.get("seats").asLong()).isEqualTo(seats);
        assertThat(totals.at("/monthlyRevenue/0/currency").asString()).isEqualTo("USD");
        assertThat(totals.at("/monthlyRevenue/0/minorUnits").asLong()).isEqualTo(monthlyRevenue * 100);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-31,  6705, 121072",
        "2022-06-30,  7895, 143565",
        "2022-12-31,  9830, 175394",
        "2023-04-30, 11870, 209650",
    })
    void haveAsManySeatsInTheirLedger(String day, long seats, long monthlyRevenue) {
        var totals = http.get("/api/v1/seats?limit=1&asOf=" + day).json().get("totals");
        var month = http.get("/api/v1/seats/months?asOf=" + day).json().get("months");

        assertThat(totals.at("/sold/value").asLong()).isEqualTo(seats);
        assertThat(totals.at("/monthlyRevenue/0/minorUnits").asLong()).isEqualTo(monthlyRevenue * 100);
        assertThat(month).hasSizeBetween(12, 13);
        assertThat(month.get(month.size() - 1).get("sold").asLong()).isEqualTo(seats);
        assertThat(explained(totals.at("/sold/explain").asString())).isEqualTo(seats);
    }

    private static long explained(String address) {
        return http.get(address).json().get("value").asLong();
    }

    @Test
    void areKnownByTheTotalsOfTheirDaysAlone() {
        var seats = http.get("/api/v1/customers/P-0001/seats?asOf=2023-03-31&every=month")
                .json();

        assertThat(seats.get("basis").asString()).isEqualTo("day-totals");
        assertThat(seats.at("/balance/trained").isNull()).isTrue();
        assertThat(seats.at("/balance/active28/value").asLong()).isPositive();
        assertThat(explained(seats.at("/balance/active28/explain").asString()))
                .isEqualTo(seats.at("/balance/active28/value").asLong());
        assertThat(seats.get("movements").valueStream())
                .anySatisfy(
                        movement -> assertThat(movement.get("kind").asString()).isEqualTo("renewed"));
        assertThat(http.get("/api/v1/customers/nobody/seats").status()).isEqualTo(404);
        assertThat(http.get("/api/v1/customers/P-0001/seats?until=2023-03-31").status())
                .isEqualTo(400);
    }

    @Test
    void goThroughTheFunnelAsKnown() {
        var funnel = http.get("/api/v1/funnels/adoption?from=2022-07-01&to=2022-10-01&asOf=2023-07-01")
                .json();

        assertThat(steps(funnel).map(step -> step.get("reached").asInt())).containsExactly(42, 42, 36, 30, 29);
        assertThat(steps(funnel).skip(1)).allSatisfy(step -> {
            var before = funnel.get("steps").get(step.get("index").asInt() - 1);
            assertThat(step.get("reached").asInt()
                            + step.get("open").asInt()
                            + step.get("missed").asInt())
                    .isEqualTo(before.get("reached").asInt());
        });
    }

    @Test
    void areOpenAndNotLostWhileTheirTimeIsNotOver() {
        var funnel = http.get("/api/v1/funnels/adoption?from=2022-07-01&to=2022-10-01&asOf=2022-10-15")
                .json();

        assertThat(steps(funnel).mapToInt(step -> step.get("open").asInt()).sum())
                .isPositive();
        assertThat(steps(funnel)
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .get("reached")
                        .asInt())
                .as("nobody has stayed 180 days after at most 106")
                .isZero();
    }

    @Test
    void standBehindEachPartOfABar() {
        var window = "from=2022-07-01&to=2022-10-01&asOf=2023-07-01";
        var funnel = http.get("/api/v1/funnels/adoption?" + window).json();

        steps(funnel).forEach(step -> {
            for (var outcome : new String[] {"reached", "open", "missed"}) {
                var members = http.get("/api/v1/funnels/adoption/steps/" + step.get("index") + "/members?outcome="
                                + outcome + "&limit=500&" + window)
                        .json();
                assertThat(members.get("members")).hasSize(step.get(outcome).asInt());
            }
        });
    }

    @Test
    void areListedInPagesWithoutGapsOrRepeats() {
        var seen = new java.util.LinkedHashSet<String>();
        String cursor = "";
        int rows = 0;
        do {
            var page = http.get("/api/v1/customers?asOf=2023-06-30&limit=100&sort=name" + cursor)
                    .json();
            rows += page.get("customers").size();
            page.get("customers")
                    .valueStream()
                    .forEach(row -> seen.add(row.get("customerId").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        // Two of the 472 sign up on the day after.
        var signedUp = http.get("/api/v1/customers?asOf=2023-07-01&limit=1")
                .json()
                .get("total")
                .asInt();
        assertThat(signedUp).isEqualTo(472);
        assertThat(seen).hasSize(rows);
        assertThat(seen).isSubsetOf(ids("2023-07-01"));
    }

    private static java.util.List<String> ids(String day) {
        return http.get("/api/v1/customers?limit=500&asOf=" + day)
                .json()
                .get("customers")
                .valueStream()
                .map(row -> row.get("customerId").asString())
                .toList();
    }

    @Test
    void showATermThatWasCutAsItWasSold() {
        var cut = ids("2023-07-01").stream()
                .map(id ->
                        http.get("/api/v1/customers/" + id + "?asOf=2023-07-01").json())
                .filter(customer -> customer.at("/terms/0/state").asString().equals("cut-short"))
                .findFirst()
                .orElseThrow();

        var term = cut.at("/terms/0");
        assertThat(term.get("endedEarlyOn").asString())
                .isEqualTo(cut.at("/churn/churnedOn").asString());
        assertThat(term.get("endsOn").asString())
                .isGreaterThan(term.get("endedEarlyOn").asString());
    }

    @Test
    void keepTheirHistoryToTheLetter() {
        var page = http.get("/api/v1/customers/P-0001/history?asOf=2023-07-01&limit=500")
                .json();
        var events = page.get("events");

        var told = events.valueStream()
                .filter(event -> !event.get("actor").asString().equals("tenure"))
                .toList();
        assertThat(told.getFirst().get("type").asString()).isEqualTo("customer.churned");
        assertThat(told.getFirst().at("/payload/churnedOn").asString()).isEqualTo("2023-04-16");
        assertThat(events.valueStream().filter(event -> !told.contains(event)))
                .as("what Tenure adds by itself")
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.get("type").asString())
                        .isIn("license.renewal-window-opened", "license.expired"));
        var positions = events.valueStream()
                .map(event -> event.get("position").asLong())
                .toList();
        assertThat(positions)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .doesNotHaveDuplicates();
        assertThat(events.valueStream())
                .allSatisfy(event ->
                        assertThat(event.at("/payload/customerId").asString()).isEqualTo("P-0001"));
    }

    @Test
    void areHandedOutAsATablePageByPage() {
        var next = "/api/v1/customers?asOf=2023-07-01&sort=name&limit=200";
        List<String> lines = new ArrayList<>();
        while (!next.isEmpty()) {
            var page = http.get(next, "Accept", "text/csv");
            assertThat(page.header("Content-Type")).startsWith("text/csv");
            var rows = page.response().body().lines().toList();
            assertThat(rows.getFirst()).startsWith("customerId,name,status,").contains("monthlyRevenue.minorUnits");
            lines.addAll(rows.subList(1, rows.size()));
            next = page.header("Link").replaceAll("^<(.*)>; rel=\"next\"$", "$1");
        }
        assertThat(lines).hasSize(472).doesNotHaveDuplicates();
        var json = http.get("/api/v1/customers?asOf=2023-07-01&sort=name&limit=200", "Accept", "application/x-ndjson");
        assertThat(json.response().body().lines()).hasSize(200).allMatch(line -> line.startsWith("{\"customerId\":"));
    }

    @Test
    void areFoundOnTheNextPageOfATableToo() {
        var page = http.get("/api/v1/customers?asOf=2023-07-01&search=P%2D00&limit=3", "Accept", "text/csv");

        assertThat(page.header("Link")).contains("search=P%2D00&").doesNotContain("%25");
    }

    @Test
    void areNotSentAgainToWhoeverHasThem() {
        var first = http.get("/api/v1/customers?asOf=2023-07-01");

        var second = http.get("/api/v1/customers?asOf=2023-07-01", "If-None-Match", first.header("ETag"));
        var otherDay = http.get("/api/v1/customers?asOf=2023-06-01", "If-None-Match", first.header("ETag"));

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.response().body()).isEmpty();
        assertThat(otherDay.status()).isEqualTo(200);
    }

    @Test
    void areReportedAsReadAndAccepted() {
        assertThat(ImportedTenure.report()).contains("472").contains("119,437").doesNotContain("Exception");
    }

    @Test
    void changeNothingWhenTheyAreImportedAgain() {
        var tenure = ImportedTenure.shared();
        var before = http.get("/api/v1/projections").json().get("logPosition").asLong();

        try (var again = TenureProcess.run(
                "import",
                ForeignData.crmsim().toString(),
                "--mapping",
                "crmsim",
                "--url",
                tenure.url().toString())) {
            assertThat(again.exitCode()).as(again.output()).isZero();
            assertThat(again.output())
                    .containsPattern("all +123,517 +0 +123,517 +0 +0")
                    .endsWith("""
                            Nothing new: everything was in before.
                            Doing what was due …
                            Nothing was to be done.
                            """);
        }

        assertThat(http.get("/api/v1/projections").json().get("logPosition").asLong())
                .isEqualTo(before);
    }

    private static java.util.stream.Stream<JsonNode> steps(JsonNode funnel) {
        return StreamSupport.stream(funnel.get("steps").spliterator(), false);
    }
}
