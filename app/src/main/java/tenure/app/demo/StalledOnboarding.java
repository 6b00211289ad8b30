package tenure.app.demo;

import java.time.LocalDate;

/** Bought forty seats eleven weeks ago; few people came, the data was never loaded, and task after task is overdue. */
final class StalledOnboarding extends Story {

    static final String NAME = "Brackwater Freight";
    static final String SIGHT = "onboarding that stalls: forty seats, few log-ons, overdue tasks since week four";

    private static final int LAST_TASK_DONE = 14;

    StalledOnboarding(Account account) {
        super(account);
    }

    static Account account(Sale sale) {
        return sale.of(NAME, "Logistics", "Europe", 16, 40, Account.STANDARD, 12, 78);
    }

    @Override
    double activation() {
        return 0.4;
    }

    @Override
    double rhythm(int number, Dice dice) {
        return dice.between(0.05, 0.2);
    }

    @Override
    double activity(Person person, LocalDate day) {
        return account().age(day) < 30 ? 1 : 0.35;
    }

    @Override
    double training() {
        return 0.15;
    }

    @Override
    int doneAfter(Catalog.Task task, Dice dice) {
        return task.dueDay() <= LAST_TASK_DONE ? task.dueDay() - 1 : -1;
    }

    @Override
    int rating(LocalDate day, Dice dice) {
        return 2;
    }

    @Override
    void care(Care care) {
        LocalDate day = WorkCalendar.workday(account().day(40));
        care.open(day, "onboarding-stalled", "Data not loaded two weeks after it was due")
                .act(day.plusDays(1), "email", "Sent the guide to loading data.")
                .act(day.plusDays(8), "call", "Nobody has time before the end of the quarter.")
                .stage(day.plusDays(8), "contacted");
    }
}
