package tenure.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tenure.domain.shared.Level;

/** Tells what the people of a customer do, day by day: one log-on, and some features, of everybody who is active. */
final class Usage {

    private static final int DAYS_OF_GETTING_USED = 10;

    private final Story story;
    private final Account account;
    private final List<Person> people;
    private final LocalDate overOn;
    private final LocalDate resumesOn;

    /**
     * @param overOn    first day without a license
     * @param resumesOn first day with one again
     */
    Usage(Story story, List<Person> people, LocalDate overOn, LocalDate resumesOn) {
        this.story = story;
        this.account = story.account();
        this.people = people;
        this.overOn = overOn;
        this.resumesOn = resumesOn;
    }

    /** What is done on the day, in the order in which it is to be told. */
    List<Script.Line> on(LocalDate day) {
        List<Script.Line> lines = new ArrayList<>();
        if (day.isBefore(overOn) || !day.isBefore(resumesOn)) {
            for (Person person : people) {
                if (person.uses(day)) {
                    tell(person, day, account.dice().of("usage", person.number(), day), lines);
                }
            }
        }
        return lines;
    }

    private void tell(Person person, LocalDate day, Dice dice, List<Script.Line> lines) {
        boolean stumbles = day.plusDays(2).equals(person.stopsOn());
        boolean first = day.equals(person.activatedOn());
        if (!first && !stumbles && !dice.chance(likely(person, day))) {
            return;
        }
        Instant at = Script.at(day, person.hour(), dice.between(0, 59)).plusSeconds(dice.between(0, 59) + 60L);
        String key = person.id() + ":" + day;
        add(lines, at, "record-log-on", "on:" + key, person, "", 0);
        int number = 0;
        for (String feature : features(person, day, stumbles, dice)) {
            at = at.plusSeconds(dice.between(60, 5_400));
            add(
                    lines,
                    at,
                    "record-feature-use",
                    "use:%s:%d".formatted(key, number++),
                    person,
                    feature,
                    dice.between(1, 9));
        }
    }

    private double likely(Person person, LocalDate day) {
        var activatedOn = person.activatedOn() == null ? day : person.activatedOn();
        long days = day.toEpochDay() - activatedOn.toEpochDay();
        double curious = days < DAYS_OF_GETTING_USED ? 1.3 : 1;
        return Math.min(0.97, person.rhythm() * curious * WorkCalendar.weight(day) * story.activity(person, day));
    }

    /** Those of the level the person has reached most often, the simpler ones now and then. */
    private static Set<String> features(Person person, LocalDate day, boolean stumbles, Dice dice) {
        Set<String> used = new LinkedHashSet<>();
        if (stumbles) {
            used.add(Catalog.STUMBLING_BLOCK);
        }
        Level reached = person.level(day);
        double many = dice.share();
        int wanted = many < 0.7 ? 1 : many < 0.92 ? 2 : many < 0.98 ? 3 : 4;
        for (int each = 0; each < wanted; each++) {
            Level level =
                    dice.chance(0.6) ? reached : dice.pick(List.copyOf(EnumSet.range(Level.INTRODUCTORY, reached)));
            used.add(dice.pick(person.favourites().stream()
                    .filter(feature -> Catalog.features(level).contains(feature))
                    .toList()));
        }
        return used;
    }

    private void add(
            List<Script.Line> lines, Instant at, String command, String key, Person person, String feature, int count) {
        lines.add(new Script.Line(at, Script.item(command, key, account.id(), at, body -> {
            body.put("userId", person.id()).put("customerId", account.id());
            if (!feature.isEmpty()) {
                body.put("feature", feature).put("count", count);
            }
        })));
    }
}
