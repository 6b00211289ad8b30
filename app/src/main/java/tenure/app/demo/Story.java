package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Level;

/** How the life of a customer goes. What is said here is the life of one that does well. */
abstract class Story {

    private final Account account;

    Story(Account account) {
        this.account = account;
    }

    final Account account() {
        return account;
    }

    /** Days from the signature to the last invitation. */
    int daysOfInviting() {
        return 100;
    }

    /** Share of the invited that take the invitation up. */
    double activation() {
        return 0.93;
    }

    /** How many log on, against an ordinary customer: 1 is ordinary, 0 is silence. */
    double activity(Person person, LocalDate day) {
        return 1;
    }

    /** Share of ordinary weekdays on which somebody uses the product. */
    double rhythm(int number, Dice dice) {
        double much = dice.share();
        return much < 0.2 ? dice.between(0.02, 0.1) : much < 0.7 ? dice.between(0.2, 0.5) : dice.between(0.5, 0.8);
    }

    /** How far somebody gets. */
    Level reach(int number, Dice dice) {
        double far = dice.share();
        return far < 0.2 ? Level.INTRODUCTORY : far < 0.65 ? Level.CORE : Level.ADVANCED;
    }

    /** Days from the start to the completion of a task that is due after so many; below 0 when it is never done. */
    int doneAfter(Catalog.Task task, Dice dice) {
        if (!task.required() && dice.chance(0.3)) {
            return -1;
        }
        return (int) (task.dueDay() * (dice.chance(0.2) ? dice.between(1.05, 1.5) : dice.between(0.4, 0.98)));
    }

    /** Share of the users that take each required course. */
    double training() {
        return 0.8;
    }

    /** Tickets per user and workday, at an age in days. */
    double tickets(int age) {
        return age < 60 ? 0.016 : 0.006;
    }

    /** Share of tickets about introductory things, at an age in days. */
    double introductoryTickets(int age) {
        return age < 30 ? 0.8 : age < 90 ? 0.55 : 0.15;
    }

    /** What is agreed: the sale, and what follows from it. */
    void contract(Contract contract) {
        contract.sell(account.seats(), account.plan(), account.signedOn(), account.months());
        while (contract.endsOn().isBefore(account.until())) {
            contract.renew(contract.seats());
        }
    }

    /** How somebody judges the customer, on a scale from 1 to 5. */
    int rating(LocalDate day, Dice dice) {
        return dice.between(4, 5);
    }

    /** The day on which a customer that left is one again; null when it never is. */
    @Nullable LocalDate wonBackOn() {
        return null;
    }

    /** Everything else that is done about the customer. */
    void care(Care care) {}

    /** Departments of the customer, in the order in which they begin. */
    List<String> departments() {
        return List.of("Operations", "Purchasing", "Finance", "Sales", "Service");
    }

    /** The age in days at which a department begins. */
    int departmentBegins(int index) {
        return index < 2 ? 0 : 15 * index;
    }

    /** A change to one of the people; by default none. */
    Person cast(Person person) {
        return person;
    }
}
