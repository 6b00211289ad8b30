package tenure.query.funnel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.funnel.event.FunnelDefined;

/**
 * What a funnel counts, as it was last defined.
 *
 * @param entryEvent the first such event of a customer lets it enter, on the day it occurred
 * @param steps      what must have happened since, each within its own days from entry
 */
record FunnelDefinition(String funnelId, String name, String entryEvent, List<Step> steps) {

    /**
     * A step. A customer has reached it when it has done this step and all before it.
     *
     * @param atLeast          how many events are needed
     * @param distinctFeatures how many different features they must show; 0 when it does not matter
     * @param fromDay          first day that counts, from the day of entry, which is day 0; null: the day of entry
     * @param toDay            last day that counts; null: without end
     * @param absent           reached by the event not happening until the days are over
     */
    record Step(
            String name,
            String event,
            int atLeast,
            int distinctFeatures,
            @Nullable Integer fromDay,
            @Nullable Integer toDay,
            boolean absent) {

        /** The step in one line, as a reader of the definition would say it. */
        String rule() {
            var words = new ArrayList<String>();
            words.add(absent ? "no " + event : event);
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
            return String.join(", ", words);
        }
    }

    static FunnelDefinition of(FunnelDefined event) {
        return new FunnelDefinition(
                event.funnelId(),
                event.name(),
                event.entryEvent(),
                event.steps().stream()
                        .map(step -> new Step(
                                step.name(),
                                step.event(),
                                step.atLeast(),
                                step.distinctFeatures(),
                                step.fromDay(),
                                step.toDay(),
                                step.absent()))
                        .toList());
    }
}
