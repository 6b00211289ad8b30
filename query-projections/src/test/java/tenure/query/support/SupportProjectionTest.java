package tenure.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketFirstResponded;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketResolved;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.ExplainedFigures;
import tenure.query.shared.Standpoint;
import tenure.query.support.CustomerTickets.TicketRow;
import tenure.query.support.FindTickets.Kind;
import tenure.query.support.FindTickets.Level;
import tenure.query.support.FindTickets.State;

class SupportProjectionTest {

    private final ProjectedLog log = new ProjectedLog();
    private final SupportTable table = new SupportTable(log.jdbc());
    private final SupportReader reader = new SupportReader(table);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void tellsTheStoryOfATicketWhateverCameFirst() {
        given(
                registered("2024-01-01"),
                new TicketClosed("T", "P", null, time("2024-02-05T12:00:00Z")),
                new TicketRated("T", "P", 4, null, time("2024-02-05T13:00:00Z")),
                new TicketReopened("T", "P", null, time("2024-02-03T12:00:00Z")),
                new TicketResolved("T", "P", null, time("2024-02-02T12:00:00Z")),
                new TicketEscalated("T", null, null, time("2024-02-02T11:00:00Z")),
                new TicketFirstResponded("T", "P", null, time("2024-02-01T14:30:00Z")),
                opened("T", "search", null, "open", "2024-02-01T12:00:00Z"));

        var ticket = ticket("2024-03-01");
        assertThat(ticket.status()).isEqualTo("closed");
        assertThat(ticket.closedAt()).isEqualTo("2024-02-05T12:00:00Z");
        assertThat(ticket.resolvedAt()).as("it was opened again").isNull();
        assertThat(ticket.reopened()).isEqualTo(1);
        assertThat(ticket.escalations()).isEqualTo(1);
        assertThat(ticket.satisfaction()).isEqualTo(4);
        assertThat(ticket.ageDays()).isEqualTo(4);

        assertThat(ticket("2024-02-03").settled()).isFalse();
        assertThat(ticket("2024-02-02").resolvedAt()).isEqualTo("2024-02-02T12:00:00Z");
        assertThat(summary(null, "2024-03-01").firstResponse().medianHours()).isEqualTo(new BigDecimal("2.5000"));
        assertThat(summary(null, "2024-03-01").resolution().medianHours()).isEqualTo(new BigDecimal("96.0000"));
    }

    @Test
    void takesTicketsThatBeginResolvedAndGoBackwards() {
        given(registered("2024-01-01"), opened("T", null, null, "resolved", "2024-02-01T12:00:00Z"));
        assertThat(ticket("2024-02-01").settled()).isTrue();
        assertThat(ticket("2024-02-01").reopened()).isZero();

        given(
                new TicketStatusChanged("T", "P", "pending", null, time("2024-02-02T12:00:00Z")),
                new TicketReopened("T", "P", null, time("2024-02-02T12:00:01Z")));
        assertThat(ticket("2024-02-02").settled()).isFalse();
        assertThat(ticket("2024-02-02").reopened())
                .as("one reopening, told twice")
                .isEqualTo(1);
        assertThat(summary(null, "2024-02-02").unanswered().value()).isEqualTo(1);
        assertThat(summary(null, "2024-02-01").unanswered().value()).isZero();
    }

    @Test
    void givesATicketTheLevelThatItsFeatureHadThen() {
        given(
                registered("2024-01-01"),
                new FeatureCataloged("search", "introductory", null, false, time("2024-01-01T00:00:00Z")),
                new FeatureCataloged("search", "core", null, false, time("2024-02-10T00:00:00Z")),
                opened("before", "search", null, "open", "2024-02-01T12:00:00Z"),
                opened("after", "search", null, "open", "2024-02-11T12:00:00Z"),
                opened("said", "search", "advanced", "open", "2024-02-11T12:00:00Z"),
                opened("unlisted", "other", null, "open", "2024-02-11T12:00:00Z"),
                opened("later", null, null, "open", "2024-02-11T12:00:00Z"),
                new TicketClassified("later", "P", "defect", "search", null, null, time("2024-02-12T12:00:00Z")));

        assertThat(rows("2024-03-01", State.ALL, Level.ALL))
                .extracting(row -> row.ticketId() + " " + row.level())
                .containsExactlyInAnyOrder(
                        "before introductory", "after core", "said advanced", "unlisted null", "later core");
        assertThat(rows("2024-02-11", State.ALL, Level.UNCLASSIFIED))
                .extracting(TicketRow::ticketId)
                .containsExactlyInAnyOrder("unlisted", "later");
    }

    @Test
    void expectsIntroductoryTicketsInTheFirstNinetyDaysOnly() {
        given(
                registered("2024-01-01"),
                new LicenseSold(
                        "L",
                        "P",
                        "crm",
                        "pro",
                        1,
                        1,
                        "EUR",
                        day("2024-01-11"),
                        day("2025-01-11"),
                        true,
                        time("2024-01-01T00:00:00Z")),
                opened("early", null, "introductory", "open", "2024-01-10T12:00:00Z"),
                opened("day 0", null, "introductory", "open", "2024-01-11T00:00:00Z"),
                opened("day 90", null, "core", "open", "2024-04-10T23:59:59Z"),
                opened("day 91", null, "introductory", "open", "2024-04-11T00:00:00Z"),
                opened("day 92", null, "advanced", "open", "2024-04-12T00:00:00Z"),
                opened("day 93", null, null, "open", "2024-04-13T00:00:00Z"));

        var found = summary("P", "2024-06-01");
        assertThat(found.ages())
                .extracting(age -> age.age().word() + " " + age.tickets().value() + " "
                        + age.introductory().value())
                .containsExactly(
                        "before-start 1 1.0000", "first-90-days 2 0.5000", "after-90-days 3 0.5000", "unknown 0 null");
        assertThat(found.months())
                .extracting(month -> month.month() + " " + month.advanced().value())
                .containsExactly("2024-01-01 0.0000", "2024-04-01 0.3333");
    }

