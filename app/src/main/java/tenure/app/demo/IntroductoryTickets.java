package tenure.app.demo;

import java.time.LocalDate;
import tenure.domain.shared.Level;

/** Ten months in, people still ask how to search and export; few took the courses and nobody gets to the rest. */
final class IntroductoryTickets extends Story {

    static final String NAME = "Esker Hydraulics";
    static final String SIGHT = "tickets that stay introductory: still first-week questions after ten months";

    IntroductoryTickets(Account account) {
        super(account);
    }

    static Account account(Sale sale) {
        return sale.of(NAME, "Energy", "Europe", 26, 30, Account.STANDARD, 12, 300);
    }

    @Override
    double training() {
        return 0.2;
    }

    @Override
    Level reach(int number, Dice dice) {
        return dice.chance(0.8) ? Level.INTRODUCTORY : Level.CORE;
    }

    @Override
    double tickets(int age) {
        return 0.022;
    }

    @Override
    double introductoryTickets(int age) {
        return 0.9;
    }

    @Override
    int rating(LocalDate day, Dice dice) {
        return 3;
    }
}
