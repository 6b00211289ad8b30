package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer like many: most do well, some fade, some leave, and one of those comes back. */
final class Ordinary extends Story {

    private static final int DAYS_OF_FADING = 100;
    private static final List<Reason> REASONS = List.of(
            new Reason("price", "Asked for half the price and found it elsewhere."),
            new Reason("missing-feature", "Needs orders in several currencies."),
            new Reason("champion-left", "Nobody was left who wanted it."),
            new Reason("merger", "Was bought, and works with what the buyer has."),
            new Reason("low-use", "Too few people used it."),
            new Reason("service", "Waited too long for answers."));

    private final Fate fate;
    private final Reason reason;
    private final Dice dice;

    Ordinary(Account account, Fate fate) {
        super(account);
        this.fate = fate;
        this.dice = account.dice().of("fate");
        this.reason = dice.of("reason").pick(REASONS);
    }

    /** How it goes. */
    enum Fate {
        HEALTHY,
        FADING,
        /** Gives notice and leaves at the end of a term. */
        LOST,
        /** Leaves in the middle of a term. */
        CANCELLED,
        WON_BACK
    }

    private record Reason(String code, String text) {}

    @Override
    double activity(Person person, LocalDate day) {
        double wave = 1 + 0.15 * Math.sin((day.toEpochDay() + account().people() * 17L) / 29.0);
        return wave
                * switch (fate) {
                    case HEALTHY -> 1;
                    case FADING -> 0.2 + 0.8 * Math.min(1, (double) account().left(day) / DAYS_OF_FADING);
                    case LOST, CANCELLED -> fadingInto(day);
                    case WON_BACK -> day.isBefore(leavesOn()) ? fadingInto(day) : 0.9;
                };
    }

    private double fadingInto(LocalDate day) {
        double left = leavesOn().toEpochDay() - day.toEpochDay();
        return Math.clamp(left / DAYS_OF_FADING, 0.08, 1);
    }

    /** First day without a license. */
    private LocalDate leavesOn() {
        if (fate == Fate.CANCELLED) {
            return account().day((int) (account().age(account().until()) * 0.7));
        }
        LocalDate last = account().ago(20);
        LocalDate end = account().signedOn().plusMonths(account().months());
        while (fate == Fate.LOST && !end.plusMonths(account().months()).isAfter(last)) {
            end = end.plusMonths(account().months());
        }
        return end;
    }

    @Override
    void contract(Contract contract) {
        contract.sell(
                account().seats(),
                account().plan(),
                account().signedOn(),
                account().months());
        switch (fate) {
            case HEALTHY, FADING -> goOn(contract);
            case CANCELLED -> contract.cancel(leavesOn());
            case LOST, WON_BACK -> {
                while (contract.endsOn().isBefore(leavesOn())) {
                    contract.renew(contract.seats());
                }
                contract.giveNotice(leavesOn().minusDays(dice.between(35, 80)), reason.code(), reason.text());
                contract.expire();
            }
        }
    }

    /** Renews at every end of a term; in between there may be more seats, fewer, or a better plan. */
    private void goOn(Contract contract) {
        LocalDate changes = account().day(dice.between(100, 260));
        double what = dice.share();
        boolean open = true;
        while (true) {
            if (open && changes.isBefore(contract.endsOn()) && changes.isAfter(contract.startsOn())) {
                open = false;
                if (what < 0.35 && fate == Fate.HEALTHY) {
                    contract.changeSeats((int) (contract.seats() * dice.between(1.1, 1.4)) + 1, changes);
                } else if (what > 0.85) {
                    contract.changeSeats((int) (contract.seats() * dice.between(0.7, 0.9)), changes);
                } else if (what > 0.7 && account().plan().equals(Account.STANDARD)) {
                    contract.changePlan(Account.PREMIUM, changes);
                }
            }
            if (!contract.endsOn().isBefore(account().until())) {
                return;
            }
            contract.renew(contract.seats() + (fate == Fate.HEALTHY && dice.chance(0.3) ? 3 : 0));
        }
    }

    @Override
    @Nullable LocalDate wonBackOn() {
        return fate == Fate.WON_BACK ? leavesOn().plusDays(97) : null;
    }

    @Override
    int rating(LocalDate day, Dice ratings) {
        return switch (fate) {
            case HEALTHY -> ratings.between(3, 5);
            case FADING -> account().left(day) > DAYS_OF_FADING ? 4 : ratings.between(2, 4);
            case LOST, CANCELLED, WON_BACK -> ratings.between(1, 4);
        };
    }

    @Override
    void care(Care care) {
        switch (fate) {
            case FADING -> fading(care);
            case LOST, CANCELLED, WON_BACK -> leaving(care);
            case HEALTHY -> healthy(care);
        }
    }

    private void healthy(Care care) {
        if (dice.chance(0.2)) {
            LocalDate day = WorkCalendar.workday(account().day(dice.between(95, 200)));
            care.open(day, "usage-falls", "Fewer people log on than in the month before")
                    .act(day.plusDays(1), "call", "Holidays, nothing else.")
                    .close(day.plusDays(9), "no-risk", "Use is back.");
        }
        if (dice.chance(0.15)) {
            care.owner(account().day(dice.between(120, 300)), dice.pick(Account.OWNERS));
        }
        if (dice.chance(0.2)) {
            care.profile(
                    account().day(dice.between(60, 300)),
                    "employees",
                    String.valueOf(account().people() * 12));
        }
    }

    private void fading(Care care) {
        if (dice.chance(0.7)) {
            LocalDate day = WorkCalendar.workday(account().ago(dice.between(25, 45)));
            care.open(day, "usage-falls", "Use has fallen for weeks")
                    .act(day.plusDays(2), "email", "Asked what has changed.")
                    .stage(day.plusDays(6), "contacted")
                    .act(day.plusDays(9), "meeting", "Went through what each team needs.")
                    .stage(day.plusDays(12), "plan-agreed");
        }
    }

    private void leaving(Care care) {
        LocalDate day = WorkCalendar.workday(leavesOn().minusDays(75));
        care.open(day, "usage-falls", "Use has fallen for weeks")
                .act(day.plusDays(3), "call", "They think about leaving.")
                .stage(day.plusDays(4), "contacted")
                .act(day.plusDays(20), "offer", "A year at the old price.")
                .close(leavesOn(), "lost", reason.text());
        care.churn(leavesOn(), reason.code(), reason.text());
        if (dice.chance(0.8)) {
            care.exitInterview(
                    WorkCalendar.workday(leavesOn().plusDays(6)),
                    reason.code(),
                    List.of(dice.pick(List.of("low-use", "training", "price"))),
                    reason.text() + " Would talk again in a year.");
        }
    }
}
