package tenure.query.people;

import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.query.projection.ProjectedLog;

/** The view of people over a log, for tests of the views that count them. */
public final class ProjectedPeople {

    private ProjectedPeople() {}

    public static PeopleProjection projection(ProjectedLog log) {
        return new PeopleProjection(
                new PeopleFacts(log.jdbc(), log.json()),
                new UsageDays(log.jdbc()),
                new EventLog(log.jdbc(), new LogSignal()));
    }

    public static PeopleTable table(ProjectedLog log) {
        return new PeopleTable(log.jdbc(), log.json());
    }
}
