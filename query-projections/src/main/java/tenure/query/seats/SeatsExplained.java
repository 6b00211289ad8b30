package tenure.query.seats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.life.LivesProjection;
import tenure.query.seats.PersonDays.Count;
import tenure.query.seats.SeatCount.LicenseDay;
import tenure.query.seats.SeatTally.Measure;
import tenure.query.seats.Seating.Seat;
import tenure.query.seats.SeatsReader.Ledgers;
import tenure.query.shared.FigureSource;

/**
 * Names the events behind the figures of the seat ledger. Those of a customer are its licenses, its seats and its people;
 * those of all customers are the customers, each of whom has the figure of its own.
 */
@Component
class SeatsExplained implements FigureSource {

    /** The views that the ledger is computed from. */
    static final List<String> VIEWS = List.of(SeatsProjection.NAME, LivesProjection.NAME);

    private static final String SOLD = SeatFigures.name("sold");
    private static final Map<String, Count> OF_PEOPLE = Map.of(
            SeatFigures.name("logged-on"), Count.LOGGED_ON,
            SeatFigures.name("trained"), Count.TRAINED,
            SeatFigures.name("active28"), Count.ACTIVE28,
            SeatFigures.name("engaged28"), Count.ENGAGED28,
            SeatFigures.name("deployed"), Count.DEPLOYED);
    private static final String ASSIGNED = SeatFigures.name("assigned");

    private final SeatsReader reader;

    SeatsExplained(SeatsReader reader) {
        this.reader = reader;
    }

    @Override
    public Set<String> projections() {
        return Set.copyOf(VIEWS);
    }

    @Override
    public Set<String> figures() {
        return Stream.of(
                        Stream.of(SOLD, ASSIGNED),
                        OF_PEOPLE.keySet().stream(),
                        Stream.of(Measure.values()).flatMap(measure -> Stream.of(gap(measure), overage(measure))))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static String gap(Measure measure) {
        return SeatFigures.name("gap-" + measure.word());
    }

    private static String overage(Measure measure) {
        return SeatFigures.name("overage-" + measure.word());
    }

    @Override
    public List<Evidence> evidence(Asked asked) {
        var day = asked.at().asOf().day();
        var customerId = asked.customerId();
        if (customerId != null) {
            return new OfCustomer(reader.one(customerId, asked.at()), day, asked.subject()).evidence(asked.figure());
        }
        var customers = new ArrayList<Evidence>();
        reader.each(asked.at(), ledgers -> {
            var evidence = new OfCustomer(ledgers, day, null).evidence(asked.figure());
            long counts = evidence.stream().mapToLong(Evidence::counts).sum();
            if (counts != 0) {
                customers.add(new Evidence(ledgers.seats().customerId(), counts, List.of()));
            }
        });
        return customers;
    }

    /** The figures of one customer on a day, or of one of its licenses. */
    private static final class OfCustomer {

        private final Ledgers ledgers;
        private final LocalDate day;
        private final @Nullable String licenseId;
        private final List<LicenseDay> licenses;

        OfCustomer(Ledgers ledgers, LocalDate day, @Nullable String licenseId) {
            this.ledgers = ledgers;
            this.day = day;
            this.licenseId = licenseId;
            this.licenses = ledgers.seats().on(day).licenses().stream()
                    .filter(license -> licenseId == null || licenseId.equals(license.licenseId()))
                    .toList();
        }

        List<Evidence> evidence(String figure) {
            if (figure.equals(SOLD)) {
                return sold();
            }
            if (figure.equals(ASSIGNED)) {
                return assigned();
            }
            var count = OF_PEOPLE.get(figure);
            if (count != null) {
                return people(count);
            }
            for (var measure : Measure.values()) {
                if (figure.equals(gap(measure))) {
                    return isKnown(measure) ? beyond(sold(), measured(measure)) : List.of();
                }
                if (figure.equals(overage(measure))) {
                    return isKnown(measure) ? beyond(measured(measure), sold()) : List.of();
                }
            }
            throw new IllegalArgumentException("No figure of seats: " + figure);
        }

        private boolean isKnown(Measure measure) {
            return ledgers.basis(day) == SeatBasis.PERSONS
                    || (measure == Measure.ACTIVITY
                            && licenseId == null
                            && ledgers.people().busiestCount(day) != null);
        }

        private List<Evidence> sold() {
            return licenses.stream()
                    .map(license -> new Evidence(
                            license.licenseId(),
                            license.inForce().seats(),
                            license.inForce().positions()))
                    .toList();
        }

        private List<Evidence> assigned() {
            return licenses.stream()
                    .flatMap(license -> license.held().stream())
                    .map(seat -> new Evidence(seat.userId(), 1, List.of(seat.assignedAt())))
                    .toList();
        }

        private List<Evidence> measured(Measure measure) {
            return switch (measure) {
                case ASSIGNMENT -> assigned();
                case LOG_ON -> people(Count.LOGGED_ON);
                case TRAINING -> people(Count.TRAINED);
                case ACTIVITY -> people(Count.ACTIVE28);
            };
        }

        private List<Evidence> people(Count count) {
            if (ledgers.basis(day) == SeatBasis.DAY_TOTALS) {
                return count == Count.ACTIVE28 && licenseId == null ? busiest() : List.of();
            }
            return ledgers.people().counted(count, day, among()).entrySet().stream()
                    .map(person -> new Evidence(person.getKey(), 1, person.getValue()))
                    .toList();
        }

        private Predicate<String> among() {
            if (licenseId == null) {
                return user -> true;
            }
            return licenses.stream()
                    .flatMap(license -> license.held().stream())
                    .map(Seat::userId)
                    .collect(Collectors.toSet())::contains;
        }

        private List<Evidence> busiest() {
            var busiest = ledgers.people().busiest(day);
            return busiest == null
                    ? List.of()
                    : List.of(new Evidence(
                            busiest.day().toString(),
                            Objects.requireNonNullElse(busiest.activeUsers(), 0),
                            List.of(busiest.position())));
        }

        /** What there is of one thing beyond another: nothing when there is less of it. */
        private static List<Evidence> beyond(List<Evidence> more, List<Evidence> less) {
            if (sum(more) <= sum(less)) {
                return List.of();
            }
            return Stream.concat(
                            more.stream(),
                            less.stream()
                                    .map(thing -> new Evidence(thing.subject(), -thing.counts(), thing.positions())))
                    .toList();
        }

        private static long sum(List<Evidence> things) {
            return things.stream().mapToLong(Evidence::counts).sum();
        }
    }
}
