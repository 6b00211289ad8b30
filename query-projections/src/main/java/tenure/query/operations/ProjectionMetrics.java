package tenure.query.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import tenure.query.operations.ProjectionStatus.View;

/** How far each view is, for those who watch many machines. */
@Component
class ProjectionMetrics implements MeterBinder {

    private final ProjectionStatuses statuses;

    ProjectionMetrics(ProjectionStatuses statuses) {
        this.statuses = statuses;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var name : statuses.names()) {
            gauge(registry, name, "position", "The log up to here is in the view", View::position);
            gauge(registry, name, "lag.events", "Events that are not in the view yet", View::lagEvents);
            gauge(registry, name, "lag.seconds", "How long the first of them has been in the log", View::lagSeconds);
            gauge(registry, name, "parked.events", "Events that the view could not digest", View::parkedEvents);
            gauge(registry, name, "stale.customers", "Customers that stand still in the view", View::staleCustomers);
        }
    }

    private void gauge(
            MeterRegistry registry, String view, String figure, String meaning, ToDoubleFunction<View> value) {
        Gauge.builder("tenure.view." + figure, () -> value.applyAsDouble(statuses.now(view)))
                .description(meaning)
                .tag("view", view)
                .register(registry);
    }
}
