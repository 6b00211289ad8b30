package tenure.query.churnrisk.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.model.Score;
import tenure.query.churnrisk.timeline.FlagWatch;
import tenure.query.life.LivesProjection;
import tenure.query.projection.ProjectionTable;

/** Compares the flags that the model in force would have up with those that stand in the log. */
@Component
public class RiskFlags {

    /** The reason of flags that the health raises. */
    public static final String REASON = "low-health";

    private static final int PER_HUNDREDTH = Score.MOST / 10_000;

    private final RiskBook book;
    private final ProjectionTable projections;
    private final TransactionTemplate snapshot;

    RiskFlags(RiskBook book, ProjectionTable projections, PlatformTransactionManager transactions) {
        this.book = book;
        this.projections = projections;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    }

    /**
     * A flag that is not as it should be.
     *
     * @param raise  whether it has to be raised; otherwise it has to be cleared
     * @param since  the day at whose end it should have been
     * @param health then, in whole points
     */
    public record Due(String customerId, String modelId, boolean raise, LocalDate since, int health) {}

    /** What has to be done at the end of a day. */
    public List<Due> due(LocalDate day) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            long position = projections.position(LivesProjection.NAME);
            int today = (int) day.toEpochDay();
            var told = book.at(position, 0, today, RiskSeries.WHOLE);
            var due = new ArrayList<Due>();
            for (var series : told.series()) {
                compare(series, told.model(), today, due);
            }
            return due;
        }));
    }

    private static void compare(RiskSeries series, RiskModel model, int today, List<Due> due) {
        var watch = new FlagWatch(model);
        for (int day = series.firstDay(); day <= today; day++) {
            int health = series.health(day);
            watch.on(day, health < 0 ? Score.NONE : health * PER_HUNDREDTH, health == RiskSeries.AWAY);
        }
        boolean stands = series.profile().flagged().contains(REASON);
        if (watch.isUp() != stands) {
            var spans = watch.spans();
            var span = spans.isEmpty() ? new FlagWatch.Span(today, 0, today) : spans.getLast();
            due.add(new Due(
                    series.customerId(),
                    model.modelId(),
                    watch.isUp(),
                    LocalDate.ofEpochDay(watch.isUp() ? span.raisedOn() : span.clearedOn()),
                    span.health() / (Score.MOST / 100)));
        }
    }
}
