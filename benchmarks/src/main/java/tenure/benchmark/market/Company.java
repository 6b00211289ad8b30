package tenure.benchmark.market;

import static tenure.benchmark.market.Calendar.DAY;
import static tenure.benchmark.market.Calendar.HOUR;
import static tenure.benchmark.market.Calendar.MINUTE;
import static tenure.benchmark.market.Calendar.dayOf;
import static tenure.benchmark.market.Calendar.inOfficeHours;
import static tenure.benchmark.market.Calendar.instant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenure.domain.customer.CustomerId;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerEvent;
import tenure.domain.customer.event.CustomerRated;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ExitInterviewed;
import tenure.domain.customer.event.OwnerAssigned;

/** A customer, from its registration until it leaves, and what it tends to. */
final class Company {

    private static final List<String> REGIONS = List.of("dach", "nordics", "uki", "france", "benelux", "iberia");
    private static final List<String> CHANNELS = List.of("direct", "web", "partner");
    private static final List<String> INDUSTRIES =
            List.of("manufacturing", "software", "retail", "logistics", "health", "finance", "education");
    private static final List<String> DEPARTMENTS = List.of("sales", "service", "marketing", "finance", "it");
    private static final List<String> REASONS = List.of("price", "no-adoption", "competitor", "insolvent", "merged");
    private static final int MOST_USERS = 150;
    private static final int LEAST_USERS = 2;
    private static final int DAYS_BETWEEN_RATINGS = 90;

    private final Market market;
    private final String id;
    private final Luck luck;
    private final History history;
    private final History usage;
    private final List<Person> people = new ArrayList<>();
    private final List<String> departments = new ArrayList<>();
    private final double eagerness;
    private final int plannedUsers;
    private int invited;
    private int licenses;
    private boolean gone = true;
    private boolean fading;

    Company(Market market, String id, Luck luck) {
        this.market = market;
        this.id = id;
        this.luck = luck;
        this.history = History.of(new CustomerId(id), "Customer");
        this.usage = History.ofFacts("usage/" + id);
        this.eagerness = luck.uniform(0.3, 1.3);
        this.plannedUsers = (int) Math.clamp(luck.skewed(13, 0.7), LEAST_USERS, MOST_USERS);
    }

    Market market() {
        return market;
    }

    String id() {
        return id;
    }

    Luck luck() {
        return luck;
    }

    /** Facts about what its users did. */
    History usage() {
        return usage;
    }

    /** How much its users do, from 0; 1 is usual. */
    double eagerness() {
        return fading ? eagerness / 3 : eagerness;
    }

    /** Whether it has no license now. */
    boolean isGone() {
        return gone;
    }

    List<Person> people() {
        return people;
    }

    String department() {
        return luck.oneOfTheFirst(departments);
    }

    /** It registers, and buys some days later. */
    void arrive() {
        var now = market.now();
        tell(new CustomerRegistered(
                id,
                "Company " + id,
                dayOf(now),
                Map.of(
                        "region", luck.oneOfTheFirst(REGIONS),
                        "channel", luck.oneOfTheFirst(CHANNELS),
                        "industry", luck.oneOf(INDUSTRIES)),
                instant(now)));
        var owner = "csm-" + luck.between(1, 12);
        market.plan(now + HOUR, () -> tell(new OwnerAssigned(id, owner, instant(market.now()))));
        market.plan(now + 2 * HOUR, this::planUsers);
        market.plan(inOfficeHours(now, luck.between(1, 20), luck), this::buy);
    }

    private void planUsers() {
        departments.addAll(DEPARTMENTS.subList(0, luck.between(1, DEPARTMENTS.size())));
        var expected = new LinkedHashMap<String, Integer>();
        departments.forEach(department -> expected.put(department, Math.max(1, plannedUsers / departments.size())));
        tell(new AudienceDefined(id, expected, instant(market.now())));
    }

    private void buy() {
        gone = false;
        fading = false;
        var subscription = new Subscription(this, "l-" + id + "-" + ++licenses, plannedUsers);
        subscription.sell();
        if (licenses == 1) {
            for (int i = 0; i < plannedUsers; i++) {
                var days = i < 2 ? luck.between(0, 3) : luck.between(1, 45);
                market.plan(inOfficeHours(market.now() + DAY, days, luck), () -> invite(subscription));
            }
            Ticket.planNext(this);
        } else {
            people.forEach(person -> person.comeBack(subscription));
        }
        market.plan(inOfficeHours(market.now(), DAYS_BETWEEN_RATINGS, luck), this::rate);
    }

    /** Somebody new is to use what it bought. */
    void invite(Subscription subscription) {
        if (!gone) {
            var person = new Person(this, "u-" + id + "-" + ++invited, luck);
            people.add(person);
            person.beInvited(subscription);
        }
    }

    private void rate() {
        if (gone) {
            return;
        }
        var rating = Math.clamp(Math.round(5 * eagerness() * luck.uniform(0.6, 1.2)), 1, 5);
        tell(new CustomerRated(id, rating, "", instant(market.now())));
        market.plan(inOfficeHours(market.now(), DAYS_BETWEEN_RATINGS, luck), this::rate);
    }

    /** It has made up its mind not to go on. */
    void fade() {
        fading = true;
    }

    /** It has thought better of it. */
    void recover() {
        fading = false;
    }

    /** Its last day is over. */
    void leave() {
        gone = true;
        var reason = luck.oneOfTheFirst(REASONS);
        var now = market.now();
        tell(new CustomerChurned(id, dayOf(now), reason, "", instant(now)));
        if (luck.chance(0.4)) {
            market.plan(
                    inOfficeHours(now, luck.between(1, 10), luck),
                    () -> tell(new ExitInterviewed(id, reason, List.of(reason), "", instant(market.now()))));
        }
        if (luck.chance(0.12)) {
            market.plan(inOfficeHours(now, luck.between(20, 150), luck), this::returnOnce);
        }
    }

    private void returnOnce() {
        tell(new CustomerWonBack(id, dayOf(market.now()), instant(market.now())));
        market.plan(market.now() + 10 * MINUTE, this::buy);
    }

    private void tell(CustomerEvent event) {
        market.tell(history, id, null, event);
    }
}
