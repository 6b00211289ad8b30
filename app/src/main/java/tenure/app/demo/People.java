package tenure.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Level;

/** The people of one customer: who is invited when, how each of them works, and who leaves. */
final class People {

    private static final List<String> ROLES = List.of("Member", "Member", "Member", "Lead", "Admin");

    private final Story story;
    private final Account account;

    private People(Story story) {
        this.story = story;
        this.account = story.account();
    }

    /** In the order of their invitation. */
    static List<Person> of(Story story) {
        var people = new People(story);
        return IntStream.range(0, story.account().people())
                .mapToObj(people::person)
                .map(story::cast)
                .sorted(Comparator.comparing(Person::invitedOn).thenComparingInt(Person::number))
                .toList();
    }

    private Person person(int number) {
        Dice dice = account.dice().of("person", number);
        int department = department(number, dice);
        LocalDate invitedOn = invitedOn(number, department, dice);
        LocalDate activatedOn = activatedOn(number, invitedOn, dice);
        double rhythm = story.rhythm(number, dice);
        Level reach = story.reach(number, dice);
        LocalDate stopsOn = dice.chance(0.1) ? later(activatedOn, dice.between(20, 120)) : null;
        LocalDate leavesOn = dice.chance(0.07) && number > 0 ? later(invitedOn, dice.between(90, 400)) : null;
        return new Person(
                "%s-u%02d".formatted(account.id(), number + 1),
                number,
                story.departments().get(department),
                number == 0 ? Person.CHAMPION : dice.pick(ROLES),
                invitedOn,
                activatedOn,
                number == 0 ? null : stopsOn,
                leavesOn,
                rhythm,
                reach,
                dice.between(12, 45),
                dice.between(6, 15),
                favourites(dice));
    }

    private int department(int number, Dice dice) {
        int known = story.departments().size();
        return number == 0 ? 0 : Math.min(known - 1, (int) (known * dice.share() * dice.between(0.7, 1.0)));
    }

    private LocalDate invitedOn(int number, int department, Dice dice) {
        if (number == 0) {
            return WorkCalendar.workday(account.day(1));
        }
        boolean early = dice.chance(0.55);
        int age = story.departmentBegins(department)
                + (early ? dice.between(2, 21) : dice.between(15, Math.max(16, story.daysOfInviting())));
        return WorkCalendar.workday(account.day(age));
    }

    private @Nullable LocalDate activatedOn(int number, LocalDate invitedOn, Dice dice) {
        if (number > 0 && !dice.chance(story.activation())) {
            return null;
        }
        return WorkCalendar.workday(invitedOn.plusDays(dice.chance(0.6) ? dice.between(1, 3) : dice.between(4, 20)));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate day, int days) {
        return day == null ? null : WorkCalendar.workday(day.plusDays(days));
    }

    private static List<String> favourites(Dice dice) {
        var favourites = new ArrayList<String>();
        for (Level level : Level.values()) {
            var features = new ArrayList<>(Catalog.features(level));
            features.remove(Catalog.STUMBLING_BLOCK);
            for (int left = dice.between(2, 4); left > 0; left--) {
                String feature = dice.pick(features);
                features.remove(feature);
                favourites.add(feature);
            }
        }
        return List.copyOf(favourites);
    }
}
