package tenure.reliability.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tenure.app.database.EmbeddedDatabase;
import tenure.eventstore.drill.Drill;
import tenure.system.FreshDatabase;
import tenure.system.Http;
import tenure.system.TenureProcess;

/**
 * Commands with keys are delivered three times and more, by eight clients at once, to two nodes one of which is killed now
 * and then; some clients hang up before they are answered. Each key has one effect, and one answer for ever.
 */
class RepeatedCommandsTest {

    /** Of each block, this many are raced by all; the others are delivered by three racers, in batches. */
    private static final int RACED = 16;

    private static final int BLOCK = 320;

    @TempDir
    Path folder;

    private final Drill drill = new Drill("repeats");
    private final Delivered delivered = new Delivered();
    private boolean keysAreUnique = true;
    private EmbeddedDatabase database;
    private volatile TenureProcess one;
    private volatile TenureProcess other;
    private volatile URI oneAddress;
    private volatile URI otherAddress;

    @BeforeEach
    void start() throws Exception {
        database = FreshDatabase.start(folder.resolve("server"));
        startOne();
        other = node("other");
        otherAddress = other.url();
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        database.close();
    }

    private void startOne() {
        one = node("one");
        oneAddress = one.url();
    }

    private TenureProcess node(String name) {
        var address = database.address();
        return TenureProcess.start(
                folder.resolve(name),
                "--database-url",
                "postgresql://" + address.user() + ":" + address.password() + "@" + address.place());
    }

    @Test
    void haveOneEffectAndOneAnswerForEver() throws Exception {
        int blocks = drill.amount("commands", 2_560) / BLOCK;
        int restarts = drill.amount("restarts", 3);

        deliver(blocks, restarts);

        assertThat(delivered.differing()).isEmpty();
        assertThat(delivered.keys()).isEqualTo(blocks * BLOCK);
        assertThat(keysWithAnotherNumberOfEvents(blocks * BLOCK)).isEmpty();
    }

    /** The control: with keys that are no longer unique, two nodes do twice what two clients ask for at once. */
    @Test
    void haveMoreWhenKeysAreNotUnique() throws Exception {
        JdbcClient.create(dataSource())
                .sql("alter table eventstore.command drop constraint command_pkey")
                .update();
        keysAreUnique = false;

        deliver(10, 0);

        assertThat(keysWithAnotherNumberOfEvents(10 * BLOCK)).isNotEmpty();
    }

    private void deliver(int blocks, int restarts) throws Exception {
        var restarted = CompletableFuture.completedFuture((Void) null);
        try (var racers = new Racers(delivered, List.of(() -> oneAddress, () -> otherAddress), drill::random)) {
            for (int block = 0; block < blocks; block++) {
                int first = block * BLOCK;
                if (block % 25 == 0) {
                    drill.say(first + " of " + blocks * BLOCK + " keys, " + delivered.answers() + " answers");
                }
                if (restarts > 0 && block % Math.max(1, blocks / (restarts + 1)) == 0 && block > 0) {
                    restarted.join();
                    restarted = CompletableFuture.runAsync(this::restartOne);
                }
                racers.race(orders(first, first + RACED));
                racers.deliverThrice(orders(first + RACED, first + BLOCK));
                if (keysAreUnique) {
                    keysAreNotTakenForOtherCommands(Order.number(first + 1 + block % RACED));
                }
            }
            restarted.join();
            report(racers);
        }
    }

    private static List<Order> orders(int from, int to) {
        return IntStream.range(from, to).mapToObj(Order::number).toList();
    }

    private void restartOne() {
        one.kill();
        startOne();
    }

    private void keysAreNotTakenForOtherCommands(Order order) {
        var changed = order.changed();
        var answer =
                new Http(otherAddress).command(changed.command(), changed.body(), "Idempotency-Key", changed.key());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    }

    /** Keys whose events in the log are not as many as the answer told of. */
    private List<String> keysWithAnotherNumberOfEvents(int keys) {
        var stored = new HashMap<String, Long>();
        JdbcClient.create(dataSource())
                .sql("""
                        select command_key, count(*) from eventstore.event where command_key like 'R-%' group by command_key
                        """)
                .query((row, number) -> stored.put(row.getString(1), row.getLong(2)))
                .list();
        return IntStream.range(0, keys)
                .mapToObj(n -> Order.number(n).key())
                .filter(key -> stored.getOrDefault(key, 0L) != delivered.eventsOf(key))
                .toList();
    }

    private DataSource dataSource() {
        var address = database.address();
        return new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password());
    }

    private void report(Racers racers) {
        drill.figure("keys", delivered.keys());
        drill.figure("deliveries", racers.deliveries.sum());
        drill.figure("answers", delivered.answers());
        drill.figure("replayed", delivered.replays());
        drill.figure("told that it is in flight", racers.inFlight.sum());
        drill.figure("clients that hung up", racers.hungUp.sum());
        drill.figure("answers that differ", delivered.differing().size());
        drill.report();
    }
}
