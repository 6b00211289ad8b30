package tenure.app.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Tells how a customer takes up what it bought, task by task. */
final class Onboarding {

    private final Script script;
    private final Story story;

    Onboarding(Script script, Story story) {
        this.script = script;
        this.story = story;
    }

    /** Its id is that of the license, as it is for onboardings that begin by themselves. */
    void tell(Contract contract) {
        String id = contract.licenseId();
        LocalDate startsOn = contract.soldFor();
        var tasks = Catalog.tasksOf(contract.product());
        script.add(
                Script.at(startsOn, 0, 1),
                "start-onboarding",
                "onboarding:" + id,
                body -> body.put("onboardingId", id)
                        .put("customerId", story.account().id())
                        .put("licenseId", id)
                        .put("templateId", Catalog.templateOf(contract.product()))
                        .put("startsOn", startsOn.toString())
                        .set("tasks", Catalog.asJson(tasks)));
        for (Catalog.Task task : tasks) {
            tell(contract, task, story.account().dice().of("onboarding", id, task.id()));
        }
    }

    private void tell(Contract contract, Catalog.Task task, Dice dice) {
        LocalDate startsOn = contract.soldFor();
        int after = story.doneAfter(task, dice);
        boolean settled = after < 0 && !task.required() && dice.chance(0.6);
        LocalDate doneOn = WorkCalendar.workday(startsOn.plusDays(settled ? task.dueDay() - 1 : Math.max(after, 0)));
        LocalDate dueOn = startsOn.plusDays(task.dueDay());
        boolean late = after < 0 ? !settled : doneOn.isAfter(dueOn);
        if (settled && doneOn.isAfter(dueOn)) {
            doneOn = dueOn;
        }
        if (late && dueOn.isBefore(contract.overOn())) {
            script.add(
                    dueOn.atTime(23, 59, 59).toInstant(ZoneOffset.UTC),
                    "mark-task-overdue",
                    key("overdue", contract, task),
                    body -> body.put("onboardingId", contract.licenseId())
                            .put("taskId", task.id())
                            .put("dueOn", dueOn.toString()));
        }
        if (!doneOn.isBefore(contract.overOn())) {
            return;
        }
        var at = Script.at(doneOn, dice.between(9, 16), dice.between(0, 59));
        if (settled) {
            script.add(
                    at,
                    "skip-task",
                    key("skip", contract, task),
                    body -> body.put("onboardingId", contract.licenseId())
                            .put("taskId", task.id())
                            .put("reason", "Not wanted by the customer."));
        } else if (after >= 0) {
            script.add(
                    at,
                    "complete-task",
                    key("done", contract, task),
                    body -> body.put("onboardingId", contract.licenseId()).put("taskId", task.id()));
        }
    }

    private static String key(String what, Contract contract, Catalog.Task task) {
        return "%s:%s:%s".formatted(what, contract.licenseId(), task.id());
    }
}
