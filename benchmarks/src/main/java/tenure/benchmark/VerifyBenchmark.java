package tenure.benchmark;

import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.eventstore.proof.LogExport;
import tenure.eventstore.proof.LogSnapshot;
import tenure.eventstore.proof.LogVerifier;
import tenure.eventstore.proof.Verdict.Intact;

/**
 * How long it takes to verify a log and to export it. The log is written by the database itself, with the hashes of the
 * format page, in batches of a hundred; a tenth as many streams as events.
 */
public final class VerifyBenchmark {

    private static final long EVENTS = 1_000_000;
    private static final int ROUNDS = 3;

    private static final String WRITE_LOG = """
            set synchronous_commit = off;
            create function field(value bytea) returns bytea language sql immutable parallel safe as $$
                select case when value is null then '\\xffffffff'::bytea else int4send(octet_length(value)) || value end
            $$;
            insert into eventstore.event_type (name, revision) values ('license.seats-changed', 1);
            select eventstore.make_partitions(:events);
            insert into eventstore.stream_head (stream, kind, version)
            select 'license/P-' || n, 'License', (:events - n) / (:events / 10) from generate_series(1, :events / 10) n;
            insert into eventstore.event
            select n, stream_no, version, id, 1, at, at, customer, null, trace, trace, key, 'alice', payload, '\\x7b7d',
                   sha256(int8send(n) || int8send(version) || int8send(micros) || sha256(
                       field(convert_to(stream, 'UTF8')) || uuid_send(id)
                       || field(convert_to('license.seats-changed', 'UTF8')) || int4send(1) || int8send(micros)
                       || field(convert_to(customer, 'UTF8')) || field(null) || field(convert_to(trace, 'UTF8'))
                       || field(convert_to(trace, 'UTF8')) || field(convert_to(key, 'UTF8'))
                       || field('alice') || field(payload) || field('\\x7b7d')))
            from (select n, stream_no, stream, (n - 1) / (:events / 10) as version, gen_random_uuid() as id,
                         to_timestamp(0) + ((n - 1) / 100 + 1) * interval '1 second' as at,
                         ((n - 1) / 100 + 1) * 1000000 as micros, 'P-' || stream_no as customer, md5(n::text) as trace,
                         '1-' || n as key,
                         convert_to('{"licenseId":"P-104711","customerId":"P-104711","seats":' || n
                             || ',"pricePerSeatMinorUnits":4900,"effectiveOn":"2024-04-01",'
                             || '"occurredAt":"2024-03-28T09:14:03.512Z"}', 'UTF8') as payload
                  from (select n, 'license/P-' || (n - 1) % (:events / 10) + 1 as stream
                        from generate_series(1::bigint, :events) n) numbered
                  join eventstore.stream_head using (stream)) rows
            order by n;
            do $$
            declare
                previous bytea := decode(repeat('00', 32), 'hex');
                chained bytea;
                first bigint;
            begin
                for first in select generate_series(1, :events, 100) loop
                    select sha256(previous || int8send(first) || int4send(100)
                                  || string_agg(leaf, ''::bytea order by position))
                    into chained from eventstore.event where position between first and first + 99;
                    insert into eventstore.batch values
                        (first, first + 99, to_timestamp(0) + (first / 100 + 1) * interval '1 second', previous, chained);
                    previous := chained;
                end loop;
                update eventstore.log_head set position = :events;
            end $$;
            analyze eventstore.event;
            """;

    private VerifyBenchmark() {}

    /** Writes a log and prints the median of three rounds. */
    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(System.getProperty("benchmark.directory", "target"));
        try (var server = BenchmarkServer.start(directory);
                var database = server.database("verified");
                var connection = database.tenure().getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute(WRITE_LOG.replace(":events", Long.toString(EVENTS)));
            }
            print("verify", connection, log -> {
                if (!(new LogVerifier(List.of(), (done, total) -> {}).verify(log) instanceof Intact)) {
                    throw new IllegalStateException("The log of the benchmark is damaged.");
                }
            });
            print("export", connection, log -> {
                try (var nowhere = OutputStream.nullOutputStream()) {
                    LogExport.write(log, Optional.empty(), nowhere, (done, total) -> {});
                }
            });
        }
    }

    /** Something done with a whole log. */
    private interface Work {
        void with(LogSnapshot log) throws Exception;
    }

    private static void print(String what, Connection connection, Work work) throws Exception {
        var nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            work.with(LogSnapshot.begin(connection));
            nanos[round] = System.nanoTime() - start;
            connection.rollback();
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s %,d events: %.1f s, %,.0f events/s%n",
                what,
                EVENTS,
                nanos[ROUNDS / 2] / 1e9,
                EVENTS * 1e9 / nanos[ROUNDS / 2]);
    }
}
