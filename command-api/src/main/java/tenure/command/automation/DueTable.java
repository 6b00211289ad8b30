package tenure.command.automation;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tenure.command.catalogue.StrictJson;
import tools.jackson.databind.JsonNode;

/** The orders that were given: those to be sent, and what became of the others. All times are the database's. */
@Component
class DueTable {

    private static final String CLAIM = """
            select number, kind, subject, key, command, body, correlation_id, due_at from command.due
            where done_at is null and %1$s <= %2$s
            order by %1$s, number limit :limit for update skip locked
            """;

    private final JdbcClient jdbc;

    DueTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order that is to be sent. */
    record Due(
            long number,
            String kind,
            String subject,
            String key,
            String command,
            JsonNode body,
            String correlationId,
            Instant dueAt) {}

    /** What became of an order. */
    record Settled(long number, String outcome, @Nullable String reason) {}

    /** Keeps an order unless it was given before. The time until it may be sent; empty when it was given before. */
    Optional<Duration> add(Order order, Duration grace) {
        return jdbc.sql("""
                insert into command.due (kind, subject, key, command, body, correlation_id, due_at, ready_at)
                values (:kind, :subject, :key, :command, :body, :correlationId, :dueAt,
                        case when :atOnce then clock_timestamp()
                             else greatest(:dueAt, clock_timestamp() + make_interval(secs => :grace)) end)
                on conflict (key) do nothing
                returning extract(epoch from ready_at - clock_timestamp()) as seconds
                """)
                .param("kind", order.kind())
                .param("subject", order.subject())
                .param("key", order.key())
                .param("command", order.command())
                .param("body", order.body().toString())
                .param("correlationId", order.correlationId())
                .param("dueAt", order.dueAt().atOffset(ZoneOffset.UTC))
                .param("atOnce", order.atOnce())
                .param("grace", grace.toMillis() / 1000.0)
                .query((row, number) -> duration(row.getDouble("seconds")))
                .optional();
    }

    /** The first orders that may be sent by now, of those that nobody else is sending; they stay locked. */
    List<Due> claimReady(int limit) {
        return claim(jdbc.sql(CLAIM.formatted("ready_at", "clock_timestamp()")), limit);
    }

    /** The first orders for a moment up to the given one, ready or not, of those that nobody else is sending. */
    List<Due> claimUntil(Instant until, int limit) {
        return claim(
                jdbc.sql(CLAIM.formatted("due_at", ":until")).param("until", until.atOffset(ZoneOffset.UTC)), limit);
    }

    private static List<Due> claim(StatementSpec statement, int limit) {
        return statement
                .param("limit", limit)
                .query((row, number) -> new Due(
                        row.getLong("number"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("key"),
                        row.getString("command"),
                        StrictJson.parse(row.getString("body").getBytes(StandardCharsets.UTF_8)),
                        row.getString("correlation_id"),
                        instant(row, "due_at")))
                .list();
    }

    /** Writes down what became of orders. */
    void settle(List<Settled> settled) {
        jdbc.sql("""
                update command.due d set done_at = clock_timestamp(), outcome = s.outcome, reason = s.reason
                from unnest(:numbers, :outcomes, :reasons) as s (number, outcome, reason)
                where d.number = s.number
                """)
                .param("numbers", settled.stream().map(Settled::number).toArray(Long[]::new))
                .param("outcomes", settled.stream().map(Settled::outcome).toArray(String[]::new))
                .param("reasons", settled.stream().map(Settled::reason).toArray(String[]::new))
                .update();
    }

    /** The time until the next order may be sent, holds aside; zero or less when one may be already. */
    Optional<Duration> untilNext() {
        return jdbc.sql("""
                select extract(epoch from ready_at - clock_timestamp()) as seconds from command.due
                where done_at is null order by ready_at, number limit 1
                """)
                .query((row, number) -> duration(row.getDouble("seconds")))
                .optional();
    }

    /** Whether an order for a moment up to the given one is still to be sent. */
    boolean hasOpen(Instant until) {
        return jdbc.sql("select exists (select from command.due where done_at is null and due_at <= :until) as open")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBoolean("open"))
                .single();
    }

    /** The time of the database. */
    Instant now() {
        return jdbc.sql("select clock_timestamp() as now")
                .query((row, number) -> instant(row, "now"))
                .single();
    }

    /**
     * Orders of one kind that are not done.
     *
     * @param waiting   not to be sent yet
     * @param ready     to be sent as soon as nobody holds them
     * @param failed    not sent again unless somebody says so
     * @param nextDueAt the moment of the first one that is waiting; null when none is
     */
    record Pending(
            String kind,
            long waiting,
            long ready,
            long failed,
            @Nullable Instant nextDueAt) {}

    /** What is not done, by kind. */
    List<Pending> pending() {
        return jdbc.sql("""
                select kind,
                       count(*) filter (where done_at is null and ready_at > clock_timestamp()) as waiting,
                       count(*) filter (where done_at is null and ready_at <= clock_timestamp()) as ready,
                       count(*) filter (where done_at is not null) as failed,
                       min(due_at) filter (where done_at is null and ready_at > clock_timestamp()) as next_due_at
                from (select kind, done_at, ready_at, due_at from command.due where done_at is null
                      union all
                      select kind, done_at, ready_at, due_at from command.due where outcome = 'failed') as pending
                group by kind order by kind
                """)
                .query((row, number) -> new Pending(
                        row.getString("kind"),
                        row.getLong("waiting"),
                        row.getLong("ready"),
                        row.getLong("failed"),
                        row.getObject("next_due_at") == null ? null : instant(row, "next_due_at")))
                .list();
    }

    /**
     * An order that failed.
     *
     * @param subject what it is about
     * @param dueAt   the moment that it is about
     * @param reason  why it failed
     */
    record Failed(String kind, String subject, String command, Instant dueAt, String reason) {}

    /** The first orders that failed. */
    List<Failed> failed(int limit) {
        return jdbc.sql("""
                select kind, subject, command, due_at, reason from command.due
                where outcome = 'failed' order by number limit ?
                """)
                .param(limit)
                .query((row, number) -> new Failed(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("command"),
                        instant(row, "due_at"),
                        row.getString("reason")))
                .list();
    }

    /**
     * Forgets orders that were done long ago, the oldest first. One that is given again is sent again, and the log knows its
     * key. Returns how many.
     */
    int forgetDone(Duration age, int limit) {
        return jdbc.sql("""
                delete from command.due where number in (
                    select number from command.due
                    where outcome <> 'failed' and done_at < clock_timestamp() - make_interval(secs => :age)
                    order by done_at limit :limit for update skip locked)
                """).param("age", age.toSeconds()).param("limit", limit).update();
    }

    /** Lets all orders that failed be sent again. Returns how many. */
    int reopenFailed() {
        return jdbc.sql("update command.due set done_at = null, outcome = null, reason = null where outcome = 'failed'")
                .update();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
