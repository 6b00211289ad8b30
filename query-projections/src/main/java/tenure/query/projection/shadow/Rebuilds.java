package tenure.query.projection.shadow;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.query.projection.PageProjector;
import tenure.query.projection.PageProjectors;
import tenure.query.projection.Projection;
import tenure.query.projection.ProjectionGate;
import tenure.query.projection.ProjectionTable;

/**
 * Builds views anew, one after another, each in a shadow beside the live one. What was begun is gone on with after a stop,
 * by whichever node finds it; the row of the shadow's position lets one of them work at a time.
 */
@Component
public class Rebuilds implements SmartLifecycle {

    private static final long LOOK_SECONDS = 10;
    private static final int TRANSACTION_SECONDS = 120;

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final List<Projection> projections;
    private final RebuildTable table;
    private final ProjectionTable live;
    private final ProjectionGate gate;
    private final PageProjectors projectors;
    private final ShadowProjections shadows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    Rebuilds(
            List<Projection> projections,
            RebuildTable table,
            ProjectionTable live,
            ProjectionGate gate,
            PageProjectors projectors,
            ShadowProjections shadows,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.projections = projections;
        this.table = table;
        this.live = live;
        this.gate = gate;
        this.projectors = projectors;
        this.shadows = shadows;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(TRANSACTION_SECONDS);
    }

    /**
     * Begins to build a view anew; it answers from what it has until the new one takes its place.
     *
     * @return false when it is being built anew already
     * @throws NoSuchElementException when there is no such projection
     */
    public boolean begin(String name) {
        var projection = projection(name);
        var begun = Boolean.TRUE.equals(transaction.execute(status -> {
            var schema = schema(projection);
            if (!table.begin(name, schema.shape())) {
                return false;
            }
            schema.create();
            return true;
        }));
        asked.release();
        return begun;
    }

    /** Gives up. Returns false when the view is not being built anew. */
    public boolean cancel(String name) {
        var projection = projection(name);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!table.lock(name)) {
                return false;
            }
            schema(projection).drop();
            return table.end(name);
        }));
    }

    /** What is going on. */
    public List<Rebuild> all() {
        return table.all();
    }

    private Projection projection(String name) {
        return projections.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ShadowSchema schema(Projection projection) {
        return new ShadowSchema(jdbc, projection.name(), projection.tables());
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("rebuilds").daemon().start(this::run);
    }

    private void run() {
        try {
            while (running) {
                try {
                    for (var rebuild : table.all()) {
                        // Another version of Tenure may have had a view that this one does not know.
                        projections.stream()
                                .filter(projection -> projection.name().equals(rebuild.projection()))
                                .forEach(this::build);
                    }
                } catch (RuntimeException | Error e) {
                    if (running) {
                        LOG.warn("Views that are built anew are looked for again later: {}", e.toString());
                    }
                }
                asked.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
                asked.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on until the new view has taken its place, or something is in the way. */
    private void build(Projection projection) {
        var schema = schema(projection);
        if (!table.wasBegunFor(projection.name(), schema.shape())) {
            LOG.info("The tables of {} have changed; building it anew begins again.", projection.name());
            cancel(projection.name());
            begin(projection.name());
        }
        var statements = schema.statements();
        try (var shadow = shadows.of(projection, statements)) {
            var progress = new ProjectionTable(statements);
            var projector = projectors.of(shadow.getBean(projection.getClass()), progress);
            table.goesOnFrom(projection.name(), progress.position(projection.name()));
            while (running && schema.exists()) {
                var reached = projector.step();
                table.reached(projection.name(), reached);
                if (reached >= live.position(projection.name())) {
                    takeOver(projection, schema, projector);
                    return;
                }
            }
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("The view {} cannot be built anew just now: {}", projection.name(), e.toString());
                table.failed(projection.name(), e.toString());
            }
        }
    }

    /** While nobody projects the last events are taken in; while nobody reads either, the tables change places. */
    private void takeOver(Projection projection, ShadowSchema schema, PageProjector projector) {
        transaction.executeWithoutResult(status -> {
            if (!table.lock(projection.name())) {
                return;
            }
            var reached = live.lock(projection.name());
            while (projector.step() < reached) {
                LOG.debug("The view {} takes in what came meanwhile.", projection.name());
            }
            gate.shut();
            schema.takeOver();
            table.end(projection.name());
        });
        LOG.info("The view {} was built anew.", projection.name());
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
