package tenure.query.funnel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import tenure.query.life.LivesProjection;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.Question;

/** Puts questions to the funnel view of a log, as the addresses do. */
final class Asking {

    private static final String[] KNOWN = {
        "from",
        "to",
        "cohort",
        "unit",
        "horizon",
        "order",
        "windowHours",
        "exclude",
        "optional",
        "customer",
        "days",
        "threshold"
    };

    private Asking() {}

    /** A question by names and values in turn; one without a value is left out, a repeated one is repeated. */
    static Question of(String day, String... parameters) {
        Map<String, String[]> map = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            if (parameters[i + 1] != null) {
                var value = parameters[i + 1];
                map.merge(parameters[i], new String[] {value}, (one, other) -> new String[] {one[0], other[0]});
            }
        }
        return new Question(map, LocalDate.parse(day), KNOWN);
    }

    static LivesProjection projection(ProjectedLog log) {
        return ProjectedLives.projection(log);
    }

    static Accounts accounts(ProjectedLog log) {
        return new Accounts(ProjectedLives.lives(log), ProjectedLives.views(log));
    }

    static Funnels funnels(ProjectedLog log) {
        return new Funnels(accounts(log), new DefinedLives(ProjectedLives.views(log)));
    }

    static FunnelController controller(ProjectedLog log) {
        return new FunnelController(null, funnels(log));
    }

    static FunnelSplitsController splits(ProjectedLog log) {
        return new FunnelSplitsController(null, funnels(log));
    }

    static FunnelFigures figures(ProjectedLog log) {
        return new FunnelFigures(funnels(log));
    }
}
