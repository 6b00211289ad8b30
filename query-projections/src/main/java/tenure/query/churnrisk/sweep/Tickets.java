package tenure.query.churnrisk.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer asked of the help desk within 90 days, and what came of it. */
public final class Tickets {

    private static final int WINDOW = 90;
    private static final Set<String> SETTLED = Set.of("resolved", "solved", "closed", "done", "cancelled");

    private final RiskDefinitions definitions;
    private final int origin;
    private final Map<String, Ticket> tickets = new HashMap<>();
    private final List<Ticket> waiting = new ArrayList<>();
    private final DayCounts opened;
    private final DayCounts classified;
    private final DayCounts introductory;
    private final DayCounts reopened;
    private final DayCounts ratings;
    private final DayCounts ratingSum;
    private int today;

    Tickets(int days, RiskDefinitions definitions, int origin) {
        this.definitions = definitions;
        this.origin = origin;
        opened = new DayCounts(days, WINDOW);
        classified = new DayCounts(days, WINDOW);
        introductory = new DayCounts(days, WINDOW);
        reopened = new DayCounts(days, WINDOW);
        ratings = new DayCounts(days, WINDOW);
        ratingSum = new DayCounts(days, WINDOW);
    }

    private static final class Ticket {
        int openedOn = -1;
        int level = -1;
        boolean answered;
        boolean settled;
    }

    void moveTo(int day) {
        today = day;
        opened.moveTo(day);
        classified.moveTo(day);
        introductory.moveTo(day);
        reopened.moveTo(day);
        ratings.moveTo(day);
        ratingSum.moveTo(day);
    }

    private Ticket ticket(String id) {
        return tickets.computeIfAbsent(id, _ -> new Ticket());
    }

    void opened(String id, @Nullable String level, @Nullable String feature, String status) {
        var ticket = ticket(id);
        if (ticket.openedOn < 0) {
            ticket.openedOn = today;
            opened.add(today, 1);
            ticket.settled = ticket.settled || SETTLED.contains(status.toLowerCase(java.util.Locale.ROOT));
            if (!ticket.settled && !ticket.answered) {
                waiting.add(ticket);
            }
        }
        classified(id, level, feature);
    }

    void classified(String id, @Nullable String level, @Nullable String feature) {
        var ticket = ticket(id);
        int known = level != null
                ? RiskDefinitions.level(level)
                : feature != null ? definitions.levelOn(feature, today + origin) : -1;
        if (known < 0 || ticket.openedOn < 0) {
            return;
        }
        if (ticket.level < 0) {
            classified.add(ticket.openedOn, 1);
        }
        introductory.add(
                ticket.openedOn,
                (known == RiskDefinitions.INTRODUCTORY ? 1 : 0)
                        - (ticket.level == RiskDefinitions.INTRODUCTORY ? 1 : 0));
        ticket.level = known;
    }

    void answered(String id) {
        ticket(id).answered = true;
    }

    void status(String id, String status) {
        ticket(id).settled = SETTLED.contains(status.toLowerCase(java.util.Locale.ROOT));
    }

    void settled(String id) {
        ticket(id).settled = true;
    }

    void reopened(String id) {
        ticket(id).settled = false;
        reopened.add(today, 1);
    }

    void rated(int rating) {
        ratings.add(today, 1);
        ratingSum.add(today, rating);
    }

    void endDay() {
        waiting.removeIf(ticket -> ticket.answered || ticket.settled);
    }

    /** Tickets of all times. */
    public int known() {
        return tickets.size();
    }

    /** Open tickets that have waited for their first answer for more than so many days. */
    public int unanswered(int days) {
        int count = 0;
        for (var ticket : waiting) {
            count += today - ticket.openedOn > days ? 1 : 0;
        }
        return count;
    }

    /** Opened within 90 days. */
    public int opened() {
        return (int) opened.sum();
    }

    /** Opened within 90 days, of a level that is known. */
    public int classified() {
        return (int) classified.sum();
    }

    /** Opened within 90 days, about something introductory. */
    public int introductory() {
        return (int) introductory.sum();
    }

    /** How often one was reopened within 90 days. */
    public int reopened() {
        return (int) reopened.sum();
    }

    /** Ratings within 90 days. */
    public int ratings() {
        return (int) ratings.sum();
    }

    /** Mean of the ratings within 90 days, from 1 (worst) to 5; NaN without any. */
    public double meanRating() {
        return ratings.sum() == 0 ? Double.NaN : (double) ratingSum.sum() / ratings.sum();
    }
}
