package tenure.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history of a customer, and the search through all events. */
class HistoryTest {

    private static final String HISTORY = "/api/v1/customers/C-1/history";

    private static AuditedLog log;

    @BeforeAll
    static void start() {
        log = new AuditedLog();
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    @BeforeEach
    void beginAnew() {
        log.empty();
    }

    @Test
    void tellsWhatEachEventChanged() {
        sold();
        log.tell(
                "license/L-1",
                "license.seats-changed",
                "2024-03-01",
                "'licenseId':'L-1','customerId':'C-1','seats':8,'pricePerSeatMinorUnits':900,'effectiveOn':'2024-03-01'");
        log.tell("license/L-1", "license.cancelled", "2024-04-01", "'licenseId':'L-1','customerId':'C-1'");

        assertThat(changes(HISTORY))
                .containsExactly(
                        "3: state in force>cancelled",
                        "2: effectiveOn null>2024-03-01 pricePerSeatMinorUnits 1000>900 seats 5>8",
                        "1: endsOn null>2025-02-01 plan null>Basic pricePerSeatMinorUnits null>1000 seats null>5"
                                + " startsOn null>2024-02-01 state null>in force");
        var entry = log.get(HISTORY).at("/events/0");
        assertThat(entry.get("lane").asString()).isEqualTo("commercial");
        assertThat(entry.get("recordedDaysLate").asLong()).isGreaterThan(300);
        assertThat(entry.get("version").asLong()).isEqualTo(2);
    }

    @Test
    void narrowsDown() {
        sold();
        log.by("import:crm")
                .tell("ticket/T-1", "ticket.opened", "2024-03-01", ticket() + ",'feature':'Reports','userId':'U-1'");
        log.by("kim").tell("ticket/T-1", "ticket.closed", "2024-03-05", "'ticketId':'T-1','customerId':'C-1'");
        log.tell("ticket/T-9", "ticket.opened", "2024-03-05", "'ticketId':'T-9','customerId':'C-2','kind':'other'");

        assertThat(positions(HISTORY)).containsExactly(3L, 2L, 1L);
        assertThat(positions(HISTORY + "?type=ticket.opened&type=license.sold")).containsExactly(2L, 1L);
        assertThat(positions(HISTORY + "?actor=kim")).containsExactly(3L);
        assertThat(positions(HISTORY + "?user=U-1")).containsExactly(2L);
        assertThat(positions(HISTORY + "?text=rePORTs")).containsExactly(2L);
        assertThat(positions(HISTORY + "?from=2024-03-01&to=2024-03-05")).containsExactly(2L);
        assertThat(positions(HISTORY + "?knownAt=2")).containsExactly(2L, 1L);
        assertThat(positions(HISTORY + "?knownAt=2&asOf=2024-02-28")).containsExactly(1L);
        assertThat(log.get(HISTORY).get("types").toString())
                .isEqualTo("[\"license.sold\",\"ticket.closed\",\"ticket.opened\"]");
        assertThat(log.get(HISTORY + "?type=license.solt").toString()).contains("license.sold");
        assertThat(log.get(HISTORY + "?from=2024-03-01&to=2024-03-01")
                        .get("status")
                        .asInt())
                .isEqualTo(400);
        assertThat(log.get("/api/v1/customers/nobody/history").get("code").asString())
                .isEqualTo("UNKNOWN_CUSTOMER");
    }

    @Test
    void goesOnPageByPage() {
        sold();
        for (int day = 1; day <= 6; day++) {
            log.tell("usage/C-1", "usage.logged-on", "2024-03-0" + day, "'userId':'U-1','customerId':'C-1'");
        }

        var seen = new ArrayList<Long>();
        var cursor = "";
        do {
            var page = log.get(HISTORY + "?limit=3" + cursor);
            seen.addAll(positions(page));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void saysWhatWasTakenBackAndByWhat() {
        var opened = log.tell("ticket/T-1", "ticket.opened", "2024-03-01", ticket() + ",'priority':'low'");
        log.tell("ticket/T-1", "ticket.opened", "2024-03-01", ticket() + ",'corrects':'" + opened + "'");
        var used = log.tell("usage/C-1", "usage.feature-used", "2024-03-02", use(300));
        log.tell("usage/C-1", "usage.feature-used", "2024-03-02", use(3) + ",'corrects':'" + used + "'");
        var closed = log.tell("ticket/T-1", "ticket.closed", "2024-03-03", "'ticketId':'T-1','customerId':'C-1'");
        log.tell(
                "retraction/" + closed,
                "fact.retracted",
                "2024-03-04",
                "'eventId':'" + closed + "','customerId':'C-1'");

        assertThat(changes(HISTORY))
                .containsExactly(
                        "6 withdraws 5: state closed>open",
                        "5 withdrawn by 6: state open>closed",
                        "4 withdraws 3:",
                        "3 withdrawn by 4:",
                        "2 withdraws 1: priority low>null",
                        "1 withdrawn by 2: kind null>how-to priority null>low state null>open");
        assertThat(changes(HISTORY + "?knownAt=5")).startsWith("5: state open>closed");
    }

    @Test
    void standsInASpreadsheetWithItsPayload() {
        sold();

        var csv = log.get(HISTORY, "text/csv").body().lines().toList();
        var line = log.get(HISTORY, "application/x-ndjson").body();

        assertThat(csv.getFirst()).startsWith("position,eventId,type,").contains("recordedDaysLate");
        assertThat(csv.get(1)).contains("license.sold").contains("\"\"plan\"\":\"\"Basic\"\"");
        assertThat(line).contains("\"payload\":{\"licenseId\":\"L-1\"").endsWith("}\n");
    }

    @Test
    void findsEventsOfTheWholeLog() {
        sold();
        log.tell("course/B", "course.published", "2024-01-01", "'courseId':'B','title':'First steps'");
        log.tell("ticket/T-9", "ticket.opened", "2024-03-05", "'ticketId':'T-9','customerId':'C-2','kind':'other'");

        assertThat(positions("/api/v1/log")).containsExactly(3L, 2L, 1L);
        assertThat(positions("/api/v1/log?text=first%20steps")).containsExactly(2L);
        assertThat(positions("/api/v1/log?customer=C-2")).containsExactly(3L);
        assertThat(positions("/api/v1/log?correlation=trace&type=license.sold")).containsExactly(1L);
        assertThat(positions("/api/v1/log?text=" + URLEncoder.encode("%", StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(log.get("/api/v1/log").get("searchedTo").asLong()).isEqualTo(1);
        assertThat(log.get("/api/v1/log").get("nextCursor").isNull()).isTrue();
    }

    @Test
    void showsOneEventWithItsProofItsRelativesAndTheStateHere() {
        log.through("sale");
        sold();
        log.tell(
                "license/L-1",
                "license.seat-assigned",
                "2024-02-02",
                "'licenseId':'L-1','customerId':'C-1','userId':'U-1'");
        log.through("automation");
        log.tell("onboarding/O-1", "onboarding.started", "2024-02-02", "'onboardingId':'O-1','customerId':'C-1'");
        log.tell("license/L-1", "license.cancelled", "2024-04-01", "'licenseId':'L-1','customerId':'C-1'");

        var entry = log.get("/api/v1/log/1");

        assertThat(entry.at("/event/type").asString()).isEqualTo("license.sold");
        assertThat(entry.at("/metadata/actor").asString()).isEqualTo("local");
        assertThat(entry.get("leaf").asString()).matches("[0-9a-f]{64}");
        assertThat(entry.at("/batch/previousHash").asString()).isEqualTo("0".repeat(64));
        assertThat(entry.at("/batch/hash").asString())
                .isEqualTo(log.get("/api/v1/log/2").at("/batch/previousHash").asString());
        assertThat(entry.get("thing").asString()).isEqualTo("license");
        assertThat(entry.at("/stateHere/seats").asString()).isEqualTo("5");
        assertThat(entry.at("/stateHere/state").asString()).isEqualTo("in force");
        assertThat(log.get("/api/v1/log/4").at("/stateHere/state").asString()).isEqualTo("cancelled");
        assertThat(related(entry, "sameCommand")).containsExactly(2L);
        assertThat(related(entry, "causes")).isEmpty();
        assertThat(related(entry, "effects")).containsExactly(3L, 4L);
        assertThat(log.get("/api/v1/log/5").get("code").asString()).isEqualTo("UNKNOWN_POSITION");
        assertThat(log.get("/api/v1/log/x").get("status").asInt()).isEqualTo(400);
    }

    private void sold() {
        log.tell(
                "license/L-1",
                "license.sold",
                "2024-02-01",
                "'licenseId':'L-1','customerId':'C-1','plan':'Basic','seats':5,'pricePerSeatMinorUnits':1000,"
                        + "'startsOn':'2024-02-01','endsOn':'2025-02-01'");
    }

    private static String ticket() {
        return "'ticketId':'T-1','customerId':'C-1','kind':'how-to'";
    }

    private static String use(int count) {
        return "'userId':'U-1','customerId':'C-1','feature':'quote','count':" + count;
    }

    private List<Long> positions(String path) {
        return positions(log.get(path));
    }

    private static List<Long> positions(JsonNode page) {
        return page.get("events")
                .valueStream()
                .map(event -> event.get("position").asLong())
                .toList();
    }

    private static List<Long> related(JsonNode entry, String which) {
        return entry.at("/related/" + which)
                .valueStream()
                .map(event -> event.get("position").asLong())
                .toList();
    }

    private List<String> changes(String path) {
        return log.get(path)
                .get("events")
                .valueStream()
                .map(event -> {
                    var line = new StringBuilder().append(event.get("position").asLong());
                    if (!event.get("withdraws").isNull()) {
                        line.append(" withdraws ").append(event.get("withdraws").asLong());
                    }
                    if (!event.get("withdrawnBy").isNull()) {
                        line.append(" withdrawn by ")
                                .append(event.get("withdrawnBy").asLong());
                    }
                    line.append(':');
                    event.get("changes")
                            .forEach(change -> line.append(' ')
                                    .append(change.get("field").asString())
                                    .append(' ')
                                    .append(change.get("before").asString("null"))
                                    .append('>')
                                    .append(change.get("after").asString("null")));
                    return line.toString();
                })
                .toList();
    }
}
