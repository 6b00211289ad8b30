package tenure.query.revenue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.revenue.Span.Paid;

/** The contract of one license: its terms, and what is paid for on each day of them. */
final class LicenseLedger {

    /** A term as it was agreed. */
    record Term(LocalDate startsOn, LocalDate endsOn, long position) {}

    /** What a notice says. */
    record Notice(String reason, long position) {}

    private record Told<V>(V value, long position) {}

    private final String licenseId;
    private final TreeMap<LocalDate, Term> terms = new TreeMap<>();
    private final TreeMap<LocalDate, Told<String>> plans = new TreeMap<>();
    private final TreeMap<LocalDate, Told<Integer>> seats = new TreeMap<>();
    private final TreeMap<LocalDate, Told<Long>> prices = new TreeMap<>();

    /** Notices that stand, by the end of the term that they are for. */
    private final Map<LocalDate, Notice> notices = new HashMap<>();

    private String currency = "";
    private @Nullable Told<LocalDate> cancelled;
    private List<Span> spans = List.of();

    LicenseLedger(String licenseId) {
        this.licenseId = licenseId;
    }

    /** Takes in what an event says; events come in the order of the log. */
    void take(RevenueFact fact) {
        switch (fact.kind()) {
            case SOLD, RENEWED -> {
                var day = requireNonNull(fact.day());
                terms.put(day, new Term(day, requireNonNull(fact.endsOn()), fact.position()));
                currency = requireNonNull(fact.agreed().currency());
                agree(day, fact);
            }
            case SEATS_CHANGED, PLAN_CHANGED -> agree(requireNonNull(fact.day()), fact);
            case CANCELLED -> cancelled = new Told<>(requireNonNull(fact.day()), fact.position());
            case NOTICE_GIVEN ->
                notices.put(requireNonNull(fact.endsOn()), new Notice(requireNonNull(fact.reason()), fact.position()));
            case NOTICE_WITHDRAWN -> notices.clear();
            default -> throw new IllegalArgumentException("Of no license: " + fact);
        }
    }

    private void agree(LocalDate day, RevenueFact fact) {
        var agreed = fact.agreed();
        if (agreed.plan() != null) {
            plans.put(day, new Told<>(agreed.plan(), fact.position()));
        }
        if (agreed.seats() != null) {
            seats.put(day, new Told<>(agreed.seats(), fact.position()));
        }
        if (agreed.price() != null) {
            prices.put(day, new Told<>(agreed.price(), fact.position()));
        }
    }

    /** Works out what is paid on each day, when all events are taken in. While the customer is away, nothing is. */
    LicenseLedger settled(NavigableMap<LocalDate, Boolean> away) {
        var days = new TreeSet<LocalDate>(away.keySet());
        terms.values().forEach(term -> days.addAll(List.of(term.startsOn(), term.endsOn())));
        Stream.of(plans, seats, prices).forEach(agreed -> days.addAll(agreed.keySet()));
        if (cancelled != null) {
            days.add(cancelled.value());
        }
        var found = new ArrayList<Span>();
        LocalDate from = null;
        for (var day : days) {
            if (from != null) {
                var term = termOn(from);
                if (term != null && !isCancelledBy(from) && !isAway(away, from)) {
                    found.add(new Span(from, day, paid(term, from)));
                }
            }
            from = day;
        }
        spans = List.copyOf(found);
        return this;
    }

    private @Nullable Term termOn(LocalDate day) {
        return terms.headMap(day, true).descendingMap().values().stream()
                .filter(term -> day.isBefore(term.endsOn()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isAway(NavigableMap<LocalDate, Boolean> away, LocalDate day) {
        var last = away.floorEntry(day);
        return last != null && last.getValue();
    }

    private Paid paid(Term term, LocalDate day) {
        var plan = plans.floorEntry(day).getValue();
        var seat = seats.floorEntry(day).getValue();
        var price = prices.floorEntry(day).getValue();
        return new Paid(
                Math.multiplyExact(seat.value(), price.value()),
                plan.value(),
                LongStream.of(term.position(), plan.position(), seat.position(), price.position())
                        .sorted()
                        .distinct()
                        .boxed()
                        .toList());
    }

    /** What is paid on a day; a gap of so many days at most before the license goes on counts as paid like before it. */
    @Nullable Paid on(LocalDate day, int allowedGapDays) {
        Span before = null;
        for (var span : spans) {
            if (span.covers(day)) {
                return span.paid();
            }
            if (span.from().isAfter(day)) {
                return before != null && !before.to().plusDays(allowedGapDays).isBefore(span.from())
                        ? before.paid()
                        : null;
            }
            before = span;
        }
        return null;
    }

    String licenseId() {
        return licenseId;
    }

    String currency() {
        return currency;
    }

    List<Span> spans() {
        return spans;
    }

    /** In the order in which they start. */
    List<Term> terms() {
        return List.copyOf(terms.values());
    }

    /** The first term that starts on a day or after it. */
    @Nullable Term termFrom(LocalDate day) {
        var next = terms.ceilingEntry(day);
        return next == null ? null : next.getValue();
    }

    /** The notice that stands for a term; null when there is none. */
    @Nullable Notice noticeFor(Term term) {
        return notices.get(term.endsOn());
    }

    boolean isCancelledBy(LocalDate day) {
        return cancelled != null && !day.isBefore(cancelled.value());
    }

    /** Position of the cancellation; 0 when there is none. */
    long cancelledAt() {
        return cancelled == null ? 0 : cancelled.position();
    }
}
