package tenure.app.wiring;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.command.KeyAlreadyUsed;
import tenure.domain.EventCatalogue;
import tenure.domain.shared.EventName;
import tenure.eventstore.Appender;
import tenure.eventstore.DurabilityCheck;
import tenure.eventstore.EventNames;
import tenure.eventstore.EventType;
import tenure.eventstore.EventUpcaster;
import tenure.eventstore.JsonEventDecoder;
import tenure.eventstore.LogBell;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.StoredJson;
import tenure.eventstore.proof.CheckpointWriter;
import tenure.eventstore.proof.Checkpoints;
import tenure.eventstore.proof.LogSnapshot;
import tenure.eventstore.read.AuditLog;
import tenure.eventstore.read.CommandLog;
import tenure.eventstore.read.EventDecoder;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;

/** The log, on the application's database. Whatever reads or writes it asks for {@link Schemas} first. */
@Configuration(proxyBeanMethods = false)
class LogWiring {

    /** Stands for tables that are there, a database that keeps what it acknowledges, and a log that nobody exchanged. */
    record Schemas(JdbcClient jdbc) {}

    @Bean
    Schemas schemas(
            DataSource dataSource,
            Checkpoints checkpoints,
            @Value("${tenure.accept-log:#{null}}") @Nullable String accepted)
            throws IOException, SQLException {
        var jdbc = JdbcClient.create(dataSource);
        DurabilityCheck.require(jdbc);
        migrate(dataSource, "eventstore");
        migrate(dataSource, "query");
        migrate(dataSource, "command");
        try (var connection = dataSource.getConnection()) {
            checkpoints.admit(new LogSnapshot(connection), accepted);
        }
        return new Schemas(jdbc);
    }

    private static void migrate(DataSource dataSource, String side) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(side)
                .locations("classpath:db/" + side)
                .load()
                .migrate();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LogSignal logSignal() {
        return new LogSignal();
    }

    @Bean
    EventNames eventNames(ObjectProvider<EventUpcaster> upcasters) {
        var names = new EventNames();
        for (var event : EventCatalogue.events()) {
            var name = event.getAnnotation(EventName.class);
            if (name == null) {
                throw new IllegalStateException(event + " has no stored name.");
            }
            names.with(new EventType(name.value(), name.revision()), event);
        }
        upcasters.forEach(names::with);
        return names;
    }

    /** Ends before the writer of checkpoints does, so that the last checkpoint vouches for everything. */
    @Bean
    Appender appender(Schemas schemas, CheckpointWriter writer, DataSource dataSource, LogSignal signal) {
        return new Appender(dataSource, signal);
    }

    @Bean
    LogBell logBell(Schemas schemas, DataSource dataSource, LogSignal signal) {
        return new LogBell(dataSource, signal);
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(Schemas schemas, Appender appender, EventNames names) {
        return new PostgresEventStorageEngine(
                appender, schemas.jdbc(), names, StoredJson.mapper(), KeyAlreadyUsed::new);
    }

    @Bean
    EventLog eventLog(Schemas schemas, LogSignal signal) {
        return new EventLog(schemas.jdbc(), signal);
    }

    @Bean
    AuditLog auditLog(Schemas schemas) {
        return new AuditLog(schemas.jdbc());
    }

    @Bean
    CommandLog commandLog(Schemas schemas) {
        return new CommandLog(schemas.jdbc());
    }

    @Bean
    EventDecoder eventDecoder(EventNames names) {
        return new JsonEventDecoder(names, StoredJson.mapper());
    }
}
