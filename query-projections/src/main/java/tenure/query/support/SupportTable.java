package tenure.query.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tenure.query.shared.Standpoint;
import tenure.query.support.TicketFact.Kind;

/** The statements of the view of tickets. What a read gives is what counts from its standpoint, oldest first. */
@Repository
class SupportTable {

    private static final String KNOWN = " position <= :position and occurred_at < :end ";
    private static final String NOT_WITHDRAWN = """
             and not exists (select from query.support_withdrawal w
                             where w.event_id = f.event_id and w.position <= :position)
            """;

    /** Rows that come over the line together, where tickets of all customers are read. */
    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient jdbc;

    SupportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void tickets(List<TicketFact> facts) {
        insert(
                """
                insert into query.ticket_fact
                       (ticket_id, position, event_id, occurred_at, customer_id, user_id, kind, matter, feature, level,
                        priority, status, rating)
                select * from unnest(:1::text[], :2::bigint[], :3::text[], :4::timestamptz[], :5::text[], :6::text[],
                                     :7::text[], :8::text[], :9::text[], :10::text[], :11::text[], :12::text[],
                                     :13::int[])
                on conflict do nothing
                """,
                facts,
                TicketFact::ticketId,
                TicketFact::position,
                TicketFact::eventId,
                TicketFact::occurredAt,
                TicketFact::customerId,
                TicketFact::userId,
                TicketFact::kind,
                TicketFact::matter,
                TicketFact::feature,
                TicketFact::level,
                TicketFact::priority,
                TicketFact::status,
                TicketFact::rating);
    }

    /** A fact that does not count from a position on. */
    record Withdrawal(String eventId, long position) {}

    void withdrawals(List<Withdrawal> withdrawals) {
        insert("""
                insert into query.support_withdrawal (event_id, position)
                select * from unnest(:1::text[], :2::bigint[]) on conflict do nothing
                """, withdrawals, Withdrawal::eventId, Withdrawal::position);
    }

    /** The level of a feature from a moment on. */
    record FeatureLevel(String feature, long position, Instant occurredAt, String level) {}

    void features(List<FeatureLevel> features) {
        insert(
                """
                insert into query.support_feature_fact (feature, position, occurred_at, level)
                select * from unnest(:1::text[], :2::bigint[], :3::timestamptz[], :4::text[]) on conflict do nothing
                """,
                features,
                FeatureLevel::feature,
                FeatureLevel::position,
                FeatureLevel::occurredAt,
                FeatureLevel::level);
    }

    /** Whether a course is required from a moment on; null: it is retired. */
    record Course(
            String courseId,
            long position,
            Instant occurredAt,
            @Nullable Boolean required) {}

    void courses(List<Course> courses) {
        insert("""
                insert into query.support_course_fact (course_id, position, occurred_at, required)
                select * from unnest(:1::text[], :2::bigint[], :3::timestamptz[], :4::boolean[]) on conflict do nothing
                """, courses, Course::courseId, Course::position, Course::occurredAt, Course::required);
    }

    /** A training that somebody completed. */
    record Completed(String userId, String courseId, long position, String eventId, Instant occurredAt) {}

    void completions(List<Completed> completions) {
        insert(
                """
                insert into query.support_training_fact (user_id, course_id, position, event_id, occurred_at)
                select * from unnest(:1::text[], :2::text[], :3::bigint[], :4::text[], :5::timestamptz[])
                on conflict do nothing
                """,
                completions,
                Completed::userId,
                Completed::courseId,
                Completed::position,
                Completed::eventId,
                Completed::occurredAt);
    }

    /** A day from which a customer is one: when it signed up, or when a term begins. */
    record Begun(String customerId, long position, Instant occurredAt, boolean registered, LocalDate day) {}

    void begun(List<Begun> begun) {
        insert("""
                insert into query.support_customer_fact (customer_id, position, occurred_at, registered, day)
                select * from unnest(:1::text[], :2::bigint[], :3::timestamptz[], :4::boolean[], :5::date[])
                on conflict do nothing
                """, begun, Begun::customerId, Begun::position, Begun::occurredAt, Begun::registered, Begun::day);
    }

