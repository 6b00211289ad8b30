package tenure.query.churnrisk.signals;

import static tenure.query.churnrisk.statistics.Direction.MORE_IS_RISKIER;

import java.util.List;
import java.util.Set;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserReactivated;
import tenure.query.churnrisk.sweep.DayFacts;

/** Whether what was sold is taken up. */
final class OnboardingSignals {

    /** Days within which a customer should have begun in full; 90 is a usual choice, and no law. */
    static final int FIRST_DAYS = 90;

    static final List<RiskSignal> ALL = List.of(
            new RiskSignal(
                    "gap-to-log-on",
                    "Seats whose users should have logged on by this age of the contract, and have not",
                    "% of seats",
                    MORE_IS_RISKIER,
                    60,
                    0,
                    "definitions 3.3",
                    facts -> Seats.behind(facts, facts.people().loggedOn()),
                    "users",
                    facts -> facts.people().known(),
                    Set.of(
                            LoggedOn.class,
                            FeatureUsed.class,
                            LicenseSold.class,
                            LicenseRenewed.class,
                            SeatsChanged.class,
                            UserDeactivated.class,
                            UserReactivated.class,
                            UserErased.class)),
            new RiskSignal(
                    "gap-to-training",
                    "Seats whose users should have been trained by this age of the contract, and have not",
                    "% of seats",
                    MORE_IS_RISKIER,
                    70,
                    0,
                    "definitions 3.3",
                    facts -> facts.people().knowsTraining()
                            ? Seats.behind(facts, facts.people().trained())
                            : Double.NaN,
                    "users",
                    facts -> facts.people().known(),
                    Set.of(
                            TrainingCompleted.class,
                            LicenseSold.class,
                            LicenseRenewed.class,
                            SeatsChanged.class,
                            UserDeactivated.class,
                            UserReactivated.class,
                            UserErased.class)),
            new RiskSignal(
                    "onboarding-overdue",
                    "Required tasks of the onboarding that are open although their last day is over",
                    "tasks",
                    MORE_IS_RISKIER,
                    3,
                    0,
                    "definitions 3.1",
                    facts -> facts.tasks().required() == 0 ? Double.NaN : facts.overdueTasks(),
                    "tasks",
                    facts -> facts.tasks().required(),
                    Set.of(OnboardingStarted.class, TaskCompleted.class, TaskSkipped.class, TaskReopened.class)),
            new RiskSignal(
                    "days-to-first-value",
                    "Days from the start of the contract to the first use of what it is bought for, or until now",
                    "days",
                    MORE_IS_RISKIER,
                    FIRST_DAYS,
                    14,
                    "definitions 3.2",
                    OnboardingSignals::daysToFirstValue,
                    "active days",
                    facts -> facts.usage().activeDaysEver(),
                    Set.of(FeatureUsed.class, UsageDayReported.class)));

    private OnboardingSignals() {}

    private static double daysToFirstValue(DayFacts facts) {
        return facts.knowsValue() ? facts.daysToFirstValue() : Double.NaN;
    }
}
