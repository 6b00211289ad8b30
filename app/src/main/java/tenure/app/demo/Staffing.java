package tenure.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Tells of the people of a customer: invited, given a seat, trained, moved to other work, gone. */
final class Staffing {

    private static final int TRAINING_DUE_DAYS = 30;

    private final Script script;
    private final Story story;
    private final Account account;
    private final List<Person> people;
    private final LocalDate overOn;

    /** @param overOn first day on which the customer has no license any more */
    Staffing(Script script, Story story, List<Person> people, LocalDate overOn) {
        this.script = script;
        this.story = story;
        this.account = story.account();
        this.people = people;
        this.overOn = overOn;
    }

    void tell() {
        for (Person person : people) {
            if (person.invitedOn().isBefore(overOn)) {
                tell(person);
            }
        }
    }

    /** Gives seats to those who are there, first come, first served, as long as there are some. */
    void seat(Contract contract) {
        Set<String> seated = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        for (Person person : people) {
            LocalDate from = later(person.invitedOn(), contract.soldFor());
            if (person.isThere(from)) {
                changes.add(new Change(Script.at(from, 9, 5), person, true));
                if (person.leavesOn() != null) {
                    changes.add(new Change(Script.at(person.leavesOn(), 7, 50), person, false));
                }
            }
        }
        changes.sort(Comparator.comparing(Change::at));
        for (Change change : changes) {
            LocalDate day = LocalDate.ofInstant(change.at(), ZoneOffset.UTC);
            String user = change.person().id();
            if (change.comes() && seated.size() < contract.seatsOn(day)) {
                seated.add(user);
                seat("assign-seat", "seat", contract, user, change.at());
            } else if (!change.comes() && contract.seatsOn(day) > 0 && seated.remove(user)) {
                seat("release-seat", "unseat", contract, user, change.at());
            }
        }
    }

    private void seat(String command, String key, Contract contract, String user, Instant at) {
        script.add(
                at,
                command,
                "%s:%s:%s".formatted(key, contract.licenseId(), user),
                body -> body.put("licenseId", contract.licenseId()).put("userId", user));
    }

    private void tell(Person person) {
        Dice dice = account.dice().of("staffing", person.number());
        script.add(
                Script.at(person.invitedOn(), 9, 0),
                "invite-user",
                "invite:" + person.id(),
                body -> body.put("userId", person.id())
                        .put("customerId", account.id())
                        .put("department", person.department())
                        .put("role", person.role()));
        for (Catalog.Course course : Catalog.COURSES) {
            if (course.required()) {
                train(person, course, story.training(), dice.of(course.id()));
            } else if (course.product().equals(Catalog.PRODUCT) && person.level(account.until()) == course.level()) {
                train(person, course, story.training() / 2, dice.of(course.id()));
            }
        }
        LocalDate activatedOn = person.activatedOn();
        if (activatedOn != null && activatedOn.isBefore(overOn)) {
            tellOfUser(Script.at(activatedOn, person.hour(), 0), "activate-user", "activate", person);
        }
        LocalDate leavesOn = person.leavesOn();
        if (leavesOn != null && leavesOn.isBefore(overOn)) {
            tellOfUser(Script.at(leavesOn, 8, 0), "deactivate-user", "deactivate", person);
        } else if (activatedOn != null && dice.chance(0.06)) {
            move(person, activatedOn.plusDays(dice.between(60, 200)), dice);
        }
    }

    private void tellOfUser(Instant at, String command, String key, Person person) {
        script.add(at, command, key + ":" + person.id(), body -> body.put("userId", person.id()));
    }

    private void move(Person person, LocalDate day, Dice dice) {
        if (day.isBefore(overOn)) {
            script.add(
                    Script.at(day, 10, 0),
                    "change-user-role",
                    "move:" + person.id(),
                    body -> body.put("userId", person.id())
                            .put("department", dice.pick(story.departments()))
                            .put("role", "Lead"));
        }
    }

    /** Assigned with the invitation when it is required, else when the person is far enough. */
    private void train(Person person, Catalog.Course course, double share, Dice dice) {
        LocalDate activatedOn = person.activatedOn();
        LocalDate from = course.required() || activatedOn == null
                ? person.invitedOn()
                : activatedOn.plusDays(2L * person.pace());
        if (!from.isBefore(overOn) || (!course.required() && activatedOn == null)) {
            return;
        }
        String training = course.id() + ":" + person.id();
        script.add(
                Script.at(from, 9, 10),
                "assign-training",
                "assign:" + training,
                body -> training(body, person, course)
                        .put("dueOn", from.plusDays(TRAINING_DUE_DAYS).toString()));
        if (activatedOn == null || !dice.chance(share)) {
            return;
        }
        LocalDate begins =
                WorkCalendar.workday(later(from, activatedOn).plusDays(dice.between(0, course.required() ? 25 : 40)));
        LocalDate ends = WorkCalendar.workday(begins.plusDays(dice.chance(0.5) ? 0 : dice.between(1, 15)));
        if (person.uses(begins) && begins.isBefore(overOn)) {
            script.add(
                    Script.at(begins, person.hour() + 1, dice.between(0, 40)),
                    "start-training",
                    "start:" + training,
                    body -> training(body, person, course));
            if (ends.isBefore(overOn) && dice.chance(0.92)) {
                script.add(
                        Script.at(ends, person.hour() + 3, dice.between(0, 59)),
                        "complete-training",
                        "complete:" + training,
                        body -> training(body, person, course).put("score", dice.between(55, 100)));
            }
        }
    }

    private ObjectNode training(ObjectNode body, Person person, Catalog.Course course) {
        return body.put("userId", person.id()).put("courseId", course.id()).put("customerId", account.id());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private record Change(Instant at, Person person, boolean comes) {}
}
