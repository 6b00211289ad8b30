package tenure.command.automation;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tenure.command.EventsOfStreams;
import tenure.domain.onboarding.OnboardingId;
import tenure.domain.onboarding.event.OnboardingStarted;

/** What onboardings began with, which is in their first event and never changes. */
@Component
class OnboardingPlans {

    private final EventsOfStreams log;

    OnboardingPlans(EventsOfStreams log) {
        this.log = log;
    }

    /** The day on which a task was due from the beginning. */
    Optional<LocalDate> dueOn(String onboardingId, String taskId) {
        return log.eventsOf(new OnboardingId(onboardingId).toString()).stream()
                .filter(OnboardingStarted.class::isInstance)
                .flatMap(event -> ((OnboardingStarted) event).tasks().stream())
                .filter(task -> task.taskId().equals(taskId))
                .map(OnboardingStarted.Task::dueOn)
                .findFirst();
    }
}
