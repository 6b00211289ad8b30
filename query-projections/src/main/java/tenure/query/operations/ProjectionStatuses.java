package tenure.query.operations;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.eventstore.read.EventLog;
import tenure.query.life.LifeViews;
import tenure.query.life.LivesProjection;
import tenure.query.operations.ProjectionStatus.RebuildProgress;
import tenure.query.operations.ProjectionStatus.View;
import tenure.query.projection.Projection;
import tenure.query.projection.ProjectionProgress;
import tenure.query.projection.ProjectionTable;
import tenure.query.projection.shadow.Rebuild;
import tenure.query.projection.shadow.Rebuilds;

/** Puts together how far the views are. */
@Component
class ProjectionStatuses {

    private final EventLog log;
    private final ProjectionTable table;
    private final ProjectionProgress progress;
    private final Rebuilds rebuilds;
    private final LogSpanProjection span;
    private final Clock clock;
    private final List<String> names;
    private final LifeViews folded;

    ProjectionStatuses(
            EventLog log,
            ProjectionTable table,
            ProjectionProgress progress,
            Rebuilds rebuilds,
            LogSpanProjection span,
            Clock clock,
            List<Projection> projections,
            LifeViews folded) {
        this.log = log;
        this.table = table;
        this.progress = progress;
        this.rebuilds = rebuilds;
        this.span = span;
        this.clock = clock;
        this.names = projections.stream().map(Projection::name).sorted().toList();
        this.folded = folded;
    }

    List<String> names() {
        return names;
    }

    /** The views that are folded from lives, and so are as far as these. */
    Set<String> folded() {
        return folded.names();
    }

    ProjectionStatus now() {
        // The views first: the log may only seem further ahead than it is, never behind.
        var positions = names.stream().collect(Collectors.toMap(Function.identity(), table::position));
        var head = log.head();
        Map<String, Rebuild> going =
                rebuilds.all().stream().collect(Collectors.toMap(Rebuild::projection, Function.identity()));
        var known = span.span();
        return new ProjectionStatus(
                head,
                known.map(LogSpanProjection.Span::first).orElse(null),
                known.map(LogSpanProjection.Span::last).orElse(null),
                Stream.concat(
                                names.stream().map(name -> view(name, of(name, positions), head, going.get(name))),
                                folded().stream()
                                        .map(name -> foldedView(name, of(LivesProjection.NAME, positions), head)))
                        .sorted(comparing(View::name))
                        .toList());
    }

    private static long of(String name, Map<String, Long> positions) {
        return positions.getOrDefault(name, 0L);
    }

    private View foldedView(String name, long position, long head) {
        var standing = folded.standing(name).size();
        return new View(
                name,
                position,
                head - position,
                lagSeconds(position, head),
                progress.perSecond(LivesProjection.NAME),
                standing,
                standing,
                LivesProjection.NAME,
                null);
    }

    View now(String name) {
        var position = table.position(name);
        return view(name, position, log.head(), null);
    }

    private View view(String name, long position, long head, @Nullable Rebuild rebuild) {
        return new View(
                name,
                position,
                head - position,
                lagSeconds(position, head),
                progress.perSecond(name),
                table.parkedEvents(name),
                table.parkedCustomers(name).size(),
                null,
                rebuild == null ? null : progressOf(rebuild, head));
    }

    private long lagSeconds(long position, long head) {
        return position >= head
                ? 0
                : log.at(List.of(position + 1)).stream()
                        .mapToLong(first -> Math.max(
                                0,
                                Duration.between(first.recordedAt(), clock.instant())
                                        .toSeconds()))
                        .findFirst()
                        .orElse(0);
    }

    private static RebuildProgress progressOf(Rebuild rebuild, long head) {
        var perSecond = rebuild.perSecond();
        return new RebuildProgress(
                rebuild.startedAt(),
                rebuild.position(),
                head == 0 ? 100 : (int) (rebuild.position() * 100 / head),
                perSecond,
                perSecond == null || perSecond == 0 ? null : (head - rebuild.position()) / perSecond,
                rebuild.error());
    }
}
