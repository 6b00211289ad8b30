package tenure.benchmark.append;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table with the columns and indexes of the log's. Who writes into it checks nothing, chains nothing and locks
 * nothing, and the table is not partitioned.
 */
final class BareTable {

    static final String COLUMNS =
            "(stream_no, version, event_id, type_id, occurred_at, recorded_at, customer_id, user_id, correlation_id,"
                    + " causation_id, command_key, actor, payload, metadata, leaf)";

    private BareTable() {}

    static void create(JdbcClient jdbc) {
        jdbc.sql("""
                create table bare_event (like eventstore.event);
                alter table bare_event
                    alter position add generated always as identity,
                    add primary key (position);
                create index on bare_event (customer_id, position) where customer_id is not null;
                create index on bare_event (user_id, position) where user_id is not null;
                create unique index on bare_event (stream_no, version);
                create unique index on bare_event (event_id);
                """).update();
    }
}
