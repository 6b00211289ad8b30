package tenure.query.churnrisk.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/** When a customer left, and when it came back: what observations are labelled by, and nothing else. */
final class Departures {

    private static final int NEVER = Integer.MAX_VALUE;

    private final List<Departure> departures = new ArrayList<>();

    /** Away from the first day without service until it came back. */
    private record Departure(int from, int to) {}

    Departures(Life life, int knownUntil) {
        int from = NEVER;
        var told = life.events().stream()
                .filter(event -> event.occurredAt().getEpochSecond() < (knownUntil + 1L) * 86_400)
                .sorted(Comparator.comparing(LifeEvent::occurredAt).thenComparingLong(LifeEvent::position))
                .toList();
        for (var event : told) {
            if (event.event() instanceof CustomerChurned churned && from == NEVER) {
                from = day(churned.churnedOn());
            } else if (event.event() instanceof CustomerWonBack back && from != NEVER) {
                departures.add(new Departure(from, day(back.wonBackOn())));
                from = NEVER;
            }
        }
        if (from != NEVER) {
            departures.add(new Departure(from, NEVER));
        }
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    boolean isAwayOn(int day) {
        return departures.stream().anyMatch(each -> each.from <= day && day < each.to);
    }

    /** The first day without service after a day; the greatest number when it has not come. */
    int nextAfter(int day) {
        return departures.stream()
                .mapToInt(Departure::from)
                .filter(from -> from > day)
                .min()
                .orElse(NEVER);
    }
}
