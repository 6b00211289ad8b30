package tenure.command.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wants the clock to stand still, and until when. A hold ends by itself, so that nobody can forget one. */
@Component
class HoldTable {

    private final JdbcClient jdbc;

    HoldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One hold.
     *
     * @param holder who wants it
     * @param until  when it ends by itself
     */
    record Hold(String holder, Instant until) {}

    /** Holds, or goes on holding. Returns once nothing is being sent by itself, see {@link #keepOut}. */
    Instant hold(String holder, Duration length) {
        return jdbc.sql("""
                insert into command.hold (holder, until)
                values (:holder, clock_timestamp() + make_interval(secs => :seconds))
                on conflict (holder) do update set until = excluded.until
                returning until
                """)
                .param("holder", holder)
                .param("seconds", length.toMillis() / 1000.0)
                .query((row, number) -> DueTable.instant(row, "until"))
                .single();
    }

    void release(String holder) {
        jdbc.sql("delete from command.hold where holder = ? or until <= clock_timestamp()")
                .param(holder)
                .update();
    }

    /** The holds that last. */
    List<Hold> all() {
        return jdbc.sql("select holder, until from command.hold where until > clock_timestamp() order by holder")
                .query((row, number) -> new Hold(row.getString("holder"), DueTable.instant(row, "until")))
                .list();
    }

    /** The time until nobody holds; empty when nobody does. */
    Optional<Duration> untilReleased() {
        return jdbc.sql("""
                select extract(epoch from max(until) - clock_timestamp()) as seconds from command.hold
                where until > clock_timestamp() having count(*) > 0
                """)
                .query((row, number) -> Duration.ofMillis((long) Math.ceil(row.getDouble("seconds") * 1000)))
                .optional();
    }

    /** Makes whoever wants to hold wait for the end of this transaction; those who send do not wait for each other. */
    void keepOut() {
        jdbc.sql("lock table command.hold in share mode").update();
    }
}
