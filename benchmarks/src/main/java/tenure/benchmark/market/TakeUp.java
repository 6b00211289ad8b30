package tenure.benchmark.market;

import static tenure.benchmark.market.Calendar.DAY;
import static tenure.benchmark.market.Calendar.dayOf;
import static tenure.benchmark.market.Calendar.inOfficeHours;
import static tenure.benchmark.market.Calendar.instant;
import static tenure.benchmark.market.Calendar.startOf;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import tenure.domain.onboarding.OnboardingId;
import tenure.domain.onboarding.event.OnboardingCompleted;
import tenure.domain.onboarding.event.OnboardingEvent;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.OnboardingTemplateDefined;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskOverdue;
import tenure.domain.onboarding.event.TaskSkipped;

/** The first 90 days with a license, task by task. */
final class TakeUp {

    private final Company company;
    private final Market market;
    private final Luck luck;
    private final String id;
    private final History history;
    private final Set<String> requiredAndOpen = new HashSet<>();

    TakeUp(Company company, String licenseId) {
        this.company = company;
        this.market = company.market();
        this.luck = company.luck();
        this.id = licenseId;
        this.history = History.of(new OnboardingId(id), "Onboarding");
    }

    void begin() {
        var today = dayOf(market.now());
        tell(new OnboardingStarted(
                id,
                company.id(),
                id,
                Offer.TEMPLATE,
                today,
                Offer.TASKS.stream()
                        .map(task -> new OnboardingStarted.Task(
                                task.taskId(),
                                task.title(),
                                today.plusDays(task.dueDay()),
                                task.required(),
                                task.milestone()))
                        .toList(),
                instant(market.now())));
        Offer.TASKS.forEach(this::plan);
    }

    private void plan(OnboardingTemplateDefined.Task task) {
        var dueOn = dayOf(market.now()).plusDays(task.dueDay());
        if (task.required()) {
            requiredAndOpen.add(task.taskId());
        } else if (luck.chance(0.4)) {
            market.plan(inOfficeHours(market.now(), task.dueDay() / 2, luck), () -> skip(task.taskId()));
            return;
        }
        // Half of the usual customers need more than they have; those that are not eager never come to an end.
        var days = (int) (task.dueDay() * luck.skewed(1.0 / company.eagerness(), 0.4));
        var done = inOfficeHours(market.now() + DAY, days, luck);
        var over = startOf(dueOn.plusDays(1));
        if (done >= over) {
            market.plan(over, () -> miss(task.taskId(), dueOn));
        }
        if (days < 4 * task.dueDay()) {
            market.plan(done, () -> complete(task.taskId()));
        }
    }

    private void skip(String taskId) {
        if (!company.isGone()) {
            tell(new TaskSkipped(id, company.id(), taskId, "not needed", instant(market.now())));
        }
    }

    private void miss(String taskId, LocalDate dueOn) {
        if (!company.isGone()) {
            tell(new TaskOverdue(id, company.id(), taskId, dueOn, instant(market.now())));
        }
    }

    private void complete(String taskId) {
        if (company.isGone()) {
            return;
        }
        tell(new TaskCompleted(id, company.id(), taskId, instant(market.now())));
        if (requiredAndOpen.remove(taskId) && requiredAndOpen.isEmpty()) {
            tell(new OnboardingCompleted(id, company.id(), instant(market.now())));
        }
    }

    private void tell(OnboardingEvent event) {
        market.tell(history, company.id(), null, event);
    }
}
