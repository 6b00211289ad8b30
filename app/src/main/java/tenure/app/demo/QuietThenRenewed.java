package tenure.app.demo;

import java.time.LocalDate;

/** Silent for ten weeks, notice given, written off; then it renewed all the same, for fewer seats, and came back. */
final class QuietThenRenewed extends Story {

    static final String NAME = "Fallow Press";
    static final String SIGHT =
            "quiet before a surprise renewal: ten silent weeks, notice, then renewed for fewer seats";

    private static final int DAYS_OF_SILENCE = 70;

    QuietThenRenewed(Account account) {
        super(account);
    }

    /** Its first year ended about five weeks ago. */
    static Account account(Sale sale) {
        return sale.of(NAME, "Media", "North America", 22, 40, Account.STANDARD, 12, 400);
    }

    private LocalDate renewedOn() {
        return account().signedOn().plusMonths(account().months());
    }

    @Override
    void contract(Contract contract) {
        contract.sell(
                account().seats(),
                account().plan(),
                account().signedOn(),
                account().months());
        contract.giveNotice(
                WorkCalendar.workday(renewedOn().minusDays(42)), "low-use", "We do not see who still works with it.");
        contract.renew(26);
    }

    @Override
    double activity(Person person, LocalDate day) {
        if (!day.isBefore(renewedOn())) {
            return 0.7;
        }
        return day.isBefore(renewedOn().minusDays(DAYS_OF_SILENCE)) ? 1 : 0;
    }

    @Override
    int rating(LocalDate day, Dice dice) {
        return day.isBefore(renewedOn().minusDays(DAYS_OF_SILENCE)) ? 4 : 2;
    }

    @Override
    void care(Care care) {
        LocalDate day = WorkCalendar.workday(renewedOn().minusDays(40));
        care.open(day, "quiet-before-renewal", "Silent for a month, notice given")
                .act(day.plusDays(1), "email", "No answer.")
                .act(day.plusDays(15), "call", "No answer.")
                .stage(day.plusDays(16), "contacted")
                .act(renewedOn(), "offer", "Signed the smaller offer without a word.")
                .close(renewedOn().plusDays(3), "saved", "Renewed for fewer seats; nobody expected it.");
    }
}
