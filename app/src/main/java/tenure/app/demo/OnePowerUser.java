package tenure.app.demo;

import java.time.LocalDate;
import tenure.domain.shared.Level;

/** The seats are assigned and the account looks busy, yet nearly everything is done by one person. */
final class OnePowerUser extends Story {

    static final String NAME = "Dunmore Ceramics";
    static final String SIGHT = "one power user: healthy totals, and nearly all of it by a single person";

    OnePowerUser(Account account) {
        super(account);
    }

    static Account account(Sale sale) {
        return sale.of(NAME, "Manufacturing", "Europe", 18, 20, Account.STANDARD, 12, 250);
    }

    @Override
    double rhythm(int number, Dice dice) {
        return number == 0 ? 0.97 : dice.between(0.005, 0.02);
    }

    @Override
    Level reach(int number, Dice dice) {
        return number == 0 ? Level.ADVANCED : Level.INTRODUCTORY;
    }

    @Override
    int rating(LocalDate day, Dice dice) {
        return 4;
    }
}
