package tenure.command.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import tenure.command.automation.DueSender.Done;
import tenure.command.automation.RunAnswer.Fired;

/** Does on demand what the clock does by and by: everything that was due up to a moment, and what follows from it. */
@Component
class AutomationRun {

    /** A run answers after this time, done or not, so that whoever waits sees that it goes on. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final DueSender sender;
    private final DueTable table;
    private final Reactions reactions;

    AutomationRun(DueSender sender, DueTable table, Reactions reactions) {
        this.sender = sender;
        this.table = table;
        this.reactions = reactions;
    }

    /** Sends all that is for a moment up to the given one. What is sent may lead to more, so that is waited for. */
    RunAnswer until(Instant until) {
        var counts = new Counts();
        var deadline = System.nanoTime() + LONGEST.toNanos();
        // Another node may be sending as well: only when nothing was left, twice, with the log read in between, is it
        // all.
        for (var quiet = 0; quiet < 2; ) {
            if (System.nanoTime() > deadline) {
                return counts.answer(until, false);
            }
            if (reactions.progress().lagEvents() > 0) {
                quiet = 0;
                pause();
                continue;
            }
            var page = sender.sendUntil(until);
            page.done().forEach(counts::add);
            if (!page.isEmpty() || table.hasOpen(until)) {
                quiet = 0;
            } else {
                quiet++;
            }
            if (page.stayed() > 0 || page.isEmpty()) {
                pause();
            }
        }
        return counts.answer(until, true);
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private static final class Counts {
        private final TreeMap<String, Fired> byKind = new TreeMap<>();

        void add(Done done) {
            byKind.merge(
                    done.kind(),
                    switch (done.outcome()) {
                        case DueSender.RECORDED -> new Fired(done.kind(), 1, 0, 0, 0);
                        case DueSender.UNCHANGED -> new Fired(done.kind(), 0, 1, 0, 0);
                        case DueSender.MOOT -> new Fired(done.kind(), 0, 0, 1, 0);
                        default -> new Fired(done.kind(), 0, 0, 0, 1);
                    },
                    Fired::plus);
        }

        RunAnswer answer(Instant until, boolean complete) {
            return new RunAnswer(until, complete, byKind.values().stream().toList());
        }
    }
}
