package tenure.eventstore.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Somebody who may do anything in the database: triggers are off, and hashes are computed anew where that helps. */
final class Forger {

    private static final String TOOLS = """
            create function forger_field(value bytea) returns bytea language sql immutable as $$
                select case when value is null then '\\xffffffff'::bytea else int4send(octet_length(value)) || value end
            $$;
            create function forger_micros(at timestamptz) returns bytea language sql immutable as $$
                select int8send((extract(epoch from at) * 1000000)::bigint)
            $$;
            create function forger_leaf(wanted bigint) returns bytea language sql as $$
                select sha256(int8send(e.position) || int8send(e.version) || forger_micros(e.recorded_at) || sha256(
                    forger_field(convert_to(s.stream, 'UTF8')) || uuid_send(e.event_id)
                    || forger_field(convert_to(t.name, 'UTF8')) || int4send(t.revision)
                    || forger_micros(e.occurred_at)
                    || forger_field(convert_to(e.customer_id, 'UTF8')) || forger_field(convert_to(e.user_id, 'UTF8'))
                    || forger_field(convert_to(e.correlation_id, 'UTF8'))
                    || forger_field(convert_to(e.causation_id, 'UTF8'))
                    || forger_field(convert_to(e.command_key, 'UTF8')) || forger_field(convert_to(e.actor, 'UTF8'))
                    || forger_field(e.payload) || forger_field(e.metadata)))
                from eventstore.event e join eventstore.stream_head s using (stream_no)
                join eventstore.event_type t using (type_id) where e.position = wanted
            $$;
            create function forger_chain(from_first bigint, up_to_last bigint) returns void language plpgsql as $$
            declare
                b record;
                chained bytea;
            begin
                for b in select * from eventstore.batch where first_position >= from_first
                         and last_position <= up_to_last order by last_position loop
                    chained := coalesce((select hash from eventstore.batch where last_position = b.first_position - 1),
                                        decode(repeat('00', 32), 'hex'));
                    update eventstore.batch set previous_hash = chained, hash = sha256(
                        chained || int8send(b.first_position)
                        || int4send((b.last_position - b.first_position + 1)::integer)
                        || (select string_agg(leaf, ''::bytea order by position) from eventstore.event
                            where position between b.first_position and b.last_position))
                    where last_position = b.last_position;
                end loop;
            end $$;
            create function forger_head() returns void language sql as $$
                update eventstore.log_head set position = (select max(last_position) from eventstore.batch);
                delete from eventstore.stream_head where stream_no not in (select stream_no from eventstore.event);
                update eventstore.stream_head h set version =
                    (select max(version) from eventstore.event e where e.stream_no = h.stream_no);
            $$;
            """;

    private final Connection connection;

    /** @param connection that commits nothing by itself; what the forger does can be rolled back */
    Forger(Connection connection) {
        this.connection = connection;
    }

    /** Lays out the tools; to be committed once. */
    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TOOLS);
        }
    }

    /** Takes triggers off for the rest of the transaction. */
    void begin() throws SQLException {
        run("set local session_replication_role = replica");
    }

    /** Lets positions, versions and event ids be there twice. */
    void dropKeys() throws SQLException {
        run("alter table eventstore.event drop constraint event_pkey");
        run("drop index eventstore.event_00000_version");
        run("drop index eventstore.event_00000_event_id");
    }

    int run(String change) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(change) ? 0 : statement.getUpdateCount();
        }
    }

    /** Does a change that a constraint may refuse. Returns whether it changed anything. */
    boolean tries(String change) throws SQLException {
        var before = connection.setSavepoint();
        try {
            return run(change) > 0;
        } catch (SQLException e) {
            connection.rollback(before);
            return false;
        }
    }

    void newLeaf(long position) throws SQLException {
        run("update eventstore.event set leaf = forger_leaf(position) where position = " + position);
    }

    void newChain(long fromFirst, long upToLast) throws SQLException {
        run("select forger_chain(" + fromFirst + ", " + upToLast + ")");
    }

    void newHeads() throws SQLException {
        run("select forger_head()");
    }

    long number(String query) throws SQLException {
        return numbers(query).getFirst();
    }

    List<Long> numbers(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }
}
