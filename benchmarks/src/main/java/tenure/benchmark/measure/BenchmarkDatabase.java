package tenure.benchmark.measure;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with the tables of the log. */
public final class BenchmarkDatabase implements AutoCloseable {

    private static final int CONNECTIONS_OF_TENURE = 16;

    private final String url;
    private final String name;
    private final int port;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final DataSource tenure;

    BenchmarkDatabase(String url, String name, int port) {
        this.url = url;
        this.name = name;
        this.port = port;
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
