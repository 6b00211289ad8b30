package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;
import tenure.domain.shared.Level;

/** Department after department joins, seats are bought ahead of them, and most people get far into the product. */
final class SteadyGrowth extends Story {

    static final String NAME = "Alder Mills";
    static final String SIGHT = "steady growth: department after department, seats bought twice, advanced features";

    SteadyGrowth(Account account) {
        super(account);
    }

    /** The oldest customer, so that all eighteen months can be seen. */
    static Account account(Sale sale) {
        return sale.of(NAME, "Manufacturing", "Europe", 52, 24, Account.PREMIUM, 12, 18 * 30);
    }

    @Override
    void contract(Contract contract) {
        contract.sell(
                account().seats(),
                account().plan(),
                account().signedOn(),
                account().months());
        contract.changeSeats(38, account().day(118));
        contract.changeSeats(50, account().day(236));
        contract.renew(58);
    }

    @Override
    int departmentBegins(int index) {
        return index * 80;
    }

    @Override
    int daysOfInviting() {
        return 70;
    }

    @Override
    double rhythm(int number, Dice dice) {
        return dice.between(0.4, 0.75);
    }

    @Override
    Level reach(int number, Dice dice) {
        return dice.chance(0.75) ? Level.ADVANCED : Level.CORE;
    }

    @Override
    double training() {
        return 0.95;
    }

    @Override
    double tickets(int age) {
        return age < 90 ? 0.01 : 0.004;
    }

    @Override
    int rating(LocalDate day, Dice dice) {
        return account().age(day) < 120 ? 4 : 5;
    }

    @Override
    List<String> departments() {
        return List.of("Operations", "Purchasing", "Finance", "Sales", "Quality");
    }
}
