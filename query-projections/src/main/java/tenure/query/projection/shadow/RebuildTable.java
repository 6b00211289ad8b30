package tenure.query.projection.shadow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which views are being built anew, for all nodes. */
@Repository
class RebuildTable {

    private final JdbcClient jdbc;

    RebuildTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a view is to be built anew. Returns false when it is already. */
    boolean begin(String projection, String shape) {
        return jdbc.sql("insert into query.rebuild (projection, shape) values (?, ?) on conflict do nothing")
                        .params(projection, shape)
                        .update()
                == 1;
    }

    /** Whether the tables still had this shape when the view was begun. */
    boolean wasBegunFor(String projection, String shape) {
        return jdbc.sql("select shape = ? as same from query.rebuild where projection = ?")
                .params(shape, projection)
                .query((row, number) -> row.getBoolean("same"))
                .optional()
                .orElse(false);
    }

    /** From here on the pace is measured. */
    void goesOnFrom(String projection, long position) {
        jdbc.sql("""
                update query.rebuild
                set position = :position, going_since = clock_timestamp(), going_from = :position, error = null
                where projection = :projection
                """)
                .param("projection", projection)
                .param("position", position)
                .update();
    }

    void reached(String projection, long position) {
        jdbc.sql(
                        "update query.rebuild set position = ?, reached_at = clock_timestamp(), error = null where projection = ?")
                .params(position, projection)
                .update();
    }

    void failed(String projection, String error) {
        jdbc.sql("update query.rebuild set error = ? where projection = ?")
                .params(error, projection)
                .update();
    }

    /** Returns false when it was not being built anew. */
    boolean end(String projection) {
        return jdbc.sql("delete from query.rebuild where projection = ?")
                        .param(projection)
                        .update()
                == 1;
    }

    /** Holds off others that want to build the same view anew or put an end to it. Returns false when it has ended. */
    boolean lock(String projection) {
        return jdbc.sql("select projection from query.rebuild where projection = ? for update")
                .param(projection)
                .query((row, number) -> row.getString("projection"))
                .optional()
                .isPresent();
    }

    List<Rebuild> all() {
        return jdbc.sql("""
                select projection, started_at, position, error,
                       case when reached_at > going_since then
                           ((position - going_from) / extract(epoch from reached_at - going_since))::bigint
                       end as per_second
                from query.rebuild order by projection
                """)
                .query((row, number) -> new Rebuild(
                        row.getString("projection"),
                        startedAt(row.getObject("started_at", OffsetDateTime.class)),
                        row.getLong("position"),
                        pace(row.getObject("per_second", Long.class)),
                        row.getString("error")))
                .list();
    }

    private static Instant startedAt(OffsetDateTime time) {
        return time.toInstant();
    }

    private static @Nullable Long pace(@Nullable Long perSecond) {
        return perSecond;
    }
}
