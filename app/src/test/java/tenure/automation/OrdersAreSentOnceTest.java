package tenure.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tenure.automation.Installation.done;
import static tenure.automation.Installation.register;
import static tenure.automation.Installation.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.app.database.EmbeddedDatabase;
import tenure.system.FreshDatabase;
import tenure.system.Http;

/** Nodes that fire the same orders, die in between and come back: each order has one effect. */
class OrdersAreSentOnceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String UNTIL = "2024-06-01T00:00:00Z";

    @TempDir
    static Path folder;

    @TempDir
    Path nodes;

    private static EmbeddedDatabase server;
    private Installation tenure;

    @BeforeAll
    static void startServer() {
        server = FreshDatabase.start(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void install() {
        tenure = new Installation(server, nodes);
    }

    @AfterEach
    void stop() {
        tenure.close();
    }

    @Test
    void byTwoNodesOneOfWhichIsKilled() {
        var killed = tenure.node();
        var other = tenure.node();
        register(other.http(), "school");
        done(other.http(), "publish-course", """
                {"courseId":"basics","title":"First steps","level":"introductory","required":true}""");
        for (var i = 0; i < 20; i++) {
            invite(i % 2 == 0 ? killed.http() : other.http(), i);
        }
        await().atMost(PATIENCE).until(() -> tenure.events("training.assigned").size() >= 5);
        killed.kill();
        for (var i = 20; i < 40; i++) {
            invite(other.http(), i);
        }

        await().atMost(PATIENCE).until(() -> tenure.events("training.assigned").size() == 40);
        var again = tenure.node();
        run(again.http(), "2026-01-01T00:00:00Z");
        assertThat(tenure.events("training.assigned")).hasSize(40).doesNotHaveDuplicates();
        assertThat(again.http()
                        .get("/api/v1/automations")
                        .json()
                        .get("parkedEvents")
                        .asInt())
                .isZero();
    }

    /** Orders that were done long ago are forgotten by their table, but not by the log, which knows their keys. */
    @Test
    void byANodeThatTakesInTheWholeLogOnceMoreWhenTheOrdersWereForgotten() {
        var node = tenure.node();
        register(node.http(), "school");
        done(node.http(), "publish-course", """
                {"courseId":"basics","title":"First steps","level":"introductory","required":true}""");
        for (var i = 0; i < 10; i++) {
            invite(node.http(), i);
        }
        run(node.http(), UNTIL);
        assertThat(tenure.events("training.assigned")).hasSize(10);
        node.close();
        tenure.jdbc
                .sql("update command.due set done_at = done_at - interval '31 days'")
                .update();
        var pruning = tenure.node();
        await().atMost(PATIENCE)
                .until(() -> tenure.jdbc
                        .sql("select not exists (select from command.due)")
                        .query(Boolean.class)
                        .single());
        pruning.close();
        tenure.jdbc
                .sql("delete from eventstore.token where processor = 'automation'")
                .update();
        tenure.jdbc.sql("truncate command.required_course").update();

        run(tenure.node().http(), UNTIL);

        assertThat(tenure.jdbc
                        .sql("select count(*) from command.due where outcome = 'recorded'")
                        .query(Integer.class)
                        .single())
                .as("ordered and sent once more")
                .isEqualTo(10);
        assertThat(tenure.events("training.assigned")).hasSize(10);
    }

    @Test
    void byTwoNodesThatFireTheSameOrdersTogether() {
        var one = tenure.node();
        var two = tenure.node();
        for (var i = 0; i < 1_000; i++) {
            orderADayOfUsage("key-" + i, i);
        }

        var ofOne = CompletableFuture.supplyAsync(() -> run(one.http(), UNTIL));
        var ofTwo = CompletableFuture.supplyAsync(() -> run(two.http(), UNTIL));
        var sent = recorded(ofOne.join()) + recorded(ofTwo.join());

        assertThat(tenure.events("usage.day-reported")).hasSize(1_000);
        assertThat(sent).as("sent by the runs; the clocks may have been faster").isLessThanOrEqualTo(1_000);
    }

    @Test
    void byANodeThatIsKilledBetweenSendingAndMarking() {
        killBetweenSendingAndMarking();
        var again = tenure.node();
        run(again.http(), UNTIL);

        assertThat(tenure.jdbc
                        .sql("select count(*) from command.due where outcome = 'recorded'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(tenure.events("usage.day-reported")).hasSize(1);
    }

    /** The control: had its key not been made of what it is about, it would have been done twice. */
    @Test
    void wouldBeSentTwiceUnderAnotherKey() {
        killBetweenSendingAndMarking();
        tenure.jdbc.sql("update command.due set key = 'another'").update();
        var again = tenure.node();
        run(again.http(), UNTIL);

        assertThat(tenure.events("usage.day-reported")).hasSize(2);
    }

    private void killBetweenSendingAndMarking() {
        var node = tenure.node();
        tenure.jdbc.sql("""
                create function command.stall() returns trigger language plpgsql as
                $$ begin perform pg_sleep(600); return new; end $$
                """).update();
        tenure.jdbc
                .sql("create trigger stall before update on command.due for each row execute function command.stall()")
                .update();
        orderADayOfUsage("key", 0);
        CompletableFuture.runAsync(() -> node.http().post("/api/v1/automations/run", """
                {"until":"%s"}""".formatted(UNTIL)));
        await().atMost(PATIENCE).until(() -> tenure.events("usage.day-reported").size() == 1);
        await().atMost(PATIENCE)
                .until(() -> tenure.jdbc
                                .sql(
                                        "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()")
                                .query(Integer.class)
                                .single()
                        == 1);
        node.kill();
        tenure.jdbc
                .sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()")
                .query((row, number) -> row.getBoolean(1))
                .list();
        tenure.jdbc.sql("drop trigger stall on command.due").update();
        assertThat(tenure.jdbc
                        .sql("select count(*) from command.due where done_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** An order whose effect can be counted: the log keeps every report of a day. */
    private void orderADayOfUsage(String key, int number) {
        tenure.jdbc.sql("""
                insert into command.due (kind, subject, key, command, body, correlation_id, due_at, ready_at)
                values ('test', ?, ?, 'report-usage-day', ?, 'c', '2024-01-02', '2024-01-02')
                """).params("U-" + number, key, """
                        {"customerId":"U-%d","day":"2024-01-01","activeUsers":1,"actions":1,"features":{}}""".formatted(number)).update();
    }

    private static long recorded(Http.Answer answer) {
        return answer.json()
                .get("fired")
                .valueStream()
                .mapToLong(fired -> fired.get("recorded").asLong())
                .sum();
    }

    private static void invite(Http http, int number) {
        done(http, "invite-user", """
                {"userId":"U-%d","customerId":"school","occurredAt":"2024-03-01T22:00:00Z"}""".formatted(number));
    }
}
