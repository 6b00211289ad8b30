package tenure.benchmark.measure;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with the tables of the log. */
public final class BenchmarkDatabase implements AutoCloseable {

    private static final int CONNECTIONS_OF_TENURE = 16;

    private final String url;
    private final String name;
    private final int port;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final DataSource tenure;

    /**
     * The database at an address of JDBC, which must name the user; the tables are made where they are missing.
     *
     * @throws IllegalArgumentException when it is no address of PostgreSQL
     */
    public BenchmarkDatabase(String url) {
        var parts = Driver.parseURL(url, null);
        if (parts == null) {
            throw new IllegalArgumentException(
                    "benchmark.database must look like jdbc:postgresql://localhost:5432/tenure?user=me.");
        }
        this.url = url + (url.contains("?") ? "" : "?");
        this.name = Objects.requireNonNull(PGProperty.PG_DBNAME.getOrDefault(parts));
        this.port = Integer.parseInt(Objects.requireNonNull(PGProperty.PG_PORT.getOrDefault(parts)));
        this.tenure = pool("public", CONNECTIONS_OF_TENURE);
        Flyway.configure()
                .dataSource(tenure)
                .schemas("eventstore")
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
    }

    /** The connections that Tenure works with. */
    public DataSource tenure() {
        return tenure;
    }

    /** For statements outside any turn. */
    public JdbcClient jdbc() {
        return JdbcClient.create(tenure);
    }

    /** Where the database is, for whoever speaks JDBC. */
    public String url() {
        return url;
    }

    /** The name of the database, for programs. */
    public String name() {
        return name;
    }

    /** The port of the server, for programs. */
    public int port() {
        return port;
    }

    /** Connections for a contestant, open at once; the driver turns a batch of inserts into one of many rows. */
    public DataSource pool(String schema, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url + "&reWriteBatchedInserts=true&currentSchema=" + schema);
        config.setMaximumPoolSize(connections);
        var pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Takes in what was written, so that the server does not do it in somebody's turn. */
    public void settle() {
        jdbc().sql("vacuum analyze").update();
        jdbc().sql("checkpoint").update();
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
