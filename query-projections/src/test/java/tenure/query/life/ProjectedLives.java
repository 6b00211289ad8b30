package tenure.query.life;

import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.query.projection.ProjectedLog;

/** The lives over a log, for tests of the views that are folded from them. */
public final class ProjectedLives {

    private ProjectedLives() {}

    public static LivesProjection projection(ProjectedLog log) {
        return new LivesProjection(new LifeTable(log.jdbc()), new EventLog(log.jdbc(), new LogSignal()));
    }

    public static Lives lives(ProjectedLog log) {
        return new Lives(new LifeTable(log.jdbc()));
    }

    public static LifeViews views(ProjectedLog log) {
        return new LifeViews(lives(log));
    }
}
