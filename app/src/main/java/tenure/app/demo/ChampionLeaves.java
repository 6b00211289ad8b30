package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;
import tenure.domain.shared.Level;

/** All went well until the one who had brought the product in left; within weeks the others use it less and less. */
final class ChampionLeaves extends Story {

    static final String NAME = "Corvane Optics";
    static final String SIGHT = "the champion leaves: use decays from that week on, renewal is two months away";

    private static final int DAYS_AGO = 105;
    private static final double HALF_LIFE_DAYS = 40;

    ChampionLeaves(Account account) {
        super(account);
    }

    static Account account(Sale sale) {
        return sale.of(NAME, "Manufacturing", "North America", 28, 34, Account.PREMIUM, 12, 305);
    }

    private LocalDate leftOn() {
        return WorkCalendar.workday(account().ago(DAYS_AGO));
    }

    @Override
    Person cast(Person person) {
        return person.number() == 0
                ? new Person(
                        person.id(),
                        0,
                        person.department(),
                        Person.CHAMPION,
                        person.invitedOn(),
                        person.activatedOn(),
                        null,
                        leftOn(),
                        0.92,
                        Level.ADVANCED,
                        10,
                        person.hour(),
                        person.favourites())
                : person;
    }

    @Override
    double activity(Person person, LocalDate day) {
        long since = day.toEpochDay() - leftOn().toEpochDay();
        return since <= 0 ? 1.15 : Math.max(0.12, Math.pow(0.5, since / HALF_LIFE_DAYS));
    }

    @Override
    int rating(LocalDate day, Dice dice) {
        return day.isBefore(leftOn()) ? 5 : 3;
    }

    @Override
    void care(Care care) {
        LocalDate day = WorkCalendar.workday(leftOn().plusDays(24));
        care.open(day, "champion-left", "The champion has left and use falls")
                .act(day.plusDays(2), "call", "The successor has other plans.")
                .stage(day.plusDays(2), "contacted")
                .act(day.plusDays(30), "training", "A session for the team, four came.");
        care.rate(WorkCalendar.workday(account().ago(12)), 2, "No one answers any more.");
    }

    @Override
    List<String> departments() {
        return List.of("Production", "Purchasing", "Finance", "Service");
    }
}
