package tenure.query.projection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps answers and the exchange of a view's tables apart. An answer sees one moment of the database from its first look
 * on; it must not begin before the exchange and come to the tables after it.
 */
@Repository
public class ProjectionGate {

    private final JdbcClient jdbc;

    ProjectionGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first statement of an answer, which looks at nothing yet: waits for an exchange to end, and keeps others out. */
    public void enter() {
        jdbc.sql("lock table query.projection_gate in access share mode").update();
    }

    /** Waits for all answers to end and lets no other begin until the transaction ends; gives up after two seconds. */
    public void shut() {
        jdbc.sql("set local lock_timeout = '2s'").update();
        jdbc.sql("lock table query.projection_gate in access exclusive mode").update();
    }
}
