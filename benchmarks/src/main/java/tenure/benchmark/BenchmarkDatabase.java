package tenure.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.DurabilityCheck;

/** A PostgreSQL of its own with the tables of the log, as durable as the one that Tenure runs on. */
final class BenchmarkDatabase implements AutoCloseable {

    private static final int FLUSHES = 500;
    private static final int PAGE_BYTES = 8192;

    private final EmbeddedPostgres server;

    private BenchmarkDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server with an empty log.
     *
     * @param directory   on a real disk; a folder for temporary files may be kept in memory, where a flush costs nothing
     * @param connections how many can be open at the same time
     */
    static BenchmarkDatabase start(Path directory, int connections) throws IOException {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createTempDirectory(directory, "postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", String.valueOf(connections))
                .start();
        var database = new BenchmarkDatabase(server);
        DurabilityCheck.require(database.jdbc());
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("eventstore")
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
        return database;
    }

    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /**
     * How long the disk of a folder takes to keep 8 kB, as the database asks it to at each commit.
     *
     * @return the median, in microseconds
     */
    static long flushMicros(Path directory) throws IOException {
        var file = Files.createTempFile(directory, "flush", "");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // Written once before, as PostgreSQL does with a file of its log, so that a flush need not grow the file.
            channel.write(ByteBuffer.allocate(FLUSHES * PAGE_BYTES));
            channel.force(true);
            var nanos = new long[FLUSHES];
            for (int i = 0; i < FLUSHES; i++) {
                var start = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE_BYTES), (long) i * PAGE_BYTES);
                channel.force(false);
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            return nanos[FLUSHES / 2] / 1_000;
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
