package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.FreshDatabase;
import tenure.system.TenureProcess;

/** A PostgreSQL that its users run themselves: Tenure uses it and leaves it running. */
class OwnDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void isUsedAndLeftRunning() throws Exception {
        try (var server = FreshDatabase.start(folder.resolve("server"))) {
            var address = server.address();
            var place = address.jdbcUrl().substring("jdbc:postgresql://".length());
            var url = "postgresql://" + address.user() + ":" + address.password() + "@" + place;

            try (var tenure = TenureProcess.start(folder.resolve("data"), "--database-url", url)) {
                assertThat(tenure.output()).doesNotContain(address.password());
                assertThat(tenure.http().command("register-customer", """
                                        {"customerId":"C-1","name":"Acme","registeredOn":"2024-01-01","profile":{}}""").status())
                        .isEqualTo(201);
            }

            try (var connection = address.connect();
                    var rows = connection
                            .createStatement()
                            .executeQuery("select count(*) from eventstore.event where customer_id = 'C-1'")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
            assertThat(folder.resolve("data/postgres")).doesNotExist();
        }
    }
}
