package tenure.query.seats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.life.Life;
import tenure.query.seats.SeatCount.LicenseDay;
import tenure.query.seats.SeatFact.Kind;

/** What is known of the seats of one customer, on every day. */
final class CustomerLedger {

    private final String customerId;
    private final List<SeatFact> names = new ArrayList<>();
    private final Departures departures;
    private final TreeMap<String, LicenseLedger> licenses = new TreeMap<>();

    /**
     * Folds what is known.
     *
     * @param facts of this customer, in the order of the log
     */
    CustomerLedger(String customerId, List<SeatFact> facts) {
        this.customerId = customerId;
        var away = new ArrayList<SeatFact>();
        var ofLicenses = new TreeMap<String, List<SeatFact>>();
        for (var fact : facts) {
            switch (fact.kind()) {
                case REGISTERED, RENAMED -> names.add(fact);
                case CHURNED, WON_BACK -> away.add(fact);
                default ->
                    ofLicenses
                            .computeIfAbsent(fact.licenseId(), id -> new ArrayList<>())
                            .add(fact);
            }
        }
        departures = new Departures(away);
        ofLicenses.forEach((id, told) -> licenses.put(id, new LicenseLedger(id, departures, told)));
    }

    /** What a life tells. */
    static CustomerLedger of(Life life) {
        return new CustomerLedger(
                life.customerId(),
                life.events().stream()
                        .map(SeatFacts::of)
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    String customerId() {
        return customerId;
    }

    Collection<LicenseLedger> licenses() {
        return licenses.values();
    }

    Departures departures() {
        return departures;
    }

    /** Its name on a day; its id while none is known. */
    String name(LocalDate day) {
        SeatFact last = null;
        for (var fact : names) {
            if (fact.countsOn(day) && (last == null || !fact.day().isBefore(last.day()))) {
                last = fact;
            }
        }
        return last == null ? customerId : Objects.requireNonNullElse(last.label(), customerId);
    }

    /** Since when it has been one, by signing up or buying something; null when it has done neither. */
    @Nullable LocalDate knownSince() {
        return Stream.concat(
                        registrations().map(SeatFact::since),
                        licenses.values().stream()
                                .map(LicenseLedger::knownSince)
                                .flatMap(Stream::ofNullable))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Whether it had signed up, or bought something, by a day. */
    boolean isKnown(LocalDate day) {
        return isBy(knownSince(), day);
    }

    /** The day for which it signed up; the first of them when that is told more than once, null when it never is. */
    @Nullable LocalDate registeredOn() {
        return registrations().map(SeatFact::day).min(LocalDate::compareTo).orElse(null);
    }

    private Stream<SeatFact> registrations() {
        return names.stream().filter(fact -> fact.kind() == Kind.REGISTERED);
    }

    private static boolean isBy(@Nullable LocalDate first, LocalDate day) {
        return first != null && !first.isAfter(day);
    }

    boolean gone(LocalDate day) {
        return departures.gone(day);
    }

    /** The first day on which a seat was given to a user, even if it was taken back at once; null when none ever was. */
    @Nullable LocalDate firstAssignedOn() {
        return licenses.values().stream()
                .map(license -> license.seating().firstAssignedOn())
                .flatMap(Stream::ofNullable)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Whether any seat was ever given to a user by a day. */
    boolean hasAssigned(LocalDate day) {
        return isBy(firstAssignedOn(), day);
    }

    /** The days on which its name, its being there or what its licenses give may become something else. */
    NavigableSet<LocalDate> daysOfAgreements() {
        var days = new TreeSet<>(departures.days());
        names.forEach(fact -> days.add(fact.since()));
        licenses.values().forEach(license -> days.addAll(license.daysOfChange()));
        return days;
    }

    /** The seats on a day. */
    SeatCount on(LocalDate day) {
        var inForce = new ArrayList<LicenseDay>();
        for (var license : licenses.values()) {
            license.on(day)
                    .ifPresent(state -> inForce.add(new LicenseDay(
                            license.licenseId(),
                            license.product(),
                            state,
                            license.seating().heldOn(day),
                            license.noticeGivenOn(day),
                            startedOn(license, day))));
        }
        return new SeatCount(
                inForce,
                inForce.stream()
                        .map(LicenseDay::startedOn)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    /** Since when a license that is in force has been: its first term, or the customer's coming back after that. */
    private LocalDate startedOn(LicenseLedger license, LocalDate day) {
        var first = Objects.requireNonNull(license.firstStartsOn(day));
        var back = departures.last(day);
        return back == null || back.day().isBefore(first) ? first : back.day();
    }
}