    @Test
    void knowsWhetherWhoAskedWasTrainedThen() {
        given(
                registered("2024-01-01"),
                new CoursePublished("basics", "Basics", "introductory", true, null, time("2024-01-01T00:00:00Z")),
                opened("before", null, null, "open", "2024-02-01T12:00:00Z"),
                opened("after", null, null, "open", "2024-02-03T12:00:00Z"),
                new TrainingCompleted("anna", "P", "basics", null, null, time("2024-02-02T12:00:00Z")));

        assertThat(rows("2024-03-01", State.ALL, Level.ALL))
                .extracting(row -> row.ticketId() + " " + row.requester() + " " + row.requesterTrained())
                .containsExactly("after anna true", "before anna false");
    }

    @Test
    void doesNotCountWhatWasTakenBackOrReplacedFromThenOn() {
        var opening = UUID.randomUUID();
        var escalation = UUID.randomUUID();
        log.recordMany(List.of(
                told(registered("2024-01-01")),
                new Told(opening, opened("T", null, "core", "open", "2024-02-01T12:00:00Z")),
                new Told(escalation, new TicketEscalated("T", "P", null, time("2024-02-02T12:00:00Z")))));
        log.project(new SupportProjection(table));
        long before = head();
        log.recordMany(List.of(
                told(new FactRetracted(escalation.toString(), "P", "mistake", time("2024-05-01T00:00:00Z"))),
                told(new TicketOpened(
                        "T",
                        "P",
                        null,
                        "defect",
                        null,
                        "advanced",
                        "high",
                        "open",
                        opening.toString(),
                        time("2024-02-01T13:00:00Z")))));
        log.project(new SupportProjection(table));

        var now = ticket("2024-03-01");
        assertThat(now.escalations()).isZero();
        assertThat(now.level()).isEqualTo("advanced");
        assertThat(now.openedAt()).isEqualTo("2024-02-01T13:00:00Z");
        var then = reader.list(find("P", State.ALL, Level.ALL), new Standpoint(new AsOf(day("2024-03-01")), before))
                .orElseThrow()
                .tickets()
                .getFirst();
        assertThat(then.escalations()).isEqualTo(1);
        assertThat(then.level()).isEqualTo("core");
    }

    @Test
    void knowsNoTicketsOfCustomersThatHaveNotSignedUp() {
        given(registered("2024-01-01"), opened("T", null, null, "open", "2024-02-01T12:00:00Z"));

        assertThat(reader.list(find("nobody", State.ALL, Level.ALL), at("2024-03-01")))
                .isEmpty();
        assertThat(reader.list(find("P", State.ALL, Level.ALL), at("2023-12-31")))
                .isEmpty();
        assertThat(reader.summary(new SupportReader.Query("nobody", null, null), at("2024-03-01")))
                .isEmpty();
        assertThat(rows("2024-03-01", State.SETTLED, Level.ALL)).isEmpty();
        assertThat(rows("2024-03-01", State.OPEN, Level.ALL)).hasSize(1);
    }

    @Test
    void explainsEveryFigure() {
        given(
                registered("2024-01-01"),
                opened("A", null, "core", "open", "2024-02-01T12:00:00Z"),
                opened("B", null, "introductory", "closed", "2024-03-01T12:00:00Z"),
                new TicketRated("B", "P", 5, null, time("2024-03-02T12:00:00Z")));

        assertThat(ExplainedFigures.agree(summary("P", "2024-06-01"), reader)).isGreaterThan(20);
        assertThat(ExplainedFigures.agree(
                        reader.summary(
                                        new SupportReader.Query(null, day("2024-02-01"), day("2024-03-01")),
                                        at("2024-06-01"))
                                .orElseThrow(),
                        reader))
                .isPositive();
    }

    private TicketRow ticket(String asOf) {
        return rows(asOf, State.ALL, Level.ALL).getFirst();
    }

    private List<TicketRow> rows(String asOf, State state, Level level) {
        return reader.list(find("P", state, level), at(asOf)).orElseThrow().tickets();
    }

    private static FindTickets find(String customer, State state, Level level) {
        return new FindTickets(customer, state, level, Kind.ALL, 0, 100);
    }

    private Support summary(@Nullable String customer, String asOf) {
        return reader.summary(new SupportReader.Query(customer, null, null), at(asOf))
                .orElseThrow();
    }

    private Standpoint at(String asOf) {
        return new Standpoint(new AsOf(day(asOf)), head());
    }

    private long head() {
        return log.jdbc()
                .sql("select position from eventstore.log_head")
                .query(Long.class)
                .single();
    }

    private void given(Record... events) {
        log.record(List.of(events));
        log.project(new SupportProjection(table));
    }

    private static Told told(Record event) {
        return new Told(UUID.randomUUID(), event);
    }

    private static CustomerRegistered registered(String day) {
        return new CustomerRegistered(
                "P",
                "P",
                day(day),
                Map.of(),
                day(day).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static TicketOpened opened(
            String ticket, @Nullable String feature, @Nullable String level, String status, String at) {
        return new TicketOpened(ticket, "P", "anna", "how-to", feature, level, "normal", status, null, time(at));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant time(String time) {
        return Instant.parse(time);
    }
}
