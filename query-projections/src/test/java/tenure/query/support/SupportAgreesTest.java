package tenure.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenure.eventstore.drill.Drill;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.ExplainedFigures;
import tenure.query.shared.Standpoint;

/** The view of support and a plain reading of the definitions say the same of random lives, from wherever one looks. */
class SupportAgreesTest {

    private static final int STANDPOINTS = 12;
    private static final String[] TABLES = {
        "ticket_fact",
        "support_withdrawal",
        "support_feature_fact",
        "support_course_fact",
        "support_training_fact",
        "support_customer_fact"
    };

    private static final Drill DRILL = new Drill("views");
    private static final SplittableRandom RANDOM = DRILL.random(11);
    private static ProjectedLog log;
    private static List<Told> told;
    private static SupportTable table;
    private static SupportReader reader;

    @BeforeAll
    static void project() {
        told = new Lifecycles(RANDOM.split()).of(DRILL.amount("lifecycles", 200));
        log = new ProjectedLog();
        log.recordMany(told);
        table = new SupportTable(log.jdbc());
        reader = new SupportReader(table);
        log.project(new SupportProjection(table), () -> 1 + RANDOM.nextInt(512));
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @Test
    void onEveryTicket() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            assertThat(seen(at)).as("from %s", at).isEqualTo(naive(at, false).tickets());
        }
    }

    @Test
    void onWhatTheyAddUpTo() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var lines = naive(at, false).tickets().values();
            var found = reader.summary(new SupportReader.Query(null, null, null), at)
                    .orElseThrow();

            assertThat(found.tickets().value()).isEqualTo(lines.size());
            assertThat(found.open().value()).isEqualTo(with(lines, "settled null"));
            assertThat(found.unanswered().value())
                    .isEqualTo(lines.stream()
                            .filter(line -> line.contains("settled null") && line.contains("responded null"))
                            .count());
            assertThat(found.reopened().value()).isEqualTo(lines.size() - with(lines, "reopened 0"));
            assertThat(found.escalated().value()).isEqualTo(lines.size() - with(lines, "escalated 0"));
            assertThat(found.firstResponse().tickets().value()).isEqualTo(lines.size() - with(lines, "response null"));
            assertThat(found.resolution().tickets().value()).isEqualTo(lines.size() - with(lines, "resolution null"));
            assertThat(twiceTheSeconds(found.firstResponse())).isEqualTo(twiceTheMedian(lines, "response"));
            assertThat(twiceTheSeconds(found.resolution())).isEqualTo(twiceTheMedian(lines, "resolution"));
            for (var age : found.ages()) {
                var of = lines.stream()
                        .filter(line -> line.contains(" " + age.age().word() + " "))
                        .toList();
                assertThat(age.tickets().value()).isEqualTo(of.size());
                assertThat(age.introductory().of().value()).isEqualTo(with(of, " introductory "));
                assertThat(age.advanced().of().value()).isEqualTo(with(of, " advanced "));
            }
            for (var month : found.months()) {
                var of = lines.stream()
                        .filter(line -> line.contains(
                                "begun " + month.month().toString().substring(0, 7)))
                        .toList();
                assertThat(month.tickets().value()).isEqualTo(of.size());
                assertThat(month.advanced().of().value()).isEqualTo(with(of, " advanced "));
            }
        }
    }

    private static long with(java.util.Collection<String> lines, String words) {
        return lines.stream().filter(line -> line.contains(words)).count();
    }

    private static long twiceTheSeconds(Support.TicketSpeed speed) {
        var hours = speed.medianHours();
        return hours == null ? -1 : Math.round(hours.doubleValue() * 7_200);
    }

    private static long twiceTheMedian(java.util.Collection<String> lines, String name) {
        var seconds = lines.stream()
                .map(line -> Arrays.asList(line.split(" ")))
                .map(words -> words.get(words.indexOf(name) + 1))
                .filter(value -> !value.equals("null"))
                .map(Long::valueOf)
                .sorted()
                .toList();
        return seconds.isEmpty() ? -1 : seconds.get((seconds.size() - 1) / 2) + seconds.get(seconds.size() / 2);
    }

    @Test
    void onTheTicketsOfACustomer() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var customer = "customer-" + RANDOM.nextInt(20);
            var query = new FindTickets(
                    customer, FindTickets.State.ALL, FindTickets.Level.ALL, FindTickets.Kind.ALL, 0, 500);
            var expected = naive(at, false).tickets().values().stream()
                    .filter(line -> line.startsWith(customer + " "))
                    .count();
            reader.list(query, at)
                    .ifPresent(
                            found -> assertThat(found.total()).as("from %s", at).isEqualTo(expected));
        }
    }

    @Test
    void andEveryFigureWithItsExplanation() {
        var at = standpoint();
        var found =
                reader.summary(new SupportReader.Query(null, null, null), at).orElseThrow();
        assertThat(ExplainedFigures.agree(found, reader)).isGreaterThan(20);
    }

    @Test
    void whichOneThatBelievesRetractedFactsDoesNot() {
        int caught = 0;
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            caught += seen(at).equals(naive(at, true).tickets()) ? 0 : 1;
        }
        assertThat(caught).isPositive();
    }

    @Test
    void andARebuiltViewHasEqualRows() {
        var before = log.dump(TABLES);
        for (var name : TABLES) {
            log.jdbc().sql("truncate query." + name).update();
        }
        log.jdbc()
                .sql("update query.projection set position = 0 where name = 'support'")
                .update();
        log.project(new SupportProjection(table));

        assertThat(log.dump(TABLES)).isEqualTo(before).isNotEmpty();
    }

    private static Standpoint standpoint() {
        return new Standpoint(
                new AsOf(Lifecycles.FIRST_DAY.plusDays(30 + RANDOM.nextInt(Lifecycles.DAYS))),
                RANDOM.nextInt(3) == 0 ? told.size() : told.size() / 4 + RANDOM.nextInt(told.size() * 3 / 4));
    }

    private static NaiveSupport naive(Standpoint at, boolean believesRetracted) {
        return new NaiveSupport(told, at.position(), at.asOf().day(), believesRetracted);
    }

    private static Map<String, String> seen(Standpoint at) {
        var lines = new TreeMap<String, String>();
        for (var seen : reader.tickets(at)) {
            var ticket = seen.ticket();
            lines.put(
                    ticket.ticketId(),
                    String.join(
                            " ",
                            ticket.customerId().isEmpty() ? "null" : ticket.customerId(),
                            ticket.matter(),
                            String.valueOf(seen.level()),
                            ticket.status(),
                            "begun " + ticket.begunAt(),
                            "responded " + ticket.firstRespondedAt(),
                            "settled " + ticket.settledAt(),
                            "reopened " + ticket.reopenings(),
                            "escalated " + ticket.escalations(),
                            "rated " + ticket.rating(),
                            "by " + (ticket.userId().isEmpty() ? "null null" : ticket.userId() + " " + seen.trained()),
                            seen.age().word(),
                            "response " + seen.secondsToFirstResponse(),
                            "resolution " + seen.secondsToSettlement()));
        }
        return lines;
    }
}
