package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Tells what colleagues do about a customer: who looks after it, how they judge it, and what they undertake. */
final class Care {

    private static final int DAYS_BETWEEN_RATINGS = 75;

    private final Script script;
    private final Story story;
    private final Account account;

    Care(Script script, Story story) {
        this.script = script;
        this.story = story;
        this.account = story.account();
    }

    /** Registers the customer with what is known of it. */
    void register(List<Person> people, Map<String, String> more) {
        LocalDate day = account.signedOn().minusDays(1);
        script.add(Script.at(day, 10, 0), "register-customer", "register:" + account.id(), body -> {
            body.put("customerId", account.id()).put("name", account.name()).put("registeredOn", day.toString());
            var profile = body.putObject("profile")
                    .put("industry", account.industry())
                    .put("region", account.region());
            more.forEach(profile::put);
        });
        owner(day, account.owner());
        Map<String, Integer> departments = new TreeMap<>();
        people.forEach(person -> departments.merge(person.department(), 1, Integer::sum));
        story.departments().forEach(department -> departments.merge(department, 2, Integer::sum));
        script.add(Script.at(day, 11, 0), "define-audience", "audience:" + account.id(), body -> {
            body.put("customerId", account.id());
            departments.forEach(body.putObject("departments")::put);
        });
    }

    /** Judges the customer now and then, as long as it is one. */
    void rate(LocalDate overOn) {
        Dice dice = account.dice().of("ratings");
        LocalDate day = account.day(dice.between(35, 60));
        while (day.isBefore(account.until()) && day.isBefore(overOn)) {
            rate(WorkCalendar.workday(day), story.rating(day, dice), "");
            day = day.plusDays(dice.between(DAYS_BETWEEN_RATINGS, DAYS_BETWEEN_RATINGS + 40));
        }
    }

    void rate(LocalDate day, int rating, String note) {
        script.add(
                Script.at(day, 16, 0),
                "rate-customer",
                "rate:%s:%s".formatted(account.id(), day),
                body -> body.put("customerId", account.id())
                        .put("rating", rating)
                        .put("note", note));
    }

    void owner(LocalDate day, String owner) {
        script.add(
                Script.at(day, 10, 30),
                "assign-owner",
                "owner:%s:%s".formatted(account.id(), day),
                body -> body.put("customerId", account.id()).put("owner", owner));
    }

    void profile(LocalDate day, String key, String value) {
        script.add(Script.at(day, 11, 30), "change-profile", "profile:%s:%s".formatted(account.id(), day), body -> {
            body.put("customerId", account.id());
            body.putObject("profile").put(key, value);
        });
    }

    /** Opens a case and gives back what can be done about it. */
    Case open(LocalDate day, String reason, String title) {
        var opened = new Case(account.id() + "-" + reason);
        script.add(
                Script.at(day, 8, 30),
                "open-case",
                "case:" + opened.id,
                body -> about(opened, body)
                        .put("reason", reason)
                        .put("title", title)
                        .put("owner", account.owner()));
        return opened;
    }

    void churn(LocalDate day, String reason, String text) {
        script.add(
                Script.at(day, 0, 5),
                "churn-customer",
                "churn:%s:%s".formatted(account.id(), day),
                body -> body.put("customerId", account.id())
                        .put("churnedOn", day.toString())
                        .put("reasonCode", reason)
                        .put("reasonText", text));
    }

    void exitInterview(LocalDate day, String reason, List<String> reasons, String text) {
        script.add(Script.at(day, 15, 0), "record-exit-interview", "exit:" + account.id(), body -> {
            body.put("customerId", account.id()).put("reasonCode", reason).put("text", text);
            reasons.forEach(body.putArray("reasons")::add);
        });
    }

    void winBack(LocalDate day) {
        script.add(
                Script.at(day, 0, 0),
                "win-back-customer",
                "back:" + account.id(),
                body -> body.put("customerId", account.id()).put("wonBackOn", day.toString()));
    }

    private ObjectNode about(Case opened, ObjectNode body) {
        return body.put("customerId", account.id()).put("caseId", opened.id);
    }

    /** A case that is worked on. */
    final class Case {
        private final String id;

        private Case(String id) {
            this.id = id;
        }

        Case stage(LocalDate day, String stage) {
            script.add(
                    Script.at(day, 11, 0),
                    "change-case-stage",
                    "stage:%s:%s".formatted(id, stage),
                    body -> about(this, body).put("stage", stage));
            return this;
        }

        Case act(LocalDate day, String kind, String note) {
            script.add(
                    Script.at(day, 10, 0),
                    "log-intervention",
                    "act:%s:%s".formatted(id, day),
                    body -> about(this, body).put("kind", kind).put("note", note));
            return this;
        }

        void close(LocalDate day, String outcome, String note) {
            script.add(
                    Script.at(day, 17, 0),
                    "close-case",
                    "close:" + id,
                    body -> about(this, body).put("outcome", outcome).put("note", note));
        }
    }
}
