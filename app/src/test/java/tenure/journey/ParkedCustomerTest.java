package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.app.database.EmbeddedDatabase;
import tenure.system.FreshDatabase;
import tenure.system.Http;
import tenure.system.TenureProcess;

/** A customer that a view cannot digest: seen, tried again and given up by an operator, over HTTP. */
class ParkedCustomerTest {

    private static final String PARKED = "/api/v1/projections/lives/parked";

    @TempDir
    Path folder;

    @Test
    void isParkedShownRetriedAndGivenUp() throws Exception {
        try (var server = FreshDatabase.start(folder.resolve("server"))) {
            var address = server.address();
            var place = address.jdbcUrl().substring("jdbc:postgresql://".length());
            var url = "postgresql://" + address.user() + ":" + address.password() + "@" + place;

            try (var tenure = TenureProcess.start(folder.resolve("data"), "--database-url", url)) {
                var http = tenure.http();
                execute(server, "alter table query.life add constraint poison check (customer_id not like 'BAD%')");
                register(http, "BAD-1");
                register(http, "BAD-2");
                var position = register(http, "C-1").header("Tenure-Position");

                assertThat(http.get("/api/v1/customers/C-1?minPosition=" + position)
                                .status())
                        .as("everybody else goes on")
                        .isEqualTo(200);
                var parked = http.get(PARKED).json().get("events");
                assertThat(parked.valueStream()
                                .map(event -> event.get("customerId").asString()))
                        .containsExactly("BAD-1", "BAD-2");

                assertThat(retry(http, "BAD-1").json().get("stillParked").asInt())
                        .isEqualTo(1);
                assertThat(http.delete(PARKED + "/"
                                        + parked.get(1).get("position").asLong())
                                .status())
                        .isEqualTo(204);
                execute(server, "alter table query.life drop constraint poison");
                assertThat(retry(http, "BAD-1").json().get("takenIn").asInt()).isEqualTo(1);

                assertThat(http.get("/api/v1/customers/BAD-1").status()).isEqualTo(200);
                assertThat(http.get("/api/v1/customers/BAD-2").status()).isEqualTo(404);
                assertThat(retry(http, "BAD-1").status()).isEqualTo(404);
                assertThat(retry(http, "BAD-1").json().get("code").asString()).isEqualTo("NOTHING_PARKED");
                assertThat(http.delete("/api/v1/projections/no-such-view/parked/1")
                                .json()
                                .get("code")
                                .asString())
                        .isEqualTo("UNKNOWN_PROJECTION");
            }
        }
    }

    private static Http.Answer register(Http http, String customerId) {
        var answer = http.command("register-customer", """
                {"customerId":"%s","name":"Acme","registeredOn":"2024-01-01","profile":{}}""".formatted(customerId));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static Http.Answer retry(Http http, String customerId) {
        return http.post(PARKED + "/retry?customerId=" + customerId, "");
    }

    private static void execute(EmbeddedDatabase server, String sql) throws SQLException {
        try (var connection = server.address().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
