package tenure.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.proof.Verdict.Intact;

/** The example of docs/log-format.md is what the product computes, verifies and exports. */
class LogFormatTest {

    @TempDir
    Path folder;

    @Test
    void theExampleIsAnIntactLogAndIsExportedAsItStandsThere() throws Exception {
        var page = FormatPage.read();
        var end = page.export("checkpoint").getFirst();
        try (var database = TestDatabase.withLog();
                var connection = database.dataSource().getConnection()) {
            store(page, database.jdbc());
            var log = LogSnapshot.begin(connection);
            var head = page.export("head").getFirst().get("hash").asString();
            var checkpoint = VerifierKey.parse(end.get("key").asString())
                    .open(end.get("note").asString());

            assertThat(new LogVerifier(List.of(checkpoint), (done, total) -> {}).verify(log))
                    .isEqualTo(new Intact(3, new Hash(HexFormat.of().parseHex(head)), 3));

            var out = new ByteArrayOutputStream();
            var signed = new SignedCheckpoint(
                    end.get("note").asString(), end.get("key").asString());
            LogExport.write(log, Optional.of(signed), out, (done, total) -> {});
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(page.block("ndjson"));
        }
    }

    @Test
    void theHashesInItsTableFollowFromTheBytesShown() throws Exception {
        var page = FormatPage.read();
        var leaves = page.export("event");

        assertThat(sha256(page.block("content").replaceAll("\\s", ""))).isEqualTo(page.hash("its content hash"));
        assertThat(sha256("0000000000000001" + "0000000000000000" + "00061d0847b30940" + page.hash("its content hash")))
                .isEqualTo(page.hash("its leaf"))
                .isEqualTo(leaves.getFirst().get("leaf").asString());
        assertThat(sha256("00".repeat(32) + "0000000000000001" + "00000002" + page.hash("its leaf")
                        + leaves.get(1).get("leaf").asString()))
                .isEqualTo(page.hash("hash of the first batch"))
                .isEqualTo(page.export("batch").getFirst().get("hash").asString());
    }

    @Test
    void theSecondVerifierBelievesTheExample() throws Exception {
        assumeThat(SecondVerifier.canRun()).isTrue();
        var page = FormatPage.read();
        var export = Files.writeString(folder.resolve("example.ndjson"), page.block("ndjson"));
        var key = page.export("checkpoint").getFirst().get("key").asString();

        assertThat(SecondVerifier.run(export, Map.of("--key", key))).startsWith("intact: 3 events");
        Files.writeString(export, page.block("ndjson").replace("eyJzZWF0cyI6N30=", "eyJzZWF0cyI6OH0="));
        assertThat(SecondVerifier.run(export, Map.of("--key", key))).startsWith("first bad position: 3\n");
    }

    private static String sha256(String hex) {
        return HexFormat.of().formatHex(Hash.sha256().digest(HexFormat.of().parseHex(hex)));
    }

    private static void store(FormatPage page, JdbcClient jdbc) {
        for (var batch : page.export("batch")) {
            jdbc.sql(
                            "insert into eventstore.batch select (j ->> 'first')::bigint, (j ->> 'last')::bigint,"
                                    + " to_timestamp(0) + (j ->> 'recordedAtMicros')::bigint * interval '1 microsecond',"
                                    + " decode(j ->> 'previous', 'hex'), decode(j ->> 'hash', 'hex') from (select ?::jsonb j) line")
                    .param(batch.toString())
                    .update();
        }
        for (var event : page.export("event")) {
            jdbc.sql(
                            "insert into eventstore.event_type (name, revision) select j ->> 'type', (j ->> 'revision')::integer"
                                    + " from (select ?::jsonb j) line on conflict do nothing")
                    .param(event.toString())
                    .update();
            jdbc.sql(
                            "insert into eventstore.stream_head (stream, version) select j ->> 'stream', (j ->> 'version')::bigint"
                                    + " from (select ?::jsonb j) line on conflict (stream) do update set version = excluded.version")
                    .param(event.toString())
                    .update();
            jdbc.sql("""
                    insert into eventstore.event
                    select (j ->> 'position')::bigint, stream_no, (j ->> 'version')::bigint, (j ->> 'eventId')::uuid, type_id,
                           to_timestamp(0) + (j ->> 'occurredAtMicros')::bigint * interval '1 microsecond',
                           to_timestamp(0) + (j ->> 'recordedAtMicros')::bigint * interval '1 microsecond',
                           j ->> 'customerId', j ->> 'userId', j ->> 'correlationId', j ->> 'causationId',
                           j ->> 'commandKey', j ->> 'actor', decode(j ->> 'payload', 'base64'),
                           decode(j ->> 'metadata', 'base64'), decode(j ->> 'leaf', 'hex')
                    from (select ?::jsonb j) line
                    join eventstore.stream_head on stream = j ->> 'stream'
                    join eventstore.event_type on name = j ->> 'type' and revision = (j ->> 'revision')::integer""").param(event.toString()).update();
        }
        var head = page.export("head").getFirst();
        jdbc.sql("update eventstore.log_head set log = ?::uuid, position = ?")
                .param(page.export().getFirst().get("log").asString())
                .param(head.get("position").asLong())
                .update();
    }
}
