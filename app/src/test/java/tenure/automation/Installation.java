package tenure.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tenure.app.database.EmbeddedDatabase;
import tenure.system.Http;
import tenure.system.TenureProcess;

/** A database and the Tenures on it, each a process of its own, with a look behind their backs. */
final class Installation implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path folder;
    private final String url;
    private final List<TenureProcess> nodes = new ArrayList<>();
    final JdbcClient jdbc;

    /**
     * A new database of a server.
     *
     * @param folder where the nodes keep what is theirs
     */
    Installation(EmbeddedDatabase server, Path folder) {
        var address = server.address();
        var name = "automations_" + COUNT.incrementAndGet();
        JdbcClient.create(new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password()))
                .sql("create database " + name)
                .update();
        var jdbcUrl = address.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
        this.folder = folder;
        this.url = "postgresql://" + address.user() + ":" + address.password() + "@"
                + jdbcUrl.substring("jdbc:postgresql://".length());
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(jdbcUrl, address.user(), address.password()));
    }

    TenureProcess node() {
        var node = TenureProcess.start(folder.resolve("node-" + nodes.size()), "--database-url", url);
        nodes.add(node);
        return node;
    }

    /** The payloads of all events of a type, in the order of the log. */
    List<String> events(String type) {
        return jdbc.sql("""
                select convert_from(e.payload, 'UTF8') from eventstore.event e
                join eventstore.event_type t using (type_id) where t.name = ? order by e.position
                """).param(type).query(String.class).list();
    }

    /** What a run until a moment has done, all of it. */
    static Http.Answer run(Http http, String until) {
        Http.Answer answer;
        do {
            answer = http.post("/api/v1/automations/run", """
                    {"until":"%s"}""".formatted(until));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        } while (!answer.json().get("complete").asBoolean());
        return answer;
    }

    static void hold(Http http, String length) {
        var answer = http.post("/api/v1/automations/hold", """
                {"for":"%s"}""".formatted(length));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    static Http.Answer done(Http http, String command, String body) {
        var answer = http.command(command, body);
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return answer;
    }

    static void register(Http http, String customerId) {
        done(http, "register-customer", """
                {"customerId":"%s","name":"Acme","registeredOn":"2023-01-01","profile":{}}""".formatted(customerId));
    }

    static void sell(Http http, String licenseId, String customerId, String product, String startsOn, String endsOn) {
        done(http, "sell-license", """
                {"licenseId":"%s","customerId":"%s","product":"%s","plan":"standard","seats":5,
                 "pricePerSeatMinorUnits":1000,"currency":"EUR","startsOn":"%s","endsOn":"%s","autoRenew":false}""".formatted(licenseId, customerId, product, startsOn, endsOn));
    }

    @Override
    public void close() {
        nodes.forEach(TenureProcess::close);
    }
}
