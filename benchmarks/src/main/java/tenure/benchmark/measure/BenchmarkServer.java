package tenure.benchmark.measure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.DurabilityCheck;

/** A PostgreSQL of its own, as durable as the one that Tenure runs, with the same settings. */
public final class BenchmarkServer implements AutoCloseable {

    private static final int FLUSHES = 500;
    private static final int PAGE_BYTES = 8192;

    /** Those of Tenure's own server, but for room for the connections of all contestants. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("max_connections", "250"),
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("wal_compression", "pglz"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "10min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"));

    private final EmbeddedPostgres server;

    private BenchmarkServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param directory for its files, on a real disk
     */
    public static BenchmarkServer start(Path directory) throws IOException {
        var builder = EmbeddedPostgres.builder().setDataDirectory(Files.createTempDirectory(directory, "postgres"));
        SETTINGS.forEach(builder::setServerConfig);
        var server = new BenchmarkServer(builder.start());
        DurabilityCheck.require(server.jdbc());
        return server;
    }

    /** A new database with an empty log. */
    public BenchmarkDatabase database(String name) {
        jdbc().sql("create database " + name).update();
        return new BenchmarkDatabase(server.getJdbcUrl("postgres", name));
    }

    /** What the server calls itself. */
    public String version() {
        return jdbc().sql("show server_version")
                .query((row, number) -> row.getString(1))
                .single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    /**
     * How long the disk of a folder takes to keep 8 kB, as the database asks it to at each commit.
     *
     * @return the median, in microseconds
     */
    public static double flushMicros(Path directory) throws IOException {
        var file = Files.createTempFile(directory, "flush", "");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // Written once before, as PostgreSQL does with a file of its log, so that a flush need not grow the file.
            channel.write(ByteBuffer.allocate(FLUSHES * PAGE_BYTES));
            channel.force(true);
            var micros = new double[FLUSHES];
            for (int i = 0; i < FLUSHES; i++) {
                var start = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE_BYTES), (long) i * PAGE_BYTES);
                channel.force(false);
                micros[i] = (System.nanoTime() - start) / 1e3;
            }
            return Numbers.median(
                    IntStream.range(0, FLUSHES).mapToObj(i -> micros[i]).toList());
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
