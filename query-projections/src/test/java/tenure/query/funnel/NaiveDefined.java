package tenure.query.funnel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.usage.event.FeatureUsed;
import tenure.query.funnel.NaiveFunnels.Known;

/**
 * Defined funnels as definitions.md §3.1 tells them: of the events of each unit after its entry, every step takes the first
 * that it can. For definitions without optional steps, and in which each step wants one event.
 */
final class NaiveDefined {

    private final NaiveFunnels known;
    private final FunnelDefined funnel;

    NaiveDefined(NaiveFunnels known, FunnelDefined funnel) {
        this.known = known;
        this.funnel = funnel;
    }

    /** Reached, open and missed of each step, the entry first; then how many are removed. */
    List<String> bars(Predicate<LocalDate> takes) {
        var bars = new long[funnel.steps().size() + 1][3];
        long removed = 0;
        for (var unit : units().entrySet()) {
            var events = unit.getValue();
            var entry = events.stream()
                    .filter(event ->
                            event.type().equals(funnel.entryEvent()) && takes.test(NaiveFunnels.day(event.at())))
                    .findFirst()
                    .orElse(null);
            if (entry == null) {
                continue;
            }
            var after = events.subList(events.indexOf(entry) + 1, events.size());
            var gone = known.isGone(entry.customer(), "users".equals(funnel.unit()) ? entry.user() : null);
            var done = steps(entry, after);
            if (isRemoved(entry, after, done)) {
                removed++;
                continue;
            }
            bars[0][0]++;
            for (int step = 0; step < funnel.steps().size(); step++) {
                if (done.get(step) != null) {
                    bars[step + 1][0]++;
                    continue;
                }
                var limit = limit(entry, step, done);
                var over = limit != null && limit.isBefore(known.end);
                var blocked = "strict".equals(funnel.order())
                        && after.size() > done.stream().filter(d -> d != null).count();
                bars[step + 1][over || gone || blocked ? 2 : 1]++;
                break;
            }
        }
        var answer = new ArrayList<String>();
        for (var bar : bars) {
            answer.add(bar[0] + "/" + bar[1] + "/" + bar[2]);
        }
        answer.add("removed " + removed);
        return answer;
    }

    private List<Known> steps(Known entry, List<Known> after) {
        var done = new ArrayList<Known>();
        var free = new ArrayList<>(after);
        for (int step = 0; step < funnel.steps().size(); step++) {
            var limit = limit(entry, step, done);
            Known taken = null;
            for (var event : free) {
                if (fits(event, funnel.steps().get(step))
                        && (limit == null || !event.at().isAfter(limit))) {
                    taken = event;
                    break;
                }
                if ("strict".equals(funnel.order())) {
                    break;
                }
            }
            done.add(taken);
            if (taken != null) {
                if ("any".equals(funnel.order())) {
                    free.remove(taken);
                } else {
                    free.subList(0, free.indexOf(taken) + 1).clear();
                }
            } else if (!"any".equals(funnel.order())) {
                free.clear();
            }
        }
        return done;
    }

    private static boolean fits(Known event, FunnelDefined.Step step) {
        var about = switch (event.event()) {
            case FeatureUsed used -> used.feature();
            case TrainingEvent training -> training.courseId();
            default -> null;
        };
        return event.type().equals(step.event())
                && (step.subject() == null || step.subject().equals(about));
    }

    /** The last moment at which a step counts. */
    private Instant limit(Known entry, int step, List<Known> done) {
        Instant limit = null;
        if (funnel.windowHours() != null) {
            limit = entry.at().plus(Duration.ofHours(funnel.windowHours()));
        }
        var within = funnel.steps().get(step).withinHours();
        var before = step == 0 ? entry : done.get(step - 1);
        if (within != null && before != null) {
            var soon = before.at().plus(Duration.ofHours(within));
            limit = limit == null || soon.isBefore(limit) ? soon : limit;
        }
        return limit;
    }

    private boolean isRemoved(Known entry, List<Known> after, List<Known> done) {
        if (funnel.exclusions() == null) {
            return false;
        }
        var names = funnel.steps().stream().map(FunnelDefined.Step::name).toList();
        for (var exclusion : funnel.exclusions()) {
            var from = exclusion.after() == null ? entry : done.get(names.indexOf(exclusion.after()));
            var to = done.get(names.indexOf(exclusion.before()));
            var windowEnd =
                    funnel.windowHours() == null ? null : entry.at().plus(Duration.ofHours(funnel.windowHours()));
            for (var event : after) {
                if (from != null
                        && event.type().equals(exclusion.event())
                        && from.isBefore(event)
                        && (to != null
                                ? event.isBefore(to)
                                : windowEnd == null || !event.at().isAfter(windowEnd))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Map<String, List<Known>> units() {
        var units = new TreeMap<String, List<Known>>();
        for (var event : known.events) {
            var users = "users".equals(funnel.unit());
            if (event.customer() != null && (!users || event.user() != null) && isOfACustomer(event)) {
                units.computeIfAbsent(event.customer() + (users ? ' ' + event.user() : ""), id -> new ArrayList<>())
                        .add(event);
            }
        }
        return units;
    }

    /** A retraction is said of an event, and is nothing that a customer did. */
    private static boolean isOfACustomer(Known event) {
        return !event.type().equals("fact.retracted");
    }
}
