package tenure.domain.funnel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.shared.WholeNumber;

/** One step of a funnel, as it is asked for. */
public record FunnelStep(
        @Described("What the step is called.") Label name,

        @Described("Name of the event that counts, such as license.renewed; usage for any use, whoever tells of it.")
        Label event,

        @Described(value = "How many of them are needed.", otherwise = "1")
        WholeNumber atLeast,

        @Described(
                value = "How many different features are needed in them; 0 when it does not matter.",
                otherwise = "0")
        WholeNumber distinctFeatures,

        @Described(value = "First day that counts, from the day of entry, which is day 0.", otherwise = "null")
        @Nullable WholeNumber fromDay,

        @Described(value = "Last day that counts, itself included.", otherwise = "null") @Nullable WholeNumber toDay,

        @Described(value = "Whether the step is reached by the event not happening.", otherwise = "false")
        boolean absent,

        @Described(
                value = "Counts only events about this: the feature that is used, the course of a training, the task.",
                otherwise = "null")
        @Nullable Label subject,

        @Described(value = "Hours after the step before within which it must be done.", otherwise = "null") @Nullable WholeNumber withinHours,

        @Described(value = "Whether later steps can be reached without it.", otherwise = "false")
        boolean optional) {

    /** About a century: beyond it a window of days is a mistake. */
    private static final int LAST_DAY = 36_500;

    private static final List<String> TELL_FEATURES =
            List.of(FunnelEvents.ANY_USE, "usage.day-reported", "usage.feature-used");

    static final List<String> TELL_SUBJECTS = List.of(
            "onboarding.task-completed",
            "onboarding.task-overdue",
            "onboarding.task-reopened",
            "onboarding.task-skipped",
            "training.assigned",
            "training.completed",
            "training.started",
            FunnelEvents.ANY_USE,
            "usage.day-reported",
            "usage.feature-used");

    /** Checks that the step can be reached and missed. */
    public FunnelStep {
        FunnelEvents.mustKnowOrBeUse("event", event);
        if (atLeast.value() < 1) {
            throw new InvalidValue("atLeast", "OUT_OF_RANGE", "At least one is needed; for none set absent.");
        }
        if (fromDay != null && toDay != null && toDay.value() < fromDay.value()) {
            throw new InvalidValue("toDay", "OUT_OF_RANGE", "The last day must not come before the first.");
        }
        if ((fromDay != null && fromDay.value() > LAST_DAY) || (toDay != null && toDay.value() > LAST_DAY)) {
            throw new InvalidValue("toDay", "OUT_OF_RANGE", "Days go up to " + LAST_DAY + ".");
        }
        if (absent && toDay == null) {
            throw new InvalidValue("toDay", "MISSING", "That something does not happen needs a last day.");
        }
        if (withinHours != null && withinHours.value() < 1) {
            throw new InvalidValue("withinHours", "OUT_OF_RANGE", "At least one hour; leave it out for no limit.");
        }
        if (subject != null && !TELL_SUBJECTS.contains(event.value())) {
            throw new InvalidValue(
                    "subject",
                    "NO_SUBJECT",
                    "Only these are about something: " + String.join(", ", TELL_SUBJECTS) + ".");
        }
        if (distinctFeatures.value() > 0 && !TELL_FEATURES.contains(event.value())) {
            throw new InvalidValue(
                    "distinctFeatures",
                    "NO_FEATURES",
                    "Only these tell features: " + String.join(", ", TELL_FEATURES) + ".");
        }
    }

    FunnelDefined.Step asDefined() {
        return new FunnelDefined.Step(
                name.value(),
                event.value(),
                atLeast.value(),
                distinctFeatures.value(),
                fromDay == null ? null : fromDay.value(),
                toDay == null ? null : toDay.value(),
                absent,
                subject == null ? null : subject.value(),
                withinHours == null ? null : withinHours.value(),
                optional ? true : null);
    }
}
