package tenure.command.automation;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Lets those who bring in a history keep the clock from doing what was due long ago before all of it has arrived. */
@Component
public class HeldClock {

    private final HoldTable holds;
    private final DueSignal signal;

    HeldClock(HoldTable holds, DueSignal signal) {
        this.holds = holds;
        this.signal = signal;
    }

    /** Holds, or goes on holding, for that long from now; a hold ends by itself. */
    public void hold(String holder, Duration length) {
        holds.hold(holder, length);
    }

    /** Lets go. What was due is done by and by. */
    public void release(String holder) {
        holds.release(holder);
        signal.readyIn(Duration.ZERO);
    }
}
