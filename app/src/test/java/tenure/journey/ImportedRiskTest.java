package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenure.system.ForeignData;
import tenure.system.Http;
import tenure.system.ImportedTenure;
import tools.jackson.databind.JsonNode;

/** The risk of customers that came in by the import of a foreign data set, as pages see it. */
class ImportedRiskTest {

    private static Http http;

    @BeforeAll
    static void imported() {
        ForeignData.crmsim();
        http = ImportedTenure.shared().http();
    }

    private static JsonNode list(String parameters) {
        return http.get("/api/v1/risk?asOf=2023-04-30" + parameters).json();
    }

    @Test
    void isListedWithTheRiskiestFirst() {
        var list = list("&limit=500");

        assertThat(list.get("total").asInt()).isEqualTo(325);
        assertThat(list.at("/model/modelId").asString()).isEqualTo("default");
        var risks = StreamSupport.stream(list.get("customers").spliterator(), false)
                .map(row -> row.get("risk").asDouble())
                .toList();
        assertThat(risks).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(list.at("/bands/red").asInt()
                        + list.at("/bands/yellow").asInt()
                        + list.at("/bands/green").asInt())
                .isEqualTo(325);
        assertThat(list.at("/customers/0/drivers")).isNotEmpty();
    }

    @Test
    void saysTheSameInTheListAndOnTheLine() {
        for (int place : new int[] {0, 7, 90}) {
            var row = list("&limit=100").get("customers").get(place);
            var line = http.get("/api/v1/customers/" + row.get("customerId").asString()
                            + "/risk?asOf=2023-04-30&from=2023-03-31")
                    .json();
            var days = line.get("days");
            assertThat(days).hasSize(31);
            assertThat(days.get(30)
                            .get("health")
                            .decimalValue()
                            .subtract(row.get("health").decimalValue()))
                    .isBetween(BigDecimal.ZERO, new BigDecimal("0.0099"));
            for (var day : days) {
                var sum = StreamSupport.stream(day.get("contributions").spliterator(), false)
                        .map(JsonNode::decimalValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(day.get("health").decimalValue());
            }
        }
    }

    @Test
    void saysWhatChangedBetweenTwoDays() {
        var id = list("").at("/customers/0/customerId").asString();
        var changes = http.get(
                        "/api/v1/customers/" + id + "/risk/changes?asOf=2023-04-30&from=2023-03-31&to=2023-04-30")
                .json();

        var sum = StreamSupport.stream(changes.get("changes").spliterator(), false)
                .map(change -> change.get("change").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(changes.get("change").decimalValue());
        assertThat(changes.get("changes"))
                .anySatisfy(
                        change -> assertThat(change.get("eventCount").asInt()).isPositive());
    }

    @Test
    void knowsWhatWasKnownBeforeACustomerLeft() {
        var left = http.get("/api/v1/customers?status=churned&limit=1&asOf=2023-06-30")
                .json()
                .at("/customers/0/customerId")
                .asString();
        var evidence = http.get("/api/v1/customers/" + left + "/risk/evidence?asOf=2023-06-30")
                .json();

        assertThat(evidence.get("churnedOn").asString()).isNotEmpty();
        assertThat(evidence.at("/points/0/daysBefore").asInt()).isZero();
        assertThat(evidence.at("/points/0/parts")).isNotEmpty();
    }

    @Test
    void isMeasured() {
        var evaluation = finished("/api/v1/risk/evaluation?asOf=2023-06-30&from=2022-03-01&to=2023-05-01");

        assertThat(evaluation.at("/quality/rows").asInt()).isEqualTo(3_668);
        assertThat(evaluation.at("/quality/auc/value").asDouble()).isGreaterThanOrEqualTo(0.65);
        assertThat(evaluation.at("/quality/verdict").asString()).startsWith("It ranks losses better than chance");
    }

    @Test
    void saysWhatGoesWithLossAndThatItIsNoCause() {
        var drivers = finished("/api/v1/drivers?asOf=2023-06-30");

        assertThat(drivers.get("lostCustomers").asInt()).isEqualTo(119);
        assertThat(drivers.at("/drivers/note").asString()).contains("association, not cause");
        assertThat(drivers.at("/drivers/clusters/0/drivers/0/deciles/0/interval/from")
                        .isNumber())
                .isTrue();
        assertThat(drivers.at("/reasons/0/churned").asInt()).isEqualTo(120);
        assertThat(drivers.at("/interventions/note").asString()).contains("not causal");
    }

    @Test
    void isLearnedFromWhatWasClosedAndMeasuredByWhatCame() {
        var learned = finished("/api/v1/risk/evaluation/learned?asOf=2023-06-30&from=2022-03-01&to=2023-05-01");

        assertThat(learned.get("months")).hasSize(14);
        assertThat(learned.at("/months/0/accepted").asBoolean()).isFalse();
        assertThat(learned.at("/quality/auc/value").asDouble()).isGreaterThanOrEqualTo(0.70);
        assertThat(learned.at("/quality/brier/score").asDouble())
                .isLessThan(learned.at("/quality/brier/ofConstantRate").asDouble());
    }

    @Test
    void hasNoCasesWhereNobodyOpenedOne() {
        var board = http.get("/api/v1/cases?asOf=2023-06-30").json();

        assertThat(board.get("total").asInt()).isZero();
        assertThat(board.get("cases")).isEmpty();
    }

    private static JsonNode finished(String path) {
        return finished(() -> http.get(path));
    }

    /** The same question again and again, until what takes longer than one answer is done. */
    private static JsonNode finished(Supplier<Http.Answer> question) {
        while (true) {
            var answer = question.get();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            if (answer.json().get("state").asString().equals("done")) {
                return answer.json().get("result");
            }
        }
    }

    @Test
    void canBePlayedThroughWithAnotherModel() {
        var played = finished(() -> http.post("/api/v1/risk/whatif?asOf=2023-06-30", """
                {"modelId":"only-silence","signals":[{"signal":"silence-days","weight":1}]}
                """));

        assertThat(played.get("changedTotal").asInt()).isPositive();
        assertThat(played.at("/qualityOfDraft/auc/value").asDouble())
                .isLessThan(played.at("/qualityOfCurrent/auc/value").asDouble());
        assertThat(http.post("/api/v1/risk/whatif", """
                {"modelId":"no","signals":[{"signal":"silence-day","weight":1}]}
                """).json().get("detail").asString())
                .contains("Did you mean 'silence-days'");
    }

    @Test
    void canBePlayedThroughWithAnotherThresholdAlone() {
        var played = finished(() -> http.post("/api/v1/risk/whatif?asOf=2023-06-30", """
                {"modelId":"keener","raiseAt":60,"clearAt":65}
                """));

        assertThat(played.at("/qualityOfDraft/flaggedNow").asInt())
                .isGreaterThan(played.at("/qualityOfCurrent/flaggedNow").asInt());
        assertThat(played.at("/qualityOfDraft/auc/value")).isEqualTo(played.at("/qualityOfCurrent/auc/value"));
    }
}
