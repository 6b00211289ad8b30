package tenure.command.usage;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tenure.command.Doors;
import tenure.command.Request;
import tenure.command.Request.Sender;
import tenure.command.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

class UsageControllerTest {

    private static final String LOG_ON = "{\"type\":\"log-on\",\"userId\":\"anna\",\"messageId\":\"m-1\"}";
    private static final String USE =
            "{\"type\":\"feature-use\",\"userId\":\"anna\",\"feature\":\"quote\",\"count\":3}";
    private static final String DAY =
            "{\"type\":\"day\",\"customerId\":\"acme\",\"day\":\"2026-02-28\",\"activeUsers\":1,\"actions\":2}";

    private final Doors doors = new Doors();
    private final UsageController controller = new UsageController(new LargeBatches(doors.intake()), doors.problems());

    @Test
    void takesAnArray() {
        var response = send("[%s,%s,%s]".formatted(LOG_ON, USE, DAY));

        assertThat(response.getBody().accepted()).isEqualTo(3);
        assertThat(response.getBody().problems()).isEmpty();
        assertThat(response.getHeaders().getFirst("Tenure-Position"))
                .isEqualTo(String.valueOf(doors.log.head()))
                .isEqualTo("3");
    }

    @Test
    void takesOneItemALine() {
        var answer = controller
                .take(Doors.post("application/x-ndjson", LOG_ON + "\n\n" + USE + "\nno json\n"))
                .getBody();

        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.index()).isEqualTo(2);
            assertThat(problem.code()).isEqualTo("MALFORMED_JSON");
            assertThat(problem.pointer()).isEmpty();
        });
    }

    @Test
    void keepsTheGoodItemsAndTellsWhatIsWrongWithTheBad() {
        var answer = send("[%s,%s,%s,%s]"
                        .formatted(
                                LOG_ON,
                                "{\"type\":\"churn-customer\"}",
                                "{\"type\":\"log-on\",\"userId\":\"a b\"}",
                                "{\"type\":\"log-on\",\"userId\":\"anna\",\"messageId\":7}"))
                .getBody();

        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(answer.refused()).isEqualTo(3);
        assertThat(answer.problems())
                .extracting(problem -> problem.index() + " " + problem.code() + " " + problem.pointer())
                .containsExactly("1 UNKNOWN_WORD /type", "2 BAD_ID /userId", "3 WRONG_TYPE /messageId");
    }

    @Test
    void recordsARepeatedMessageOnce() {
        var both = send("[%s,%s]".formatted(LOG_ON, LOG_ON)).getBody();
        var later = send("[%s]".formatted(LOG_ON)).getBody();

        assertThat(both.accepted()).isEqualTo(1);
        assertThat(both.repeated()).isEqualTo(1);
        assertThat(later.accepted()).isZero();
        assertThat(later.repeated()).isEqualTo(1);
        assertThat(doors.log.head()).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfOneCallerApartFromThoseOfAnother() {
        var body = JsonMapper.shared().readTree("{\"userId\":\"anna\"}");
        var requests = Stream.of("one", "other", "one")
                .map(caller -> new Request("record-log-on", body, "m-1", new Sender("anna", caller, "c"), null, false))
                .toList();

        assertThat(new LargeBatches(doors.intake()).takeAll(requests))
                .extracting(outcome -> outcome.orThrow().replayed())
                .containsExactly(false, false, true);
    }

    @Test
    void recordsTwiceWhatHasNoMessageId() {
        assertThat(send("[%s,%s]".formatted(USE, USE)).getBody().accepted()).isEqualTo(2);
    }

    @Test
    void refusesOneIdForTwoThings() {
        var other = LOG_ON.replace("anna", "ben");

        assertThat(send("[%s,%s]".formatted(LOG_ON, other)).getBody().problems())
                .extracting(RefusedItem::code)
                .containsExactly("KEY_REUSED");
        assertThat(send("[%s]".formatted(other)).getBody().problems())
                .extracting(RefusedItem::code)
                .containsExactly("KEY_REUSED");
    }

    @Test
    void asksTheLogOnceAThousandItems() {
        send(logOns(2_500));

        assertThat(doors.log.head()).isEqualTo(2_500);
        assertThat(doors.log.calls)
                .containsEntry("find", 3)
                .containsEntry("record", 3)
                .containsEntry("customersOf", 3)
                .hasSize(3);
    }

    @Test
    void asksTheLogNoMoreForARequestOfNothingButRepeats() {
        var answer = send(IntStream.range(0, 2_000).mapToObj(index -> LOG_ON).collect(joining(",", "[", "]")))
                .getBody();

        assertThat(answer.repeated()).isEqualTo(1_999);
        // One key alone need not be looked up: the log says when it has it.
        assertThat(doors.log.calls).doesNotContainKey("find").containsEntry("record", 1);
    }

    @Test
    void takesNoMoreThanTenThousandItems() {
        var body = logOns(10_001);

        var refused = catchThrowableOfType(ProblemException.class, () -> send(body));

        assertThat(refused.problem().status()).isEqualTo(413);
        assertThat(doors.log.head()).isZero();
    }

    private static String logOns(int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(index -> LOG_ON.replace("m-1", "n-" + index))
                .collect(joining(",", "[", "]"));
    }

    private ResponseEntity<UsageAnswer> send(String body) {
        return controller.take(Doors.post("application/json", body));
    }
}
