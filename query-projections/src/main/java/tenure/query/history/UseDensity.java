package tenure.query.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.history.Timeline.Density;
import tenure.query.history.Timeline.Per;
import tenure.query.history.Timeline.TimelineBin;
import tools.jackson.databind.JsonNode;

/** Sums use by days, or by weeks where it goes on for long, so that it stays small however much there is. */
final class UseDensity {

    private static final int MOST_DAYS = 400;

    private final SortedMap<LocalDate, Day> days = new TreeMap<>();

    /** What is told of a day; a total that is reported stands above what was told one by one. */
    private static final class Day {
        private @Nullable Long reported;
        private long uses;
        private long logOns;
        private long events;
        private long late;
    }

    /**
     * One event that tells of use.
     *
     * @param count uses, or the total of the day
     */
    record Use(RecordedEvent event, LocalDate day, long count) {

        static Use of(RecordedEvent event, JsonNode payload) {
            var reported = payload.path("day");
            return new Use(
                    event,
                    reported.isString()
                            ? LocalDate.parse(reported.stringValue())
                            : LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC),
                    payload.path(reported.isString() ? "actions" : "count").asLong(1));
        }
    }

    /** Adds a use; they come in the order of their positions. */
    void add(Use use) {
        var day = days.computeIfAbsent(use.day(), date -> new Day());
        day.events++;
        if (HistoryEvent.daysLate(use.event()) > 0) {
            day.late++;
        }
        switch (use.event().type()) {
            case "usage.day-reported" -> day.reported = use.count();
            case "usage.logged-on" -> day.logOns++;
            default -> day.uses += use.count();
        }
    }

    Density binned() {
        var per = !days.isEmpty() && ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) > MOST_DAYS
                ? Per.WEEK
                : Per.DAY;
        var bins = new TreeMap<LocalDate, TimelineBin>();
        days.forEach((date, day) -> {
            var from = per == Per.DAY ? date : date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var actions = day.reported == null ? day.uses : day.reported;
            bins.merge(from, new TimelineBin(from, actions, day.logOns, day.events, day.late), UseDensity::sum);
        });
        return new Density(per, bins.values().stream().toList());
    }

    private static TimelineBin sum(TimelineBin one, TimelineBin other) {
        return new TimelineBin(
                one.from(),
                one.actions() + other.actions(),
                one.logOns() + other.logOns(),
                one.events() + other.events(),
                one.late() + other.late());
    }
}
