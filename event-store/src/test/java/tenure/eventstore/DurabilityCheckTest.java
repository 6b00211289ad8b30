package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tenure.eventstore.DurabilityCheck.NotDurable;

class DurabilityCheckTest {

    @Test
    void acceptsADatabaseThatKeepsWhatItAcknowledges() {
        try (var database = TestDatabase.withLog()) {
            assertThatCode(() -> DurabilityCheck.require(database.jdbc())).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesAServerThatDoesNotFlush() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            assertThatThrownBy(() -> DurabilityCheck.require(JdbcClient.create(server.getPostgresDatabase())))
                    .isInstanceOf(NotDurable.class)
                    .hasMessageContaining("fsync, full_page_writes = off");
        }
    }

    @Test
    void refusesConnectionsThatDoNotWaitForTheFlush() throws Exception {
        try (var database = TestDatabase.withLog();
                var connection = database.dataSource().getConnection()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("set synchronous_commit = off").update();
            assertThatThrownBy(() -> DurabilityCheck.require(jdbc))
                    .isInstanceOf(NotDurable.class)
                    .hasMessageContaining("synchronous_commit");
            jdbc.sql("reset synchronous_commit").update();
        }
    }
}
