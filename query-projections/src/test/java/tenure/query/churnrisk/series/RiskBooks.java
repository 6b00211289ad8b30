package tenure.query.churnrisk.series;

import tenure.query.churnrisk.RandomLives;
import tenure.query.life.ProjectedLives;

/** Makes books of the lives in a log. */
public final class RiskBooks {

    private RiskBooks() {}

    public static RiskBook of(RandomLives random) {
        return new RiskBook(
                random.lives(),
                ProjectedLives.views(random.log()),
                new LifeCrew(),
                random.log().transactions());
    }

    /** One that takes in nothing while somebody waits. */
    static RiskBook impatient(RandomLives random) {
        return new RiskBook(
                random.lives(),
                ProjectedLives.views(random.log()),
                new LifeCrew(),
                random.log().transactions(),
                new RiskBook.Haste(0, 0));
    }
}
