package tenure.query.projection;

import java.util.concurrent.TimeUnit;

/** How fast a projection moved in the last five to ten seconds. */
final class ProjectionPace {

    private static final long SPAN = TimeUnit.SECONDS.toNanos(5);

    private Mark earlier;
    private Mark later;
    private long position;

    private record Mark(long nanos, long position) {}

    ProjectionPace(long nanos, long position) {
        this.earlier = new Mark(nanos, position);
        this.later = earlier;
        this.position = position;
    }

    synchronized void reached(long nanos, long position) {
        this.position = position;
        advance(nanos);
    }

    synchronized long perSecond(long nanos) {
        advance(nanos);
        var passed = nanos - earlier.nanos();
        return passed <= 0 ? 0 : (position - earlier.position()) * TimeUnit.SECONDS.toNanos(1) / passed;
    }

    private void advance(long nanos) {
        if (nanos - later.nanos() >= SPAN) {
            earlier = later;
            later = new Mark(nanos, position);
        }
    }
}
