package tenure.query.funnel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
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

    static FunnelProjection projection(ProjectedLog log) {
        return new FunnelProjection(new FunnelTable(log.jdbc(), log.json()), new EventLog(log.jdbc(), new LogSignal()));
    }

    static FunnelReader reader(ProjectedLog log) {
        return new FunnelReader(log.jdbc(), log.json());
    }

    static FunnelController controller(ProjectedLog log) {
        return new FunnelController(null, new Funnels(reader(log)), reader(log));
    }

    static FunnelSplitsController splits(ProjectedLog log) {
        return new FunnelSplitsController(null, new Funnels(reader(log)), reader(log));
    }

    static FunnelFigures figures(ProjectedLog log) {
        return new FunnelFigures(new Funnels(reader(log)), reader(log));
    }
}
