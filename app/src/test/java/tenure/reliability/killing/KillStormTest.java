package tenure.reliability.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.drill.Drill;
import tenure.system.TenureProcess;

/**
 * Tenure and its PostgreSQL are killed again and again while clients send commands with keys. Every answer of success is
 * in the log, once, and stays where it was said to be.
 */
class KillStormTest {

    private static final int CLIENTS = 64;
    private static final int PROGRESS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** From the start of PostgreSQL until the application is ready again. */
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Drill drill = new Drill("kill");
    private final Journal journal = new Journal();
    private final List<Long> recoveries = new ArrayList<>();
    private KilledServer server;
    private volatile TenureProcess tenure;
    private volatile URI address;

    private enum Kill {
        APPLICATION,
        DATABASE
    }

    @Test
    void losesNothingAndDoesNothingTwice() throws Exception {
        server = new KilledServer(Files.createDirectory(folder.resolve("server")));
        try {
            startTenure();
            // Tenure has given itself commands when it starts for the first time.
            var before = JdbcClient.create(server.dataSource())
                    .sql("select position from eventstore.log_head")
                    .query(Long.class)
                    .single();
            try (var clients = new KeyedClients(CLIENTS, journal, () -> address, drill::random)) {
                var kills = kills();
                for (int i = 0; i < kills.size(); i++) {
                    if (i % 10 == 0) {
                        drill.say(i + " of " + kills.size() + " kills, " + journal.acknowledged() + " acknowledged");
                    }
                    awaitProgress(clients);
                    switch (kills.get(i)) {
                        case APPLICATION -> killTenure();
                        case DATABASE -> killDatabase();
                    }
                }
                awaitProgress(clients);
                clients.finish();
            }
            report(JournalCheck.of(journal, server.dataSource(), before));
        } finally {
            if (tenure != null) {
                tenure.close();
            }
            server.close();
        }
    }

    private List<Kill> kills() {
        var applications = drill.amount("applications", 24);
        var databases = drill.amount("databases", 24);
        drill.figure("kills of the application", applications);
        drill.figure("kills of the database", databases);
        var kills = new ArrayList<>(Collections.nCopies(applications, Kill.APPLICATION));
        kills.addAll(Collections.nCopies(databases, Kill.DATABASE));
        Collections.shuffle(kills, Random.from(drill.random(1)));
        return kills;
    }

    private void startTenure() {
        tenure = TenureProcess.start(folder.resolve("data"), "--database-url", server.url());
        address = tenure.url();
    }

    /** The clients have been answered by what was started last, and are in the middle of more. */
    private void awaitProgress(KeyedClients clients) {
        var before = journal.acknowledged();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            clients.check();
            return journal.acknowledged() > before + PROGRESS;
        });
    }

    private void killTenure() {
        tenure.kill();
        startTenure();
    }

    private void killDatabase() throws Exception {
        server.kill();
        server.start();
        var began = System.nanoTime();
        var before = journal.acknowledged();
        await("the application recovers by itself")
                .atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> journal.acknowledged() > before && isReady());
        recoveries.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private boolean isReady() {
        return tenure.http().get("/actuator/health/readiness").status() == 200;
    }

    private void report(JournalCheck check) {
        Collections.sort(recoveries);
        drill.figure("commands", journal.entries().size());
        drill.figure("acknowledged", journal.acknowledged());
        drill.figure("unknown, found stored", journal.foundStored());
        drill.figure("unknown, found not stored", journal.foundNotStored());
        drill.figure("unknown, open", journal.open());
        drill.figure("lost", check.lost().size());
        drill.figure("doubled", check.doubled().size());
        if (!recoveries.isEmpty()) {
            drill.figure(
                    "median ms from the database's start to the first answer", recoveries.get(recoveries.size() / 2));
            drill.figure("longest", recoveries.getLast());
        }
        drill.report();
        assertThat(journal.contradictions()).isEmpty();
        assertThat(check).isEqualTo(new JournalCheck(List.of(), List.of(), List.of(), List.of()));
        assertThat(journal.open()).isZero();
    }
}
