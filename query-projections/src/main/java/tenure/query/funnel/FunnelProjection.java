package tenure.query.funnel;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tenure.domain.correction.event.CorrectionEvent;
import tenure.domain.funnel.event.FunnelEvent;
import tenure.domain.training.event.CourseEvent;
import tenure.eventstore.read.EventLog;
import tenure.query.projection.EventsOfCustomers;
import tenure.query.projection.Projection;

/** Keeps the definitions of funnels, and of each customer and person what a funnel may count. */
@Component
class FunnelProjection implements Projection {

    static final String NAME = "funnel";

    private final FunnelTable table;
    private final EventLog log;

    FunnelProjection(FunnelTable table, EventLog log) {
        this.table = table;
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "funnel_definition",
                "funnel_occurrence",
                "funnel_first",
                "funnel_withdrawn",
                "funnel_contract",
                "funnel_task",
                "funnel_property",
                "funnel_feature",
                "funnel_course");
    }

    @Override
    public Collection<Class<?>> events() {
        return Stream.concat(
                        Stream.of(FunnelEvent.class, CourseEvent.class, CorrectionEvent.class),
                        EventsOfCustomers.ALL.stream())
                .toList();
    }

    /** What has no customer, such as the use by a user whom nobody knows, counts for no funnel. */
    @Override
    public void apply(List<Happening> page) {
        var rows = new FunnelPage();
        page.forEach(rows::add);
        table.add(rows, rows.withdrawals.of(log));
    }
}
