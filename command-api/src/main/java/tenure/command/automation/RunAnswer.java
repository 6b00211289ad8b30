package tenure.command.automation;

import java.time.Instant;
import java.util.List;

/**
 * What a run has sent.
 *
 * @param complete whether that was all; otherwise the time for one answer was over, and asking again goes on
 * @param fired    by kind
 */
record RunAnswer(Instant until, boolean complete, List<Fired> fired) {

    /**
     * What was sent of one kind.
     *
     * @param recorded  led to an event
     * @param unchanged found everything as it should be
     * @param moot      found nothing left that it could be about
     * @param failed    failed, and waits for somebody to look
     */
    record Fired(String kind, long recorded, long unchanged, long moot, long failed) {
        Fired plus(Fired other) {
            return new Fired(
                    kind,
                    recorded + other.recorded,
                    unchanged + other.unchanged,
                    moot + other.moot,
                    failed + other.failed);
        }
    }
}
