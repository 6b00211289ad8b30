package tenure.query.support;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.support.event.TicketFirstResponded;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketResolved;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.query.lifecycle.Told;

/** The definitions of support read plainly from a list of events: what the view must agree with. */
final class NaiveSupport {

    private static final Map<String, Optional<Method>> ACCESSORS = new HashMap<>();

    private final List<Record> events = new ArrayList<>();
    private final Map<String, List<TicketEvent>> stories = new HashMap<>();
    private final Map<String, List<TrainingCompleted>> completions = new HashMap<>();
    private final Map<String, List<Record>> begun = new HashMap<>();
    private final Map<String, TicketOpened> openings = new HashMap<>();
    private final List<Record> catalogues = new ArrayList<>();

    /**
     * The events that count.
     *
     * @param believesRetracted plants an error: facts count though they were taken back or replaced
     */
    NaiveSupport(List<Told> log, long position, LocalDate asOf, boolean believesRetracted) {
        var known = log.subList(0, (int) position);
        var gone = new HashSet<String>();
        for (var told : known) {
            var replaced = told.event() instanceof FactRetracted retracted
                    ? retracted.eventId()
                    : text(value(told.event(), "corrects"));
            if (replaced != null && !believesRetracted) {
                gone.add(replaced);
            }
        }
        var end = asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (var told : known) {
            if (time(told.event()).isBefore(end)
                    && !gone.contains(told.eventId().toString())) {
                events.add(told.event());
            }
        }
        // The sort is stable: what happened at once keeps the order of the log.
        var inOrderOfLog = List.copyOf(events);
        events.sort(Comparator.comparing(NaiveSupport::time));
        for (var event : events) {
            switch (event) {
                case TicketEvent ticket ->
                    stories.computeIfAbsent(ticket.ticketId(), id -> new ArrayList<>())
                            .add(ticket);
                case TrainingCompleted done ->
                    completions
                            .computeIfAbsent(done.userId(), id -> new ArrayList<>())
                            .add(done);
                case CoursePublished published -> catalogues.add(published);
                case CourseRetired retired -> catalogues.add(retired);
                case FeatureCataloged cataloged -> catalogues.add(cataloged);
                default -> {}
            }
        }
        for (var event : inOrderOfLog) {
            switch (event) {
                case TicketOpened opened -> openings.put(opened.ticketId(), opened);
                case LicenseSold sold ->
                    begun.computeIfAbsent(sold.customerId(), id -> new ArrayList<>())
                            .add(sold);
                case CustomerRegistered registered ->
                    begun.computeIfAbsent(registered.customerId(), id -> new ArrayList<>())
                            .add(registered);
                default -> {}
            }
        }
    }

