package tenure.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.app.database.EmbeddedDatabase;
import tenure.system.FreshDatabase;
import tenure.system.Http;
import tenure.system.TenureProcess;

/** Each node keeps aggregates it has decided on; none of them decides on what another node has moved on. */
class TwoNodesTest {

    @TempDir
    Path folder;

    @Test
    void decideOnWhatEitherOfThemRecorded() throws Exception {
        try (var database = FreshDatabase.start(folder.resolve("server"));
                var one = node("one", database);
                var other = node("other", database)) {
            order(one.http(), 201, "register-customer", """
                    {"customerId":"acme","name":"Acme","registeredOn":"2024-01-01"}""");
            order(one.http(), 201, "invite-user", """
                    {"userId":"anna","customerId":"acme"}""");
            for (int round = 0; round < 5; round++) {
                order(one.http(), round == 0 ? 201 : 200, "activate-user", user());
                order(other.http(), 201, "deactivate-user", user());
                // The first node has kept an active user, of whom it would say that nothing has to change.
                assertThat(order(one.http(), 409, "activate-user", user()))
                        .extracting(problem -> problem.json().get("code").asString())
                        .isEqualTo("DEACTIVATED");
                order(one.http(), 201, "reactivate-user", user());
                // The other one has kept a user who is not active, and would say the same.
                order(other.http(), 201, "deactivate-user", user());
                order(other.http(), 201, "reactivate-user", user());
                order(one.http(), 200, "reactivate-user", user());
            }
        }
    }

    private static String user() {
        return "{\"userId\":\"anna\"}";
    }

    private static Http.Answer order(Http node, int status, String command, String body) {
        var answer = node.command(command, body);
        assertThat(answer.status()).as(command + ": " + answer).isEqualTo(status);
        return answer;
    }

    private TenureProcess node(String name, EmbeddedDatabase database) {
        var address = database.address();
        return TenureProcess.start(
                folder.resolve(name),
                "--database-url",
                "postgresql://" + address.user() + ":" + address.password() + "@" + address.place());
    }
}
