package tenure.query.people;

import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;

/** The people over a log, for tests of the views that count them. */
public final class ProjectedPeople {

    private ProjectedPeople() {}

    /** People as they follow from the lives that have been projected. */
    public static People people(ProjectedLog log) {
        return new People(ProjectedLives.views(log), ProjectedLives.lives(log));
    }
}
