package tenure.domain.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerId;
import tenure.domain.license.LicenseId;
import tenure.domain.shared.Code;
import tenure.domain.shared.Described;
import tenure.domain.shared.NamesCustomer;
import tenure.domain.shared.NamesLicense;
import tenure.domain.shared.Note;
import tenure.domain.shared.OfOneCustomer;

/** Everything that can be asked of an {@link Onboarding}. Refusals: {@link OnboardingRefusal}. */
public sealed interface OnboardingCommand {

    /** Starts an onboarding of a known customer. An id can be started once. */
    @Described("Starts an onboarding of a known customer, with tasks that are due by days from its start. Its id is"
            + " yours to choose and can be started once.")
    record StartOnboarding(
            @TargetAggregateIdentifier
            @Described("Your id for the onboarding; that of the license where it is for one.")
            OnboardingId onboardingId,

            @Described("The customer to get going.") CustomerId customerId,

            @Described(value = "What the customer bought.", otherwise = "null") @Nullable LicenseId licenseId,

            @Described(value = "The template that the tasks were taken from.", otherwise = "null") @Nullable TemplateId templateId,

            @Described("Day from which the due days are counted.")
            LocalDate startsOn,

            @Described("What is to be done, in order.") List<OnboardingTask> tasks,

            @Described(value = "When it began.", otherwise = Described.START_OF + "startsOn")
            Instant occurredAt)
            implements OnboardingCommand, NamesCustomer, NamesLicense, OfOneCustomer {
        /** Checks the tasks. */
        public StartOnboarding {
            tasks = OnboardingTask.checked(tasks);
        }

        @Override
        public List<String> parties() {
            return licenseId == null ? List.of() : List.of(licenseId.toString());
        }

        @Override
        public CustomerId ofCustomer() {
            return customerId;
        }
    }

    /** Records that a task was done, also one that was skipped. Asking again changes nothing. */
    @Described("Records that a task was done, also one that had been skipped. With the last required one the onboarding"
            + " is complete. Asking again changes nothing.")
    record CompleteTask(
            @TargetAggregateIdentifier @Described("The onboarding.")
            OnboardingId onboardingId,

            @Described("What was done.") Code taskId,

            @Described(value = "When it was done.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements OnboardingCommand {}

    /** Settles that a task which is not required will not be done. Asking again changes nothing. */
    @Described("Settles that a task which is not required will not be done. Asking again changes nothing.")
    record SkipTask(
            @TargetAggregateIdentifier @Described("The onboarding.")
            OnboardingId onboardingId,

            @Described("What will not be done.") Code taskId,

            @Described(value = "Why, in words.", otherwise = "\"\"")
            Note reason,

            @Described(value = "When it was settled.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements OnboardingCommand {}

    /** Puts a task that was completed or skipped back among those to be done. An open one stays as it is. */
    @Described("Puts a task that was completed or skipped back among those to be done. An open one stays as it is.")
    record ReopenTask(
            @TargetAggregateIdentifier @Described("The onboarding.")
            OnboardingId onboardingId,

            @Described("What is to be done after all, or again.")
            Code taskId,

            @Described(value = "When it was settled.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements OnboardingCommand {}

    /**
     * Records that the last day of a task was over and the task still open. It changes nothing when the task had been
     * completed or skipped by then, was marked since it was begun or reopened, or is due on another day.
     */
    @Described("Records that the last day of a task was over and the task still open. It changes nothing when the task"
            + " had been completed or skipped by then, was marked before, or is due on another day.")
    record MarkTaskOverdue(
            @TargetAggregateIdentifier @Described("The onboarding.")
            OnboardingId onboardingId,

            @Described("What was not done in time.") Code taskId,
            @Described("Last day in time.") LocalDate dueOn,

            @Described(value = "When that day was over.", otherwise = Described.END_OF + "dueOn")
            Instant occurredAt)
            implements OnboardingCommand {}
}
