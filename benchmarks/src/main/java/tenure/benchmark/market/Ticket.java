package tenure.benchmark.market;

import static tenure.benchmark.market.Calendar.HOUR;
import static tenure.benchmark.market.Calendar.MINUTE;
import static tenure.benchmark.market.Calendar.inOfficeHours;
import static tenure.benchmark.market.Calendar.instant;
import static tenure.benchmark.market.Calendar.weekdaysLater;

import java.util.List;
import tenure.domain.support.TicketId;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.support.event.TicketFirstResponded;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketResolved;
import tenure.domain.support.event.TicketStatusChanged;

/** A request for help, from its opening to its close. */
final class Ticket {

    private static final List<String> KINDS = List.of("how-to", "defect", "request", "billing", "other");
    private static final List<String> PRIORITIES = List.of("normal", "high", "low", "urgent");

    /** Weekdays between two requests of a user. */
    private static final double WEEKDAYS_OF_A_USER = 150;

    private final Company company;
    private final Market market;
    private final Luck luck;
    private final String id;
    private final History history;

    private Ticket(Company company, String id) {
        this.company = company;
        this.market = company.market();
        this.luck = company.luck();
        this.id = id;
        this.history = History.ofFacts(new TicketId(id));
    }

    /** Some day a user of the company will need help, and later another one, until it leaves. */
    static void planNext(Company company) {
        planNext(company, 1);
    }

    private static void planNext(Company company, int number) {
        var luck = company.luck();
        var chance = Math.min(0.9, (1 + company.people().size()) / WEEKDAYS_OF_A_USER);
        company.market().plan(weekdaysLater(company.market().now(), luck.tries(chance), luck), () -> {
            if (!company.isGone() && !company.people().isEmpty()) {
                new Ticket(company, "t-" + company.id() + "-" + number).open();
            }
            planNext(company, number + 1);
        });
    }

    private void open() {
        var level = luck.between(0, Offer.LEVELS.size() - 1);
        var feature = luck.oneOfTheFirst(Offer.FEATURES.get(level));
        var kind = luck.oneOfTheFirst(KINDS);
        var user = luck.oneOf(company.people()).id();
        var now = market.now();
        market.tell(
                history,
                company.id(),
                user,
                new TicketOpened(
                        id,
                        company.id(),
                        user,
                        "other",
                        null,
                        null,
                        luck.oneOfTheFirst(PRIORITIES),
                        "open",
                        null,
                        instant(now)));
        if (luck.chance(0.7)) {
            market.plan(
                    now + 10 * MINUTE,
                    () -> tell(new TicketClassified(
                            id, company.id(), kind, feature, Offer.LEVELS.get(level), null, instant(market.now()))));
        }
        var hours = luck.skewed(3, 1);
        market.plan(now + (long) (HOUR * hours), this::answer);
    }

    private void answer() {
        tell(new TicketFirstResponded(id, company.id(), null, instant(market.now())));
        if (luck.chance(0.3)) {
            market.plan(
                    market.now() + HOUR,
                    () -> tell(new TicketStatusChanged(
                            id, company.id(), "waiting-for-customer", null, instant(market.now()))));
        }
        if (luck.chance(0.06)) {
            market.plan(
                    market.now() + 2 * HOUR,
                    () -> tell(new TicketEscalated(id, company.id(), null, instant(market.now()))));
        }
        market.plan(inOfficeHours(market.now(), luck.between(1, 6), luck), this::resolve);
    }

    private void resolve() {
        tell(new TicketResolved(id, company.id(), null, instant(market.now())));
        if (luck.chance(0.07)) {
            market.plan(
                    market.now() + HOUR, () -> tell(new TicketReopened(id, company.id(), null, instant(market.now()))));
            market.plan(inOfficeHours(market.now(), luck.between(1, 6), luck), this::resolve);
            return;
        }
        if (luck.chance(0.35)) {
            market.plan(
                    market.now() + HOUR,
                    () -> tell(new TicketRated(id, company.id(), luck.between(2, 5), null, instant(market.now()))));
        }
        market.plan(
                inOfficeHours(market.now(), luck.between(3, 8), luck),
                () -> tell(new TicketClosed(id, company.id(), null, instant(market.now()))));
    }

    private void tell(TicketEvent event) {
        market.tell(history, company.id(), null, event);
    }
}
