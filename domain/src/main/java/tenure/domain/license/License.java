package tenure.domain.license;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tenure.domain.license.LicenseRefusal.ALREADY_CANCELLED;
import static tenure.domain.license.LicenseRefusal.CANCELLED_BEFORE_START;
import static tenure.domain.license.LicenseRefusal.CURRENCY_DIFFERS;
import static tenure.domain.license.LicenseRefusal.OUTSIDE_TERM;
import static tenure.domain.license.LicenseRefusal.TERMS_OVERLAP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.license.LicenseCommand.CancelLicense;
import tenure.domain.license.LicenseCommand.ChangeSeats;
import tenure.domain.license.LicenseCommand.RenewLicense;
import tenure.domain.license.LicenseCommand.SellLicense;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.SeatsChanged;

/** A contract for seats of a product: terms in their order, and what is paid for on each day of them. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class License {

    @AggregateIdentifier
    private LicenseId id;

    private String customerId;
    private String currency;
    private @Nullable LocalDate cancelledOn;
    private Agreement last;

    private final List<Term> terms = new ArrayList<>();
    /** By the first day it holds, because a renewal may be agreed while seats of the running term still change. */
    private final TreeMap<LocalDate, Deal> deals = new TreeMap<>();

    /** For Axon, which fills it from its events. */
    protected License() {}

    @CommandHandler
    License(SellLicense command) {
        apply(new LicenseSold(
                command.licenseId().value(),
                command.customerId().value(),
                command.product().value(),
                command.plan().value(),
                command.seats().value(),
                command.pricePerSeatMinorUnits().value(),
                command.currency().value(),
                command.startsOn(),
                command.endsOn(),
                command.autoRenew(),
                command.occurredAt()));
    }

    @CommandHandler
    void decide(ChangeSeats command) {
        var wanted = new Deal(
                command.seats().value(), command.pricePerSeatMinorUnits().value());
        OUTSIDE_TERM.refuseWhen(terms.stream().noneMatch(term -> term.covers(command.effectiveOn())));
        ALREADY_CANCELLED.refuseWhen(
                cancelledOn != null && !command.effectiveOn().isBefore(cancelledOn));
        if (wanted.equals(deals.floorEntry(command.effectiveOn()).getValue())) {
            return;
        }

        apply(new SeatsChanged(
                id.value(),
                customerId,
                wanted.seats(),
                wanted.pricePerSeatMinorUnits(),
                command.effectiveOn(),
                command.occurredAt()));
    }

    @CommandHandler
    void decide(RenewLicense command) {
        var wanted = new Agreement(
                command.plan().value(),
                new Deal(
                        command.seats().value(),
                        command.pricePerSeatMinorUnits().value()),
                new Term(command.startsOn(), command.endsOn()),
                command.autoRenew());
        if (wanted.equals(last) && Objects.equals(currency, command.currency().value())) {
            return;
        }
        ALREADY_CANCELLED.refuseWhen(cancelledOn != null);
        CURRENCY_DIFFERS.refuseWhen(!command.currency().value().equals(currency));
        TERMS_OVERLAP.refuseWhen(command.startsOn().isBefore(last.term().endsOn()));

        apply(new LicenseRenewed(
                id.value(),
                customerId,
                wanted.plan(),
                wanted.deal().seats(),
                wanted.deal().pricePerSeatMinorUnits(),
                currency,
                command.startsOn(),
                command.endsOn(),
                command.autoRenew(),
                command.occurredAt()));
    }

    @CommandHandler
    void decide(CancelLicense command) {
        if (command.effectiveOn().equals(cancelledOn)) {
            return;
        }
        ALREADY_CANCELLED.refuseWhen(cancelledOn != null);
        CANCELLED_BEFORE_START.refuseWhen(
                command.effectiveOn().isBefore(terms.getFirst().startsOn()));
        OUTSIDE_TERM.refuseWhen(command.effectiveOn().isAfter(last.term().endsOn()));

        apply(new LicenseCancelled(id.value(), customerId, command.effectiveOn(), command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(LicenseSold event) {
        id = new LicenseId(event.licenseId());
        customerId = event.customerId();
        currency = event.currency();
        agree(
                event.plan(),
                new Deal(event.seats(), event.pricePerSeatMinorUnits()),
                new Term(event.startsOn(), event.endsOn()),
                event.autoRenew());
    }

    @EventSourcingHandler
    void evolve(LicenseRenewed event) {
        agree(
                event.plan(),
                new Deal(event.seats(), event.pricePerSeatMinorUnits()),
                new Term(event.startsOn(), event.endsOn()),
                event.autoRenew());
    }

    @EventSourcingHandler
    void evolve(SeatsChanged event) {
        deals.put(event.effectiveOn(), new Deal(event.seats(), event.pricePerSeatMinorUnits()));
    }

    @EventSourcingHandler
    void evolve(LicenseCancelled event) {
        cancelledOn = event.effectiveOn();
    }

    private void agree(String plan, Deal deal, Term term, boolean autoRenew) {
        last = new Agreement(plan, deal, term, autoRenew);
        terms.add(term);
        deals.put(term.startsOn(), deal);
    }

    private record Deal(int seats, long pricePerSeatMinorUnits) {}

    private record Agreement(String plan, Deal deal, Term term, boolean autoRenew) {}
}
