package tenure.domain.license;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tenure.domain.license.LicenseRefusal.ALREADY_CANCELLED;
import static tenure.domain.license.LicenseRefusal.CANCELLED_BEFORE_START;
import static tenure.domain.license.LicenseRefusal.CURRENCY_DIFFERS;
import static tenure.domain.license.LicenseRefusal.OUTSIDE_TERM;
import static tenure.domain.license.LicenseRefusal.TERMS_OVERLAP;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import tenure.domain.license.LicenseCommand.CancelLicense;
import tenure.domain.license.LicenseCommand.ChangePlan;
import tenure.domain.license.LicenseCommand.ChangeSeats;
import tenure.domain.license.LicenseCommand.RenewLicense;
import tenure.domain.license.LicenseCommand.SellLicense;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;

/** A contract for seats of a product, from its sale over its renewals to its end. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class License {

    @AggregateIdentifier
    private LicenseId id;

    private final Contract contract = new Contract();

    @AggregateMember
    private final Seating seating = new Seating(contract);

    @AggregateMember
    private final EndOfTerm endOfTerm = new EndOfTerm(contract);

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
        mustBePaidForOn(command.effectiveOn());
        boolean inForce = contract.has(command.seats(), command.pricePerSeatMinorUnits(), command.effectiveOn());
        if (!inForce) {
            seating.mustFitInto(
                    command.seats().value(), command.release(), contract.nextSeatsAfter(command.effectiveOn()));
        }

        seating.release(command.release(), command.occurredAt());
        if (!inForce) {
            apply(new SeatsChanged(
                    id.value(),
                    contract.customerId(),
                    command.seats().value(),
                    command.pricePerSeatMinorUnits().value(),
                    command.effectiveOn(),
                    command.occurredAt()));
        }
    }

    @CommandHandler
    void decide(ChangePlan command) {
        mustBePaidForOn(command.effectiveOn());
        if (contract.has(command.plan().value(), command.pricePerSeatMinorUnits(), command.effectiveOn())) {
            return;
        }

        apply(new PlanChanged(
                id.value(),
                contract.customerId(),
                command.plan().value(),
                command.pricePerSeatMinorUnits().value(),
                command.effectiveOn(),
                command.occurredAt()));
    }

    private void mustBePaidForOn(LocalDate day) {
        OUTSIDE_TERM.refuseWhen(!contract.covers(day));
        ALREADY_CANCELLED.refuseWhen(contract.isCancelledBy(day));
    }

    @CommandHandler
    void decide(RenewLicense command) {
        if (contract.hasAsLast(command)) {
            seating.release(command.release(), command.occurredAt());
            return;
        }
        ALREADY_CANCELLED.refuseWhen(contract.cancelledOn() != null);
        CURRENCY_DIFFERS.refuseWhen(!command.currency().value().equals(contract.currency()));
        TERMS_OVERLAP.refuseWhen(command.startsOn().isBefore(contract.endsOn()));
        seating.mustFitInto(command.seats().value(), command.release(), LocalDate.MAX);

        seating.release(command.release(), command.occurredAt());
        endOfTerm.withdrawNotice(command.occurredAt());
        apply(new LicenseRenewed(
                id.value(),
                contract.customerId(),
                command.plan().value(),
                command.seats().value(),
                command.pricePerSeatMinorUnits().value(),
                contract.currency(),
                command.startsOn(),
                command.endsOn(),
                command.autoRenew(),
                command.occurredAt()));
    }

    @CommandHandler
    void decide(CancelLicense command) {
        if (command.effectiveOn().equals(contract.cancelledOn())) {
            return;
        }
        ALREADY_CANCELLED.refuseWhen(contract.cancelledOn() != null);
        CANCELLED_BEFORE_START.refuseWhen(command.effectiveOn().isBefore(contract.startsOn()));
        OUTSIDE_TERM.refuseWhen(command.effectiveOn().isAfter(contract.endsOn()));

        apply(new LicenseCancelled(id.value(), contract.customerId(), command.effectiveOn(), command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(LicenseSold event) {
        id = new LicenseId(event.licenseId());
        contract.sold(event);
    }

    @EventSourcingHandler
    void evolve(LicenseRenewed event) {
        contract.renewed(event);
    }

    @EventSourcingHandler
    void evolve(SeatsChanged event) {
        contract.changed(event);
    }

    @EventSourcingHandler
    void evolve(PlanChanged event) {
        contract.changed(event);
    }

    @EventSourcingHandler
    void evolve(LicenseCancelled event) {
        contract.cancelled(event);
    }
}
