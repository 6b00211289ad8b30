package tenure.command.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tenure.command.Doors;
import tenure.command.problem.ProblemException;
import tenure.command.usage.LargeBatches;
import tenure.command.usage.RefusedItem;
import tenure.domain.customer.CustomerId;
import tenure.domain.user.UserId;

class SegmentControllerTest {

    private static final String TRACK = """
            {"type":"track","userId":"anna","event":"Quote Sent","messageId":"m-1",
            "timestamp":"2026-03-01T09:00:00.000Z"}""";

    private final Doors doors = new Doors();
    private final SegmentController controller =
            new SegmentController(new SegmentIntake(new LargeBatches(doors.intake()), doors.problems()), doors.clock());

    @Nested
    class ACall {
        @Test
        void isRecordedAndAnsweredAsSegmentDoes() {
            var response = controller.call("track", json(TRACK));

            assertThat(response.getStatusCode().value()).isEqualTo(200);
            assertThat(response.getBody()).isEqualTo(new SegmentAnswer(true, List.of()));
            assertThat(response.getHeaders().getFirst("Tenure-Position")).isEqualTo("1");
        }

        @Test
        void thatCannotBeReadIsA400() {
            var problem = catchThrowableOfType(
                    ProblemException.class, () -> controller.call("track", json("{\"userId\":\"anna\"}")));

            assertThat(problem.problem().status()).isEqualTo(400);
            assertThat(problem.problem().errors().getFirst().pointer()).isEqualTo("/event");
        }

        @Test
        void namesWhatCanBeAFeature() {
            var longName = json("{\"userId\":\"anna\",\"name\":\"%s\"}".formatted("x".repeat(129)));

            assertThat(catchThrowableOfType(ProblemException.class, () -> controller.call("page", longName))
                            .problem()
                            .errors()
                            .getFirst())
                    .satisfies(error -> assertThat(error.pointer()).isEqualTo("/name"))
                    .satisfies(error -> assertThat(error.code()).isEqualTo("TOO_LONG"));
        }

        @Test
        void hasAtMost32Kilobytes() {
            var big = json(
                    "{\"userId\":\"anna\",\"event\":\"x\",\"properties\":\"%s\"}".formatted("x".repeat(32 * 1024)));

            assertThat(catchThrowableOfType(ProblemException.class, () -> controller.call("track", big))
                            .problem()
                            .status())
                    .isEqualTo(413);
        }
    }

    @Nested
    class ABatch {
        @Test
        void keepsTheGoodCallsAndTellsWhichWereBad() {
            var answer = batch(TRACK, "{\"type\":\"track\",\"userId\":\"anna\"}", "{\"type\":\"nothing\"}")
                    .getBody();

            assertThat(answer.success()).isTrue();
            assertThat(answer.refused())
                    .extracting(refused -> refused.index() + " " + refused.code())
                    .containsExactly("1 MISSING", "2 UNKNOWN_WORD");
            assertThat(doors.log.head()).isEqualTo(1);
        }

        @Test
        void isRecordedOnceThoughItIsSentAgainAtAnotherTime() {
            batch(TRACK, TRACK);
            var again = controller
                    .batch(json("{\"batch\":[%s],\"sentAt\":\"2026-03-01T09:30:00Z\"}".formatted(TRACK)))
                    .getBody();

            assertThat(again).isEqualTo(new SegmentAnswer(true, List.of()));
            assertThat(doors.log.head()).isEqualTo(1);
        }

        @Test
        void isRecordedAsOftenAsItIsSentWithoutAMessageId() {
            var call = TRACK.replace("\"messageId\":\"m-1\",", "");
            batch(call, call);
            batch(call);

            assertThat(doors.log.head()).isEqualTo(3);
        }

        @Test
        void registersBeforeItInvitesAndInvitesBeforeItRecords() {
            var answer = batch(
                            TRACK,
                            "{\"type\":\"identify\",\"userId\":\"anna\",\"traits\":{\"company\":{\"id\":\"acme\"}}}",
                            "{\"type\":\"group\",\"userId\":\"anna\",\"groupId\":\"acme\",\"traits\":{\"name\":\"Acme\"}}")
                    .getBody();

            assertThat(answer.refused()).isEmpty();
            assertThat(doors.log.isKnown(new CustomerId("acme"))).isTrue();
            assertThat(doors.log.isKnown(new UserId("anna"))).isTrue();
            assertThat(doors.log.head()).isEqualTo(4);
        }

        @Test
        void saysWhenNobodyKnowsTheCustomerOfAUser() {
            assertThat(batch("{\"type\":\"identify\",\"userId\":\"anna\",\"groupId\":\"nobody\"}")
                            .getBody()
                            .refused())
                    .extracting(RefusedItem::code)
                    .containsExactly("UNKNOWN_CUSTOMER");
        }

        @Test
        void mayBePacked() throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write("{\"batch\":[%s]}".formatted(TRACK).getBytes(UTF_8));
            }
            var request = json("");
            request.setContent(packed.toByteArray());
            request.addHeader("Content-Encoding", "gzip");

            controller.batch(request);

            assertThat(doors.log.head()).isEqualTo(1);
        }

        @Test
        void thatUnpacksToMoreThan500KilobytesIsRefused() throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(new byte[600 * 1024]);
            }
            var request = json("");
            request.setContent(packed.toByteArray());
            request.addHeader("Content-Encoding", "gzip");

            assertThat(catchThrowableOfType(ProblemException.class, () -> controller.batch(request))
                            .problem()
                            .status())
                    .isEqualTo(413);
        }

        @Test
        void isToBeSentAgainWhenTroublePasses() {
            doors.log.beforeAppend.add(() -> {
                throw new Doors.Outage();
            });
            var group = "{\"type\":\"group\",\"groupId\":\"acme\",\"anonymousId\":\"x\",\"messageId\":\"g-1\"}";

            var outage = catchThrowableOfType(ProblemException.class, () -> batch(group));
            var again = batch(group).getBody();

            assertThat(outage.problem().status()).isEqualTo(503);
            assertThat(outage.headers()).containsKey("Retry-After");
            assertThat(again.refused()).isEmpty();
            assertThat(doors.log.isKnown(new CustomerId("acme"))).isTrue();
        }
    }

    private ResponseEntity<SegmentAnswer> batch(String... calls) {
        return controller.batch(json("{\"batch\":[%s]}".formatted(String.join(",", calls))));
    }

    private static MockHttpServletRequest json(String body) {
        return Doors.post("application/json", body);
    }
}