    private static @Nullable Object value(Record event, String name) {
        var accessor = ACCESSORS.computeIfAbsent(
                event.getClass() + name,
                key -> Stream.of(event.getClass().getMethods())
                        .filter(method -> method.getName().equals(name))
                        .findFirst());
        try {
            return accessor.isEmpty() ? null : accessor.get().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Instant time(Record event) {
        return (Instant) value(event, "occurredAt");
    }

    /** Every ticket in one line, by its id. */
    Map<String, String> tickets() {
        var lines = new TreeMap<String, String>();
        stories.keySet().forEach(id -> lines.put(id, ticket(id)));
        return lines;
    }

    private String ticket(String id) {
        var opening = openings.get(id);
        var story = stories.get(id).stream()
                .filter(told -> !(told instanceof TicketOpened) || told == opening)
                .toList();
        String customer = null;
        String kind = "other";
        String feature = null;
        String level = null;
        String status = "open";
        Integer rating = null;
        Instant responded = null;
        var escalated = new HashSet<Instant>();
        var settlements = new ArrayList<Instant>();
        int reopened = 0;
        boolean reopenedSinceSettled = false;
        for (var told : story) {
            customer = told.customerId() == null ? customer : told.customerId();
            var wasSettled = !settlements.isEmpty();
            switch (told) {
                case TicketOpened opened -> {
                    kind = opened.kind();
                    feature = opened.feature() == null ? feature : opened.feature();
                    level = opened.level() == null ? level : opened.level();
                    status = opened.status();
                    settlements.clear();
                }
                case TicketClassified classified -> {
                    kind = classified.kind() == null ? kind : classified.kind();
                    feature = classified.feature() == null ? feature : classified.feature();
                    level = classified.level() == null ? level : classified.level();
                }
                case TicketFirstResponded first -> responded = responded == null ? first.occurredAt() : responded;
                case TicketStatusChanged changed -> status = changed.status();
                case TicketEscalated escalation -> escalated.add(escalation.occurredAt());
                case TicketResolved resolved -> status = "resolved";
                case TicketClosed closed -> status = "closed";
                case TicketReopened again -> status = "open";
                case TicketRated rated -> rating = rated.rating();
            }
            var saysSomethingOfStatus = told instanceof TicketOpened
                    || told instanceof TicketStatusChanged
                    || told instanceof TicketResolved
                    || told instanceof TicketClosed
                    || told instanceof TicketReopened;
            if (!saysSomethingOfStatus) {
                continue;
            }
            if (status.equals("resolved") || status.equals("closed")) {
                settlements.add(time((Record) told));
                reopenedSinceSettled = false;
            } else {
                settlements.clear();
                var isReopening = told instanceof TicketReopened || (told instanceof TicketStatusChanged && wasSettled);
                if (isReopening && !reopenedSinceSettled) {
                    reopened++;
                    reopenedSinceSettled = true;
                }
            }
        }
        var begun = opening == null ? time((Record) story.getFirst()) : opening.occurredAt();
        var settled = settlements.isEmpty() ? null : settlements.getFirst();
        var user = opening == null ? null : opening.userId();
        return String.join(
                " ",
                String.valueOf(customer),
                kind,
                String.valueOf(level == null ? levelOf(feature, begun) : level),
                status,
                "begun " + begun,
                "responded " + responded,
                "settled " + settled,
                "reopened " + reopened,
                "escalated " + escalated.size(),
                "rated " + rating,
                "by " + user + " " + (user == null ? null : trained(user, begun)),
                age(customer, begun),
                "response " + (opening == null ? null : seconds(begun, responded)),
                "resolution " + (opening == null ? null : seconds(begun, settled)));
    }

    private static @Nullable Long seconds(Instant from, @Nullable Instant to) {
        return to == null || to.isBefore(from)
                ? null
                : Duration.between(from, to).toSeconds();
    }

    private @Nullable String levelOf(@Nullable String feature, Instant when) {
        String level = null;
        for (var event : catalogues) {
            if (event instanceof FeatureCataloged cataloged
                    && cataloged.feature().equals(feature)
                    && !cataloged.occurredAt().isAfter(when)) {
                level = cataloged.level();
            }
        }
        return level;
    }

    private boolean trained(String user, Instant when) {
        var required = new TreeMap<String, Boolean>();
        var completed = new HashSet<String>();
        for (var event : catalogues) {
            if (time(event).isAfter(when)) {
                continue;
            }
            switch (event) {
                case CoursePublished published -> required.put(published.courseId(), published.required());
                case CourseRetired retired -> required.put(retired.courseId(), false);
                default -> {}
            }
        }
        for (var done : completions.getOrDefault(user, List.of())) {
            if (!done.occurredAt().isAfter(when)) {
                completed.add(done.courseId());
            }
        }
        required.values().removeIf(one -> !one);
        return required.isEmpty() ? !completed.isEmpty() : completed.containsAll(required.keySet());
    }

    private String age(@Nullable String customer, Instant when) {
        LocalDate since = null;
        for (var event : begun.getOrDefault(String.valueOf(customer), List.of())) {
            if (event instanceof LicenseSold sold
                    && sold.customerId().equals(customer)
                    && (since == null || sold.startsOn().isBefore(since))) {
                since = sold.startsOn();
            }
        }
        for (var event : begun.getOrDefault(String.valueOf(customer), List.of())) {
            if (since == null
                    && event instanceof CustomerRegistered registered
                    && registered.customerId().equals(customer)) {
                since = registered.registeredOn();
            }
        }
        if (since == null) {
            return "unknown";
        }
        var day = LocalDate.ofInstant(when, ZoneOffset.UTC);
        if (day.isBefore(since)) {
            return "before-start";
        }
        return day.isAfter(since.plusDays(90)) ? "after-90-days" : "first-90-days";
    }
}
