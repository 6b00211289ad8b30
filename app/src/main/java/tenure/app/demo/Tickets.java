package tenure.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import tenure.domain.shared.Level;
import tools.jackson.databind.node.ObjectNode;

/** Tells what the people of a customer ask the help desk, and what becomes of it. */
final class Tickets {

    private final Script script;
    private final Story story;
    private final Account account;
    private final List<Person> people;
    private int opened;

    Tickets(Script script, Story story, List<Person> people) {
        this.script = script;
        this.story = story;
        this.account = story.account();
        this.people = people;
    }

    /** @param overOn first day without a license */
    void tell(LocalDate overOn) {
        for (LocalDate day = account.signedOn(); day.isBefore(account.until()) && day.isBefore(overOn); ) {
            tell(day, account.dice().of("tickets", day));
            day = day.plusDays(1);
        }
    }

    private void tell(LocalDate day, Dice dice) {
        double rate = story.tickets(account.age(day)) * WorkCalendar.weight(day);
        for (Person person : people) {
            double own = rate * Math.min(1.5, story.activity(person, day));
            if (person.uses(day) && dice.chance(own)) {
                open(person, day, dice.of(person.number()));
            }
        }
    }

    private void open(Person person, LocalDate day, Dice dice) {
        int age = account.age(day);
        String ticket = "%s-t%03d".formatted(account.id(), ++opened);
        boolean simple = dice.chance(story.introductoryTickets(age));
        Level level = simple ? Level.INTRODUCTORY : dice.chance(0.6) ? Level.CORE : Level.ADVANCED;
        String kind = simple
                ? dice.pick(List.of("how-to", "how-to", "how-to", "how-to", "defect"))
                : dice.pick(List.of("how-to", "defect", "defect", "request", "billing", "other"));
        boolean named = dice.chance(0.75);
        Instant at = Script.at(day, person.hour() + dice.between(0, 6), dice.between(0, 59));
        tell(at, "open-ticket", ticket, body -> {
            body.put("userId", person.id())
                    .put("kind", kind)
                    .put("priority", dice.pick(List.of("low", "normal", "normal", "normal", "high", "urgent")));
            if (named) {
                body.put("feature", dice.pick(Catalog.features(level))).put("level", level.toString());
            }
        });
        Instant answered = at.plus(dice.between(20, 1_500), ChronoUnit.MINUTES);
        tell(answered, "record-first-response", ticket, body -> {});
        if (!named) {
            tell(answered.plusSeconds(300), "classify-ticket", ticket, body -> body.put("level", level.toString()));
        }
        settle(ticket, answered, dice);
    }

    private void settle(String ticket, Instant answered, Dice dice) {
        if (dice.chance(0.3)) {
            tell(answered.plusSeconds(1_800), "change-ticket-status", ticket, body -> body.put("status", "waiting"));
        }
        if (dice.chance(0.07)) {
            tell(answered.plusSeconds(7_200), "escalate-ticket", ticket, body -> {});
        }
        Instant resolved = answered.plus(dice.between(2, 140), ChronoUnit.HOURS);
        tell(resolved, "resolve-ticket", ticket, body -> {});
        if (dice.chance(0.08)) {
            Instant reopened = resolved.plus(dice.between(4, 60), ChronoUnit.HOURS);
            tell(reopened, "reopen-ticket", ticket, body -> {});
            resolved = reopened.plus(dice.between(6, 90), ChronoUnit.HOURS);
            script.add(resolved, "resolve-ticket", "resolve-ticket-again:" + ticket, body -> about(body, ticket));
        }
        tell(resolved.plus(3, ChronoUnit.DAYS), "close-ticket", ticket, body -> {});
        if (dice.chance(0.4)) {
            int rating = dice.chance(0.15) ? dice.between(1, 2) : dice.between(3, 5);
            tell(resolved.plus(5, ChronoUnit.HOURS), "rate-ticket", ticket, body -> body.put("rating", rating));
        }
    }

    private void tell(Instant at, String command, String ticket, Consumer<ObjectNode> more) {
        script.add(at, command, command + ":" + ticket, body -> {
            about(body, ticket);
            more.accept(body);
        });
    }

    private void about(ObjectNode body, String ticket) {
        body.put("ticketId", ticket).put("customerId", account.id());
    }
}
