package tenure.query.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.FunnelQuestion.Unit;

/**
 * What a funnel counts.
 *
 * @param entryEvent  such an event lets a customer or person enter, when it occurred
 * @param steps       what must have happened since
 * @param windowHours hours from entry within which a step counts; null: without end
 */
record FunnelDefinition(
        String funnelId,
        String name,
        String entryEvent,
        List<Step> steps,
        Unit unit,
        Order order,
        @Nullable Integer windowHours,
        List<Exclusion> exclusions) {

    /** What a step may ask for that stands for several events: any use, whoever tells of it. */
    private static final String ANY_USE = "usage";

    private static final Set<String> USES = Set.of(Occurrence.DAY_REPORTED, "usage.logged-on", "usage.feature-used");

    /**
     * A step. It has been reached by who has done it and all before it that are not optional.
     *
     * @param atLeast          how many events are needed
     * @param distinctFeatures how many different features they must show; 0 when it does not matter
     * @param fromDay          first day that counts, from the day of entry, which is day 0; null: the day of entry
     * @param toDay            last day that counts; null: without end
     * @param absent           reached by the event not happening until the days are over
     * @param subject          the feature, course or task that it must be about; null: any
     * @param withinHours      hours after the step before; null: without end
     */
    record Step(
            String name,
            String event,
            int atLeast,
            int distinctFeatures,
            @Nullable Integer fromDay,
            @Nullable Integer toDay,
            boolean absent,
            @Nullable String subject,
            @Nullable Integer withinHours,
            boolean optional) {

        /** The step in one line, as a reader of the definition would say it. */
        String rule() {
            var words = new ArrayList<String>();
            words.add((absent ? "no " + event : event) + (subject == null ? "" : " of " + subject));
            if (atLeast > 1) {
                words.add("at least " + atLeast + " times");
            }
            if (distinctFeatures > 0) {
                words.add(distinctFeatures + " different features");
            }
            if (toDay != null) {
                words.add("days " + (fromDay == null ? 0 : fromDay) + " to " + toDay);
            } else if (fromDay != null) {
                words.add("from day " + fromDay);
            }
            if (withinHours != null) {
                words.add("within " + withinHours + " hours after the step before");
            }
            if (optional) {
                words.add("optional");
            }
            return String.join(", ", words);
        }

        /** The events that it may be done by. */
        Set<String> events() {
            return event.equals(ANY_USE) ? USES : Set.of(event);
        }

        boolean wants(Occurrence occurrence) {
            return (event.equals(ANY_USE) ? USES.contains(occurrence.event()) : event.equals(occurrence.event()))
                    && (subject == null
                            || occurrence.subject().equals(subject)
                            || occurrence.features().contains(subject));
        }
    }

    /** An event that removes whoever does it after one step and before another; step 0 is the entry. */
    record Exclusion(String event, int after, int before) {}

    static FunnelDefinition of(FunnelDefined event) {
        var steps = event.steps().stream()
                .map(step -> new Step(
                        step.name(),
                        step.event(),
                        step.atLeast(),
                        step.distinctFeatures(),
                        step.fromDay(),
                        step.toDay(),
                        step.absent(),
                        step.subject(),
                        step.withinHours(),
                        Boolean.TRUE.equals(step.optional())))
                .toList();
        var names = steps.stream().map(Step::name).toList();
        return new FunnelDefinition(
                event.funnelId(),
                event.name(),
                event.entryEvent(),
                steps,
                FunnelQuestion.of(Unit.class, Objects.requireNonNullElse(event.unit(), "customers")),
                FunnelQuestion.of(Order.class, Objects.requireNonNullElse(event.order(), "independent")),
                event.windowHours(),
                Objects.requireNonNullElse(event.exclusions(), List.<FunnelDefined.Exclusion>of()).stream()
                        .map(exclusion -> new Exclusion(
                                exclusion.event(),
                                names.indexOf(exclusion.after()) + 1,
                                names.indexOf(exclusion.before()) + 1))
                        .toList());
    }

    /** This funnel, asked for in another way than it is defined. */
    FunnelDefinition asked(FunnelQuestion question) {
        var excluded = new ArrayList<>(exclusions);
        excluded.addAll(question.exclusions());
        var changed = new ArrayList<Step>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            changed.add(new Step(
                    step.name(),
                    step.event(),
                    step.atLeast(),
                    step.distinctFeatures(),
                    step.fromDay(),
                    step.toDay(),
                    step.absent(),
                    step.subject(),
                    step.withinHours(),
                    step.optional() || question.optional().contains(i + 1)));
        }
        return new FunnelDefinition(
                funnelId,
                name,
                entryEvent,
                changed,
                Objects.requireNonNullElse(question.unit(), unit),
                Objects.requireNonNullElse(question.order(), order),
                question.windowHours() == null ? windowHours : question.windowHours(),
                excluded);
    }

    /** Whether an event may remove whoever does it. */
    boolean isExcluded(String event) {
        return exclusions.stream().anyMatch(exclusion -> exclusion.event().equals(event));
    }

    /** The events that are looked at; empty: all, as anything may come in between. */
    Set<String> events() {
        if (order == Order.STRICT) {
            return Set.of();
        }
        var events = new TreeSet<String>();
        events.add(entryEvent);
        steps.forEach(step -> events.addAll(step.events()));
        exclusions.forEach(exclusion -> events.add(exclusion.event()));
        return events;
    }
}
