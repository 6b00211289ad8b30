package tenure.query.revenue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.query.revenue.LicenseLedger.Term;
import tenure.query.revenue.Span.Paid;

/**
 * A term whose renewal was due, and what came of it. A term that was cut short stays due on the day it would have ended,
 * and is lost: else those who leave early would not count.
 *
 * @param dueOn     first day after the term
 * @param target    what was paid per month at its end
 * @param renewed   what the next term pays per month on its first day; 0 when there is none in time
 * @param renewedOn first day of the next term; null when there is none in time
 * @param notice    whether a notice stands
 * @param reason    code of why it was lost, or of the notice; null when nobody said
 * @param positions events that say so, oldest first
 */
record Renewal(
        String customerId,
        String licenseId,
        String currency,
        String plan,
        LocalDate dueOn,
        long target,
        long renewed,
        @Nullable LocalDate renewedOn,
        RenewalOutcome outcome,
        boolean notice,
        @Nullable String reason,
        List<Long> positions) {

    /** The renewals of a customer that are due in {@code [from, to)}, in the order of licenses and days. */
    static List<Renewal> of(AccountLedger account, LocalDate from, LocalDate to, int gap, LocalDate asOf) {
        var found = new ArrayList<Renewal>();
        for (var license : account.licenses()) {
            for (var term : license.terms()) {
                var last = lastOf(license, term);
                if (last != null
                        && !term.endsOn().isBefore(from)
                        && term.endsOn().isBefore(to)) {
                    found.add(of(account, license, term, last, gap, asOf));
                }
            }
        }
        return found;
    }

    /** The last days of a term that were paid for; null when it never began. */
    private static @Nullable Span lastOf(LicenseLedger license, Term term) {
        return license.spans().stream()
                .filter(span -> span.from().isBefore(term.endsOn()) && span.to().isAfter(term.startsOn()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Renewal of(
            AccountLedger account, LicenseLedger license, Term term, Span last, int gap, LocalDate asOf) {
        var target = last.paid();
        var next = license.termFrom(term.endsOn());
        var inTime = next != null && !next.startsOn().isAfter(term.endsOn().plusDays(gap));
        var renewed = next != null && inTime ? license.on(next.startsOn(), 0) : null;
        var outcome = outcome(
                account,
                license,
                term,
                last,
                next,
                renewed,
                asOf.isBefore(term.endsOn().plusDays(gap)));
        var notice = license.noticeFor(term);
        var positions = new TreeSet<>(target.positions());
        if (renewed != null) {
            positions.addAll(renewed.positions());
        }
        var reason = notice == null ? null : notice.reason();
        if (notice != null) {
            positions.add(notice.position());
        }
        if (outcome == RenewalOutcome.LOST) {
            var departure = account.departure(term.startsOn(), term.endsOn().plusDays(gap));
            if (departure.isPresent()) {
                reason = departure.get().reason();
                positions.addAll(departure.get().positions());
            }
            if (license.isCancelledBy(term.endsOn())) {
                positions.add(license.cancelledAt());
            }
        }
        return new Renewal(
                account.customerId(),
                license.licenseId(),
                license.currency(),
                target.plan(),
                term.endsOn(),
                target.minorUnits(),
                renewed == null ? 0 : renewed.minorUnits(),
                next != null && renewed != null ? next.startsOn() : null,
                outcome,
                notice != null,
                reason,
                List.copyOf(positions));
    }

    private static RenewalOutcome outcome(
            AccountLedger account,
            LicenseLedger license,
            Term term,
            Span last,
            @Nullable Term next,
            @Nullable Paid renewed,
            boolean stillInTime) {
        if (renewed != null) {
            int compared = Long.compare(renewed.minorUnits(), last.paid().minorUnits());
            return compared == 0
                    ? RenewalOutcome.RENEWED
                    : compared < 0 ? RenewalOutcome.SMALLER : RenewalOutcome.LARGER;
        }
        var ended = next != null
                || last.to().isBefore(term.endsOn())
                || license.isCancelledBy(term.endsOn())
                || account.isAwayOn(term.endsOn());
        return ended || !stillInTime ? RenewalOutcome.LOST : RenewalOutcome.OPEN;
    }

    /** What of the target goes on. */
    long kept() {
        return Math.min(target, renewed);
    }

    /** What of the target is lost, once that is decided. */
    long churn() {
        return outcome == RenewalOutcome.OPEN ? 0 : target - kept();
    }
}
