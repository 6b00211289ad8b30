package tenure.query.operations;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import tenure.query.projection.Projection;
import tenure.query.projection.ProjectionTable;

/** Says in the health of the application whether a view has parked events. It stays up: all other customers go on. */
@Component("projections")
class ProjectionsHealth implements HealthIndicator {

    private final ProjectionTable table;
    private final List<Projection> projections;

    ProjectionsHealth(ProjectionTable table, List<Projection> projections) {
        this.table = table;
        this.projections = projections;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var projection : projections) {
            health.withDetail(
                    projection.name(),
                    "position " + table.position(projection.name()) + ", parked "
                            + table.parkedEvents(projection.name()));
        }
        return health.build();
    }
}
