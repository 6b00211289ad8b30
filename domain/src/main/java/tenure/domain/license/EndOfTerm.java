package tenure.domain.license;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tenure.domain.license.LicenseRefusal.ALREADY_CANCELLED;
import static tenure.domain.license.LicenseRefusal.NOTICE_AFTER_TERM;
import static tenure.domain.license.LicenseRefusal.NOT_YET_OVER;
import static tenure.domain.license.LicenseRefusal.NO_NOTICE_GIVEN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import tenure.domain.license.LicenseCommand.ContinueLicense;
import tenure.domain.license.LicenseCommand.ExpireLicense;
import tenure.domain.license.LicenseCommand.GiveNotice;
import tenure.domain.license.LicenseCommand.OpenRenewalWindow;
import tenure.domain.license.LicenseCommand.WithdrawNotice;
import tenure.domain.license.event.LicenseExpired;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.license.event.RenewalWindowOpened;

/** How the terms of a {@link License} draw to their end: the window to renew, notice, and expiry. */
class EndOfTerm {

    private final Contract contract;
    private final Set<LocalDate> windows = new HashSet<>();
    private Notice notice = Notice.NONE;
    private boolean expired;

    EndOfTerm(Contract contract) {
        this.contract = contract;
    }

    /** By what was so at the moment it is about, so that it does not matter when it is sent. */
    @CommandHandler
    void decide(OpenRenewalWindow command) {
        if (windows.contains(command.termEndsOn())
                || !contract.hasTermThatEndsOn(command.termEndsOn())
                || contract.wentOnAfter(command.termEndsOn(), command.occurredAt())
                || contract.wasCancelledAt(command.occurredAt())) {
            return;
        }

        apply(new RenewalWindowOpened(
                contract.licenseId(), contract.customerId(), command.termEndsOn(), command.occurredAt()));
    }

    @CommandHandler
    void decide(GiveNotice command) {
        if (notice == Notice.GIVEN) {
            return;
        }
        ALREADY_CANCELLED.refuseWhen(contract.cancelledOn() != null);
        NOTICE_AFTER_TERM.refuseWhen(isOver(command.occurredAt()));

        apply(new NoticeGiven(
                contract.licenseId(),
                contract.customerId(),
                contract.endsOn(),
                command.reasonCode().value(),
                command.reasonText().value(),
                command.occurredAt()));
    }

    @CommandHandler
    void decide(WithdrawNotice command) {
        if (notice == Notice.WITHDRAWN) {
            return;
        }
        NO_NOTICE_GIVEN.refuseWhen(notice == Notice.NONE);
        ALREADY_CANCELLED.refuseWhen(contract.cancelledOn() != null);
        NOTICE_AFTER_TERM.refuseWhen(isOver(command.occurredAt()));

        withdrawNotice(command.occurredAt());
    }

    @CommandHandler
    void decide(ExpireLicense command) {
        if (expired
                || !command.expiredOn().equals(contract.endsOn())
                || contract.cancelledOn() != null
                || (contract.renewsItself() && notice != Notice.GIVEN)) {
            return;
        }
        NOT_YET_OVER.refuseWhen(Contract.dayOf(command.occurredAt()).isBefore(command.expiredOn()));

        apply(new LicenseExpired(
                contract.licenseId(), contract.customerId(), command.expiredOn(), command.occurredAt()));
    }

    @CommandHandler
    void decide(ContinueLicense command) {
        if (!command.termEndsOn().equals(contract.endsOn())
                || contract.cancelledOn() != null
                || !contract.renewsItself()
                || notice == Notice.GIVEN) {
            return;
        }
        NOT_YET_OVER.refuseWhen(Contract.dayOf(command.occurredAt()).isBefore(command.termEndsOn()));

        apply(contract.continued(command.occurredAt()));
    }

    /** Takes back the notice that stands, if there is one. */
    void withdrawNotice(Instant at) {
        if (notice == Notice.GIVEN) {
            apply(new NoticeWithdrawn(contract.licenseId(), contract.customerId(), at));
        }
    }

    private boolean isOver(Instant moment) {
        return !Contract.dayOf(moment).isBefore(contract.endsOn());
    }

    @EventSourcingHandler
    void evolve(RenewalWindowOpened event) {
        windows.add(event.termEndsOn());
    }

    @EventSourcingHandler
    void evolve(NoticeGiven event) {
        notice = Notice.GIVEN;
    }

    @EventSourcingHandler
    void evolve(NoticeWithdrawn event) {
        notice = Notice.WITHDRAWN;
    }

    @EventSourcingHandler
    void evolve(LicenseExpired event) {
        expired = true;
    }

    /** A new term, for which no notice has been given. */
    @EventSourcingHandler
    void evolve(LicenseRenewed event) {
        notice = Notice.NONE;
        expired = false;
    }

    /** Of the last term. */
    private enum Notice {
        NONE,
        GIVEN,
        WITHDRAWN
    }
}
