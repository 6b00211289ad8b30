package tenure.query.seats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.SeatFact.Kind;

/**
 * What is known of one license: the seats that are paid for on each day, and who has them. A term is in force from its
 * first day to the day before {@code endsOn}, unless it is cancelled or the customer gone.
 */
final class LicenseLedger {

    private final String licenseId;
    private final Departures departures;
    private final List<SeatFact> terms = new ArrayList<>();
    private final List<SeatFact> changes = new ArrayList<>();
    private final List<SeatFact> cancellations = new ArrayList<>();
    private final List<SeatFact> notices = new ArrayList<>();
    private final Seating seating;

    /**
     * The ledger of one license.
     *
     * @param facts of this license, in the order of the log
     */
    LicenseLedger(String licenseId, Departures departures, List<SeatFact> facts) {
        this.licenseId = licenseId;
        this.departures = departures;
        for (var fact : facts) {
            switch (fact.kind()) {
                case SOLD, RENEWED -> terms.add(fact);
                case SEATS_CHANGED, PLAN_CHANGED -> changes.add(fact);
                case CANCELLED -> cancellations.add(fact);
                case NOTICE_GIVEN, NOTICE_WITHDRAWN -> notices.add(fact);
                default -> {
                    // Of seats that are taken and given back: below.
                }
            }
        }
        this.seating = new Seating(facts);
    }

    String licenseId() {
        return licenseId;
    }

    Seating seating() {
        return seating;
    }

    /** What is licensed; null while only a renewal is known. */
    @Nullable String product() {
        return terms.stream()
                .map(SeatFact::label)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What the license gives on a day; nothing when no term is in force. */
    Optional<InForce> on(LocalDate day) {
        if (departures.gone(day) || cancellation(day) != null) {
            return Optional.empty();
        }
        SeatFact term = null;
        for (var fact : terms) {
            if (fact.countsOn(day) && endsOn(fact).isAfter(day) && isNewer(fact, term)) {
                term = fact;
            }
        }
        return term == null ? Optional.empty() : Optional.of(inForce(term, day));
    }

    private InForce inForce(SeatFact term, LocalDate day) {
        SeatFact seats = null;
        SeatFact plan = null;
        SeatFact price = term;
        for (var change : changes) {
            if (!change.countsOn(day) || change.day().isBefore(term.day())) {
                continue;
            }
            if (change.kind() == Kind.SEATS_CHANGED) {
                seats = isNewer(change, seats) ? change : seats;
            } else {
                plan = isNewer(change, plan) ? change : plan;
            }
            price = isNewer(change, price) ? change : price;
        }
        return new InForce(
                Objects.requireNonNull((plan == null ? term : plan).plan()),
                (seats == null ? term : seats).seats(),
                price.pricePerSeatMinorUnits(),
                Objects.requireNonNull(term.currency()),
                term.day(),
                endsOn(term),
                Stream.of(term, seats, plan)
                        .filter(Objects::nonNull)
                        .map(SeatFact::position)
                        .sorted()
                        .toList());
    }

    /** Of facts that replace each other the later day counts; of the same day, the one that the log has later. */
    private static boolean isNewer(SeatFact fact, @Nullable SeatFact known) {
        return known == null || !fact.day().isBefore(known.day());
    }

    /** What ended the license by a day; null when nothing cut it short. */
    @Nullable SeatFact cancellation(LocalDate day) {
        SeatFact last = null;
        for (var fact : cancellations) {
            last = SeatFact.dayOf(fact.occurredAt()).isAfter(day) ? last : fact;
        }
        return last == null || last.day().isAfter(day) ? null : last;
    }

    /** Day of the notice that stands on a day; null when none does. */
    @Nullable LocalDate noticeGivenOn(LocalDate day) {
        SeatFact last = null;
        for (var fact : notices) {
            last = fact.countsOn(day) ? fact : last;
        }
        return last == null || last.kind() == Kind.NOTICE_WITHDRAWN ? null : last.day();
    }

    /** First day of the first term that counts on a day; null when none does. */
    @Nullable LocalDate firstStartsOn(LocalDate day) {
        return terms.stream()
                .filter(term -> term.countsOn(day))
                .map(SeatFact::day)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Since when anything of it has been agreed; null while only a change or an end is known. */
    @Nullable LocalDate knownSince() {
        return terms.stream().map(SeatFact::since).min(LocalDate::compareTo).orElse(null);
    }

    /** What the license gives, by the first day on which that may be something else than before. */
    NavigableMap<LocalDate, Optional<InForce>> states() {
        var states = new TreeMap<LocalDate, Optional<InForce>>();
        for (var day : daysOfChange()) {
            states.put(day, on(day));
        }
        return states;
    }

    /** The days on which what the license gives may become something else. */
    NavigableSet<LocalDate> daysOfChange() {
        var days = new TreeSet<LocalDate>(departures.days());
        for (var term : terms) {
            days.add(term.since());
            days.add(endsOn(term));
        }
        Stream.concat(changes.stream(), cancellations.stream())
                .map(SeatFact::since)
                .forEach(days::add);
        return days;
    }

    private static LocalDate endsOn(SeatFact term) {
        return Objects.requireNonNull(term.endsOn());
    }
}
