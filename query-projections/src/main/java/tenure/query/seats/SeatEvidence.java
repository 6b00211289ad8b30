package tenure.query.seats;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.PersonDays.Count;
import tenure.query.seats.SeatCount.LicenseDay;
import tenure.query.seats.SeatTally.Measure;
import tenure.query.seats.Seating.Seat;
import tenure.query.seats.SeatsReader.Ledgers;
import tenure.query.shared.FigureSource.Evidence;

/** What the figures of one customer on a day, or of one of its licenses, were counted from. */
final class SeatEvidence {

    private final Ledgers ledgers;
    private final LocalDate day;
    private final @Nullable String licenseId;
    private final List<LicenseDay> licenses;

    /**
     * The figures of a customer.
     *
     * @param licenseId only of this license; null: of all of them
     */
    SeatEvidence(Ledgers ledgers, LocalDate day, @Nullable String licenseId) {
        this.ledgers = ledgers;
        this.day = day;
        this.licenseId = licenseId;
        this.licenses = ledgers.seats().on(day).licenses().stream()
                .filter(license -> licenseId == null || licenseId.equals(license.licenseId()))
                .toList();
    }

    List<Evidence> gap(Measure measure) {
        return isKnown(measure) ? beyond(sold(), measured(measure)) : List.of();
    }

    List<Evidence> overage(Measure measure) {
        return isKnown(measure) ? beyond(measured(measure), sold()) : List.of();
    }

    private boolean isKnown(Measure measure) {
        return ledgers.basis(day) == SeatBasis.PERSONS
                || (measure == Measure.ACTIVITY
                        && licenseId == null
                        && ledgers.people().busiestCount(day) != null);
    }

    List<Evidence> sold() {
        return licenses.stream()
                .map(license -> new Evidence(
                        license.licenseId(),
                        license.inForce().seats(),
                        license.inForce().positions()))
                .toList();
    }

    List<Evidence> assigned() {
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

    List<Evidence> people(Count count) {
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
                        less.stream().map(thing -> new Evidence(thing.subject(), -thing.counts(), thing.positions())))
                .toList();
    }

    private static long sum(List<Evidence> things) {
        return things.stream().mapToLong(Evidence::counts).sum();
    }
}
