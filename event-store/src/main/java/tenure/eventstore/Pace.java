package tenure.eventstore;

import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * When the writer begins its next call. Those whom the last call answered usually come again at once; a writer that does
 * not wait for them sends one append and then all the others, turn by turn, with a flush for each.
 */
final class Pace {

    /** The wait is this part of the time that a call takes, as it must gain more than it costs. */
    private static final int PART_OF_CALL = 4;

    private static final long LONGEST_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    private int answered;
    private long began;
    private long callNanos;

    void begin(int appends) {
        answered = appends;
        began = System.nanoTime();
    }

    void end() {
        callNanos = System.nanoTime() - began;
    }

    /** Waits until as many are there as the last call answered, or for a small part of the time that it took. */
    // To yield is the point: those who are expected need the processor, and a sleep would last longer than their
    // return.
    @SuppressWarnings("ThreadPriorityCheck")
    void awaitCompany(Queue<?> queue) {
        var deadline = System.nanoTime() + Math.min(callNanos / PART_OF_CALL, LONGEST_NANOS);
        while (queue.size() < answered && System.nanoTime() < deadline) {
            Thread.yield();
        }
    }
}
