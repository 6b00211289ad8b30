package tenure.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import tenure.command.problem.ProblemException;
import tenure.domain.customer.CustomerId;
import tenure.domain.license.LicenseCommand.ContinueLicense;
import tenure.domain.license.LicenseCommand.RenewLicense;
import tenure.domain.license.LicenseCommand.SellLicense;
import tenure.domain.license.LicenseId;
import tenure.domain.shared.NamesCourse;
import tenure.domain.shared.NamesCustomer;
import tenure.domain.shared.NamesLicense;
import tenure.domain.shared.NamesUser;
import tenure.domain.shared.OfOneCustomer;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserReactivated;

/** Refuses a decision for what it names besides the aggregate that it is sent to. */
final class NamedParties {

    private final KnownParties parties;

    NamedParties(KnownParties parties) {
        this.parties = parties;
    }

    void check(Object command) {
        mustBeKnown(command);
        if (command instanceof OfOneCustomer naming) {
            mustBelongTogether(naming);
        }
        if (command instanceof NamesUser naming) {
            mustBeThere(naming);
        }
        mustNotHaveLeft(command);
    }

    private void mustBeKnown(Object command) {
        if (command instanceof NamesCustomer naming && !parties.isKnown(naming.customerId())) {
            throw ProblemException.refused(
                    "UNKNOWN_CUSTOMER", "No such customer has been registered; register it first.");
        }
        if (command instanceof NamesLicense naming && naming.licenseId() != null && !isSold(naming.licenseId())) {
            throw ProblemException.refused("UNKNOWN_LICENSE", "No such license has been sold; sell it first.");
        }
        if (command instanceof NamesUser naming && !parties.isKnown(naming.userId())) {
            throw ProblemException.refused("UNKNOWN_USER", "No such user has been invited; invite the user first.");
        }
        if (command instanceof NamesCourse naming && !parties.isKnown(naming.courseId())) {
            throw ProblemException.refused("UNKNOWN_COURSE", "No such course has been published; publish it first.");
        }
    }

    private boolean isSold(LicenseId license) {
        return parties.versionOf(license.toString()).isPresent();
    }

    /** Who is not known yet is not in the way; whether that is refused, others decide. */
    private void mustBelongTogether(OfOneCustomer naming) {
        CustomerId told = naming.ofCustomer();
        if (naming.parties().size() + (told == null ? 0 : 1) < 2) {
            return;
        }
        TreeMap<String, CustomerId> customers = new TreeMap<>(parties.customersOf(naming.parties()));
        for (var party : customers.entrySet()) {
            CustomerId other = told == null ? customers.firstEntry().getValue() : told;
            if (!party.getValue().equals(other)) {
                throw ProblemException.refused(
                        "BELONGS_TO_ANOTHER_CUSTOMER",
                        "%s belongs to %s and not to %s; name only what belongs to one customer."
                                .formatted(party.getKey(), party.getValue().value(), other.value()));
            }
        }
    }

    /** By what was so at the moment it is about, so that it does not matter when it is sent. */
    private void mustBeThere(NamesUser naming) {
        boolean deactivated = false;
        Instant since = Instant.MIN;
        for (Object event : parties.eventsOf(naming.userId().toString())) {
            if (event instanceof UserErased) {
                throw ProblemException.refused("ERASED", "The user has been erased for good; name another one.");
            }
            Instant changedAt = switch (event) {
                case UserDeactivated gone -> gone.occurredAt();
                case UserReactivated back -> back.occurredAt();
                default -> Instant.MAX;
            };
            if (!changedAt.isAfter(naming.occurredAt()) && !changedAt.isBefore(since)) {
                deactivated = event instanceof UserDeactivated;
                since = changedAt;
            }
        }
        if (deactivated) {
            throw ProblemException.refused(
                    "DEACTIVATED", "The user was deactivated by then; reactivate the user first.");
        }
    }

    private void mustNotHaveLeft(Object command) {
        switch (command) {
            case SellLicense sale ->
                mustNotHaveLeft(
                        Optional.of(sale.customerId()),
                        absence -> !absence.isOver() && absence.covers(sale.startsOn()),
                        "sell a term that starts before");
            case RenewLicense renewal ->
                mustNotHaveLeft(
                        customerOf(renewal.licenseId()),
                        absence -> !absence.isOver() && absence.covers(renewal.startsOn()),
                        "renew for a term that starts before");
            // Nobody chose the day, and it may be sent when the customer is back already.
            case ContinueLicense next ->
                mustNotHaveLeft(
                        customerOf(next.licenseId()),
                        absence -> absence.covers(next.termEndsOn()),
                        "then use renew-license");
            default -> {}
        }
    }

    private Optional<CustomerId> customerOf(LicenseId license) {
        String stream = license.toString();
        return Optional.ofNullable(parties.customersOf(List.of(stream)).get(stream));
    }

    private void mustNotHaveLeft(Optional<CustomerId> customer, Predicate<Absence> forbids, String otherwise) {
        customer.map(known -> Absence.in(parties.eventsOf(known.toString()))).orElse(List.of()).stream()
                .filter(forbids)
                .map(Absence::from)
                .max(LocalDate::compareTo)
                .ifPresent(left -> {
                    throw ProblemException.refused(
                            "CUSTOMER_HAS_CHURNED",
                            "The customer left on %s; win it back first, or %s.".formatted(left, otherwise));
                });
    }
}
