package tenure.query.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says in the health of the application whether a view has parked events. It stays up: all other customers go on. */
@Component("projections")
class ProjectionsHealth implements HealthIndicator {

    private final ProjectionStatuses statuses;

    ProjectionsHealth(ProjectionStatuses statuses) {
        this.statuses = statuses;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var view : statuses.now().projections()) {
            health.withDetail(
                    view.name(),
                    "position %d, behind %d, parked %d"
                            .formatted(view.position(), view.lagEvents(), view.parkedEvents()));
        }
        return health.build();
    }
}
