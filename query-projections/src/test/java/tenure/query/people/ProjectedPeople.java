package tenure.query.people;

import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;

/** The people over a log, for tests of the views that count them. */
public final class ProjectedPeople {

    private ProjectedPeople() {}

    public static PeopleProjection projection(ProjectedLog log) {
        return new PeopleProjection(
                new PeopleFacts(log.jdbc(), log.json()),
                new UsageDays(log.jdbc()),
                new EventLog(log.jdbc(), new LogSignal()));
    }

    /** People as they follow from the lives that have been projected. */
    public static People people(ProjectedLog log) {
        return new People(ProjectedLives.views(log), ProjectedLives.lives(log));
    }
}
