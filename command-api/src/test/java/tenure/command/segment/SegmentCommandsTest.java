package tenure.command.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.command.Request.Sender;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentCommandsTest {

    private static final Instant RECEIPT = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void makeATrackCallTheUseOfAFeature() {
        assertThat(commands("{'type':'track','userId':'anna','event':'Quote Sent','context':{'groupId':'acme'}}"))
                .containsExactly("record-feature-use {\"userId\":\"anna\",\"occurredAt\":\"2026-03-01T10:00:00Z\","
                        + "\"customerId\":\"acme\",\"feature\":\"Quote Sent\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Signed In", "logged_in", "User Logged In", "login"})
    void makeItALogOnWhereItIsCalledSo(String event) {
        assertThat(commands("{'type':'track','userId':'anna','groupId':'acme','event':'%s'}".formatted(event)))
                .containsExactly("record-log-on {\"userId\":\"anna\",\"occurredAt\":\"2026-03-01T10:00:00Z\","
                        + "\"customerId\":\"acme\"}");
    }

    @Test
    void makeAPageTheUseOfWhatIsOnIt() {
        assertThat(commands("{'type':'page','userId':'anna','name':'Pipeline'}").getFirst())
                .contains("\"feature\":\"Pipeline\"");
        assertThat(commands("{'type':'screen','userId':'anna'}").getFirst()).contains("\"feature\":\"Screen viewed\"");
    }

    @Test
    void leaveOutWhatIsPersonal() {
        var commands = commands("{'type':'identify','userId':'anna','traits':{'name':'Anna Bell','email':'a@b.example',"
                + "'phone':'1','department':'Sales','title':'Head','company':{'id':'acme','name':'Acme'}}}");

        assertThat(commands)
                .containsExactly(
                        "invite-user {\"userId\":\"anna\",\"occurredAt\":\"2026-03-01T10:00:00Z\","
                                + "\"customerId\":\"acme\",\"department\":\"Sales\",\"role\":\"Head\"}",
                        "activate-user {\"userId\":\"anna\",\"occurredAt\":\"2026-03-01T10:00:00Z\"}");
    }

    @Test
    void makeAGroupACustomer() {
        assertThat(commands(
                        "{'type':'group','userId':'anna','groupId':'acme','traits':{'name':'Acme','industry':'steel',"
                                + "'employees':250,'email':'a@b.example'}}"))
                .containsExactly(
                        "register-customer {\"customerId\":\"acme\",\"name\":\"Acme\",\"registeredOn\":\"2026-03-01\","
                                + "\"profile\":{\"industry\":\"steel\",\"employees\":\"250\"},"
                                + "\"occurredAt\":\"2026-03-01T10:00:00Z\"}",
                        "invite-user {\"userId\":\"anna\",\"occurredAt\":\"2026-03-01T10:00:00Z\","
                                + "\"customerId\":\"acme\"}");
    }

    @Test
    void makeAnIdOfWhatIsNone() {
        var address = commands("{'type':'track','userId':'anna@example.com','event':'x'}");

        assertThat(address.getFirst()).contains("\"userId\":\"s-").doesNotContain("example.com");
        assertThat(address).isEqualTo(commands("{'type':'track','userId':'anna@example.com','event':'x'}"));
        assertThat(commands("{'type':'track','anonymousId':'anna','event':'x'}").getFirst())
                .contains("\"userId\":\"a-");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:00:00Z,2026-03-01T09:10:00Z,2026-03-01T09:50:00Z",
        "2026-03-01T12:00:00Z,2026-03-01T12:10:00Z,2026-03-01T09:50:00Z",
        "2026-03-01T09:20:00Z,2026-03-01T09:10:00Z,2026-03-01T10:00:00Z",
        "2026-03-01T09:00:00Z,,2026-03-01T09:00:00Z",
        "2026-03-01T12:00:00Z,,2026-03-01T10:00:00Z"
    })
    void setAWrongClockRight(String timestamp, String sentAt, String occurredAt) {
        String sent = sentAt == null ? "" : ",'sentAt':'%s'".formatted(sentAt);

        assertThat(commands("{'type':'track','userId':'a','event':'x','timestamp':'%s'%s}".formatted(timestamp, sent))
                        .getFirst())
                .contains("\"occurredAt\":\"" + occurredAt + "\"");
    }

    @Test
    void haveKeysOfTheirOwn() {
        var keys = steps("{'type':'group','userId':'anna','groupId':'acme','messageId':'m 1'}").stream()
                .map(step -> step.request().key())
                .toList();

        assertThat(keys)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("segment:(register|invite):sha256:[0-9a-f]{64}"));
    }

    private static List<String> commands(String call) {
        return steps(call).stream()
                .map(step -> step.request().command() + " " + step.request().body())
                .toList();
    }

    private static List<SegmentCommands.Step> steps(String call) {
        JsonNode json = JsonMapper.shared().readTree(call.replace('\'', '"'));
        return new SegmentCommands(new Sender("local", "local", "c"))
                .of(SegmentCall.read(json, null, json.path("none"), RECEIPT));
    }
}
