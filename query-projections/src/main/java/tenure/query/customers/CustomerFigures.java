package tenure.query.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.customers.Contracts.InForce;
import tenure.query.life.Life;
import tenure.query.life.LivesProjection;
import tenure.query.people.DaysOfUse;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource;
import tenure.query.shared.Money;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** The events behind the figures of customers. */
@Component
class CustomerFigures implements FigureSource {

    private static final String LIVE = "customers.live";
    private static final String CHURNED = "customers.churned";
    private static final String SEATS = "customers.seats";
    private static final String REVENUE = "customers.revenue";
    private static final String USAGE = "customers.usage";

    private final Portfolios portfolios;

    CustomerFigures(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /**
     * Makes figures, with the addresses that explain them.
     *
     * @param customerId whose they are; null: of all customers
     */
    record Of(Standpoint at, @Nullable String customerId) {

        Figure live(long value) {
            return Figure.of(value, LIVE, at, "customer", customerId);
        }

        Figure churned(long value) {
            return Figure.of(value, CHURNED, at, "customer", customerId);
        }

        Figure seats(long value) {
            return Figure.of(value, SEATS, at, "customer", customerId);
        }

        Figure revenue(Money money) {
            return Figure.of(money.minorUnits(), REVENUE, at, "customer", customerId, "subject", money.currency());
        }

        /** Actions from a day on. */
        Figure usage(long value, int from) {
            var first = LocalDate.ofEpochDay(from).toString();
            return Figure.of(value, USAGE, at, "customer", customerId, "from", first);
        }

        /** A figure of the seat ledger, which explains it. */
        Figure seats(String name, long value) {
            return Figure.of(value, "seats." + name, at, "customer", customerId);
        }
    }

    @Override
    public Set<String> projections() {
        return Set.of(LivesProjection.NAME);
    }

    @Override
    public Set<String> figures() {
        return Set.of(LIVE, CHURNED, SEATS, REVENUE, USAGE);
    }

    @Override
    public List<Evidence> evidence(Asked asked) {
        int day = Days.of(asked.at().asOf().day());
        return switch (asked.figure()) {
            case LIVE, CHURNED -> customers(asked, day);
            case SEATS -> terms(digests(asked), day, null, InForce::seats);
            case REVENUE -> terms(digests(asked), day, asked.subject(), InForce::monthlyMinorUnits);
            default -> usage(asked);
        };
    }

    private List<CustomerDigest> digests(Asked asked) {
        if (asked.customerId() == null) {
            return portfolios.digests(asked.at());
        }
        var digest = portfolios.digest(asked.customerId(), asked.at());
        return digest == null ? List.of() : List.of(digest);
    }

    private List<Evidence> customers(Asked asked, int day) {
        var evidence = new ArrayList<Evidence>();
        for (var digest : digests(asked)) {
            var known = digest.identity().on(day);
            var last = digest.departures().last(day);
            boolean gone = last != null && last.left();
            if (known != null && gone == asked.figure().equals(CHURNED)) {
                evidence.add(customer(digest.customerId(), known, last));
            }
        }
        return evidence;
    }

    /** It signed up, and left or came back last. */
    static Evidence customer(String customerId, Identity.Known known, Departures.@Nullable Told last) {
        var told = last == null ? known.registeredAt() : last.position();
        return new Evidence(
                customerId,
                1,
                Stream.of(known.registeredAt(), told).distinct().sorted().toList());
    }

    /**
     * Terms in force.
     *
     * @param currency the only one that counts; null: all do
     */
    static List<Evidence> terms(
            List<CustomerDigest> digests, int day, @Nullable String currency, ToLongFunction<InForce> counts) {
        var evidence = new ArrayList<Evidence>();
        for (var digest : digests) {
            for (var term : digest.contracts().on(day)) {
                if (currency == null || currency.equals(term.currency())) {
                    evidence.add(new Evidence(term.licenseId(), counts.applyAsLong(term), term.positions()));
                }
            }
        }
        return evidence;
    }

    private List<Evidence> usage(Asked asked) {
        if (asked.customerId() == null) {
            throw Refusals.badParameter("customer", "MISSING", "'customer' is needed: use is explained of one.");
        }
        var from = asked.from() == null ? LocalDate.MIN : asked.from();
        var evidence = portfolios.fold(
                asked.customerId(),
                asked.at(),
                (life, definitions) -> usage(life, from, asked.at().asOf().day()));
        return Objects.requireNonNullElse(evidence, List.of());
    }

    /** A day counts with what told of it: the report that was made of it last, else all that persons did. */
    private static List<Evidence> usage(Life life, LocalDate from, LocalDate until) {
        var reported = new TreeMap<LocalDate, Long>();
        var seen = new TreeMap<LocalDate, List<Long>>();
        for (var happened : life.events()) {
            switch (happened.event()) {
                case UsageDayReported event -> reported.put(event.day(), happened.position());
                case LoggedOn event -> seen(seen, happened.position(), Days.of(happened.occurredAt()));
                case FeatureUsed event -> seen(seen, happened.position(), Days.of(happened.occurredAt()));
                default -> {
                    // Tells nothing of use.
                }
            }
        }
        var evidence = new ArrayList<Evidence>();
        DaysOfUse.of(life).days().forEach((day, did) -> {
            if (!day.isBefore(from) && !day.isAfter(until)) {
                var report = reported.get(day);
                evidence.add(new Evidence(
                        day.toString(),
                        did.actions(),
                        report == null ? seen.getOrDefault(day, List.of()) : List.of(report)));
            }
        });
        return evidence;
    }

    private static void seen(Map<LocalDate, List<Long>> seen, long position, int day) {
        seen.computeIfAbsent(LocalDate.ofEpochDay(day), any -> new ArrayList<>())
                .add(position);
    }
}
