package tenure.query.history;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.eventstore.read.AuditLog;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.history.Timeline.Bar;
import tenure.query.history.Timeline.Swimlane;
import tenure.query.history.Timeline.TimelinePoint;
import tenure.query.history.UseDensity.Use;
import tenure.query.shared.AsOf;
import tenure.query.shared.Facts;
import tenure.query.shared.Refusals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads all that a customer's log holds and folds it into a timeline. */
@Component
class TimelineReader {

    private static final int CHUNK = 5_000;
    private static final int MAX_SECONDS = 15;

    private final EventLog log;
    private final AuditLog audit;
    private final JsonMapper json;

    TimelineReader(EventLog log, AuditLog audit, JsonMapper json) {
        this.log = log;
        this.audit = audit;
        this.json = json;
    }

    /** An event that does something to a thing, and from when on. */
    private record Happening(Step step, RecordedEvent event, JsonNode payload, Instant at) {}

    /** What there is of a customer, and which facts were taken back at which position. */
    private record Read(List<Happening> happenings, List<Use> uses, Map<UUID, Long> withdrawn) {

        boolean counts(RecordedEvent event, AsOf asOf) {
            return event.occurredAt().isBefore(asOf.end())
                    && !(Facts.isFact(event.type()) && withdrawn.getOrDefault(event.eventId(), 0L) > event.position());
        }
    }

    /** The timeline, of what was recorded up to a position; empty when there is nothing of such a customer. */
    Optional<Timeline> read(
            String customerId, AsOf asOf, long position, @Nullable LocalDate from, @Nullable LocalDate to) {
        var deadline = System.nanoTime() + MAX_SECONDS * 1_000_000_000L;
        var read = new Read(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        long reached = 0;
        List<RecordedEvent> chunk;
        do {
            chunk = log.customerEvents(customerId, reached, position, CHUNK, Set.of(Detail.PAYLOAD));
            chunk.forEach(event -> take(event, read));
            retractions(chunk, position, read);
            reached = chunk.isEmpty() ? reached : chunk.getLast().position();
            if (System.nanoTime() > deadline) {
                throw Refusals.tookTooLong("The customer has more events than can be folded in " + MAX_SECONDS
                        + " seconds; the history has them page by page.");
            }
        } while (chunk.size() == CHUNK);
        return reached == 0
                ? Optional.empty()
                : Optional.of(new Timeline(
                        asOf.day(), position, customerId, from, to, lanes(read, asOf, Window.of(from, to))));
    }

    private void take(RecordedEvent event, Read read) {
        var payload = json.readTree(event.payload());
        withdraw(event, payload, read);
        var step = Step.of(event.type());
        if (step != null) {
            var at = Step.moment(payload, event.occurredAt());
            read.happenings.add(new Happening(step, event, payload, at));
            for (var task : payload.path("tasks")) {
                read.happenings.add(new Happening(Step.ofTask(), event, Step.task(payload, task), at));
            }
        } else if (event.type().startsWith("usage.")) {
            read.uses.add(Use.of(event, payload));
        }
    }

    private static void withdraw(RecordedEvent event, JsonNode payload, Read read) {
        var withdrawn = Step.withdrawnBy(event.type(), payload);
        if (withdrawn != null) {
            read.withdrawn.merge(withdrawn, event.position(), Math::max);
        }
    }

    /** A retraction need not name the customer. */
    private void retractions(List<RecordedEvent> events, long position, Read read) {
        var streams = events.stream()
                .filter(event -> Facts.isFact(event.type()))
                .map(event -> Step.retractionOf(event.eventId()))
                .collect(toSet());
        if (!streams.isEmpty()) {
            audit.ofStreams(streams, Set.of(Step.RETRACTION), position)
                    .forEach(event -> withdraw(event, json.readTree(event.payload()), read));
        }
    }

    /** The days that are shown, as moments. */
    private record Window(Instant from, Instant to) {

        static Window of(@Nullable LocalDate from, @Nullable LocalDate to) {
            return new Window(
                    from == null ? Instant.MIN : EventSearch.start(from),
                    to == null ? Instant.MAX : EventSearch.start(to));
        }

        boolean shows(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        boolean shows(Bar bar) {
            return bar.start().isBefore(to) && (bar.end() == null || bar.end().isAfter(from) || shows(bar.start()));
        }
    }

    private static List<Swimlane> lanes(Read read, AsOf asOf, Window window) {
        var bars = new Bars();
        var points = new HashMap<Lane, List<TimelinePoint>>();
        read.happenings.stream()
                .filter(one -> read.counts(one.event(), asOf))
                .sorted(comparing(Happening::at)
                        .thenComparingLong(one -> one.event().position()))
                .forEach(one -> {
                    bars.add(one.step(), one.event(), one.payload(), one.at());
                    if (one.step().effect() == Step.Effect.MARKS
                            && window.shows(one.event().occurredAt())) {
                        points.computeIfAbsent(one.step().lane(), lane -> new ArrayList<>())
                                .add(point(one));
                    }
                });
        var byLane = new HashMap<Lane, List<Bar>>();
        bars.at(asOf.end())
                .filter(bar -> window.shows(bar.getValue()))
                .forEach(bar -> byLane.computeIfAbsent(bar.getKey(), lane -> new ArrayList<>())
                        .add(bar.getValue()));
        var density = new UseDensity();
        read.uses.stream()
                .filter(use -> read.counts(use.event(), asOf) && window.shows(EventSearch.start(use.day())))
                .forEach(density::add);
        return Arrays.stream(Lane.values())
                .map(lane -> new Swimlane(
                        lane,
                        byLane.getOrDefault(lane, List.of()).stream()
                                .sorted(comparing(Bar::start))
                                .toList(),
                        points.getOrDefault(lane, List.of()).stream()
                                .sorted(comparing(TimelinePoint::occurredAt).thenComparingLong(TimelinePoint::position))
                                .toList(),
                        lane == Lane.USAGE ? density.binned() : null))
                .toList();
    }

    private static TimelinePoint point(Happening one) {
        return new TimelinePoint(
                one.event().type(),
                one.step().thing(),
                one.step().id(one.payload()),
                one.event().occurredAt(),
                one.event().position(),
                HistoryEvent.daysLate(one.event()));
    }
}