    /** Writes rows set-wise: one array for each column, under the names 1, 2 … */
    @SafeVarargs
    private <R> void insert(String sql, List<R> rows, Function<R, @Nullable Object>... columns) {
        if (rows.isEmpty()) {
            return;
        }
        var statement = jdbc.sql(sql);
        for (int column = 0; column < columns.length; column++) {
            statement = statement.param(String.valueOf(column + 1), texts(rows, columns[column]));
        }
        statement.update();
    }

    private static <R> @Nullable String[] texts(List<R> rows, Function<R, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    var value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    /** Gives the facts of tickets, by ticket and time. A ticket of a customer comes with what is told of it without one. */
    void tickets(Standpoint at, @Nullable String customerId, Consumer<TicketFact> receiver) {
        var words = new HashMap<String, String>();
        // Two statements: one that may be asked for all customers does not use the index.
        var ofCustomer = customerId == null
                ? ""
                : " and ticket_id in (select ticket_id from query.ticket_fact where customer_id = :customer)";
        seen(
                        "select * from query.ticket_fact f where" + KNOWN + NOT_WITHDRAWN + ofCustomer
                                + " order by ticket_id, occurred_at, position",
                        at)
                .param("customer", customerId)
                .withFetchSize(ROWS_AT_A_TIME)
                .query(row -> {
                    receiver.accept(ticket(row, words));
                });
    }

    List<FeatureLevel> features(Standpoint at) {
        return seen("select * from query.support_feature_fact where" + KNOWN + "order by occurred_at, position", at)
                .query((row, number) -> new FeatureLevel(
                        row.getString("feature"), row.getLong("position"), time(row), row.getString("level")))
                .list();
    }

    List<Course> courses(Standpoint at) {
        return seen("select * from query.support_course_fact where" + KNOWN + "order by occurred_at, position", at)
                .query((row, number) -> new Course(
                        row.getString("course_id"),
                        row.getLong("position"),
                        time(row),
                        row.getObject("required", Boolean.class)))
                .list();
    }

    List<Completed> completions(Standpoint at, Collection<String> userIds) {
        return seen(
                        "select * from query.support_training_fact f where user_id = any (:users) and" + KNOWN
                                + NOT_WITHDRAWN + "order by occurred_at, position",
                        at)
                .param("users", userIds.toArray(String[]::new))
                .query((row, number) -> new Completed(
                        row.getString("user_id"),
                        row.getString("course_id"),
                        row.getLong("position"),
                        row.getString("event_id"),
                        time(row)))
                .list();
    }

    List<Begun> begun(Standpoint at, @Nullable String customerId) {
        var ofCustomer = customerId == null ? "" : "and customer_id = :customer ";
        return seen("select * from query.support_customer_fact where" + KNOWN + ofCustomer + "order by position", at)
                .param("customer", customerId)
                .query((row, number) -> new Begun(
                        row.getString("customer_id"),
                        row.getLong("position"),
                        time(row),
                        row.getBoolean("registered"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    private StatementSpec seen(String sql, Standpoint at) {
        return jdbc.sql(sql)
                .param("position", at.position())
                .param("end", at.asOf().end().atOffset(ZoneOffset.UTC));
    }

    /** A fact; the few words that all tickets are told of in are kept once. */
    private static TicketFact ticket(ResultSet row, Map<String, String> words) throws SQLException {
        return new TicketFact(
                row.getString("ticket_id"),
                row.getLong("position"),
                row.getString("event_id"),
                time(row),
                words.computeIfAbsent(row.getString("customer_id"), word -> word),
                row.getString("user_id"),
                Kind.valueOf(row.getString("kind")),
                word(row, "matter", words),
                word(row, "feature", words),
                word(row, "level", words),
                word(row, "priority", words),
                word(row, "status", words),
                row.getObject("rating", Integer.class));
    }

    private static @Nullable String word(ResultSet row, String column, Map<String, String> words) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : words.computeIfAbsent(text, word -> word);
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    }
}
