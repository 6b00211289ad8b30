package tenure.domain.customer;

import static java.util.stream.Collectors.toMap;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tenure.domain.customer.CustomerRefusal.ALREADY_CHURNED;
import static tenure.domain.customer.CustomerRefusal.CHURN_BEFORE_REGISTRATION;
import static tenure.domain.customer.CustomerRefusal.CHURN_BEFORE_WIN_BACK;
import static tenure.domain.customer.CustomerRefusal.HAS_NOT_CHURNED;
import static tenure.domain.customer.CustomerRefusal.WON_BACK_BEFORE_CHURN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerCommand.ChurnCustomer;
import tenure.domain.customer.CustomerCommand.RateCustomer;
import tenure.domain.customer.CustomerCommand.RecordExitInterview;
import tenure.domain.customer.CustomerCommand.RegisterCustomer;
import tenure.domain.customer.CustomerCommand.WinBackCustomer;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRated;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ExitInterviewed;
import tenure.domain.shared.Code;
import tenure.domain.shared.CommandRefused;

/** A company that buys, from the day it registers to the day it leaves, and again when it comes back. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class Customer {

    @AggregateIdentifier
    private CustomerId id;

    private LocalDate registeredOn;
    /** Null while it is a customer. */
    private @Nullable LocalDate churnedOn;
    /** Null when it never left, and when it left again. */
    private @Nullable LocalDate wonBackOn;
    /** What it said when it last left. */
    private @Nullable Interview interview;

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon sends it the commands that are its own
    private final CustomerProfile known = new CustomerProfile();

    /** For Axon, which fills it from its events. */
    protected Customer() {}

    @CommandHandler
    Customer(RegisterCustomer command) {
        Map<String, String> profile = command.profile().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
        apply(new CustomerRegistered(
                command.customerId().value(),
                command.name().value(),
                command.registeredOn(),
                profile,
                command.occurredAt()));
    }

    @CommandHandler
    void decide(RateCustomer command) {
        apply(new CustomerRated(
                id.value(), command.rating().value(), command.note().value(), command.occurredAt()));
    }

    @CommandHandler
    void decide(ChurnCustomer command) {
        if (command.churnedOn().equals(churnedOn)) {
            return;
        }
        ALREADY_CHURNED.refuseWhen(churnedOn != null);
        CHURN_BEFORE_REGISTRATION.refuseWhen(command.churnedOn().isBefore(registeredOn));
        CHURN_BEFORE_WIN_BACK.refuseWhen(
                wonBackOn != null && command.churnedOn().isBefore(wonBackOn));

        apply(new CustomerChurned(
                id.value(),
                command.churnedOn(),
                command.reasonCode().value(),
                command.reasonText().value(),
                command.occurredAt()));
    }

    @CommandHandler
    void decide(RecordExitInterview command) {
        HAS_NOT_CHURNED.refuseWhen(churnedOn == null);
        var wanted = new Interview(
                command.reasonCode().value(),
                command.reasons().stream().map(Code::value).toList(),
                command.text().value());
        if (wanted.equals(interview)) {
            return;
        }

        apply(new ExitInterviewed(
                id.value(), wanted.reasonCode(), wanted.reasonCodes(), wanted.text(), command.occurredAt()));
    }

    @CommandHandler
    void decide(WinBackCustomer command) {
        if (command.wonBackOn().equals(wonBackOn)) {
            return;
        }
        if (churnedOn == null) {
            throw new CommandRefused(HAS_NOT_CHURNED);
        }
        WON_BACK_BEFORE_CHURN.refuseWhen(command.wonBackOn().isBefore(churnedOn));

        apply(new CustomerWonBack(id.value(), command.wonBackOn(), command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(CustomerRegistered event) {
        id = new CustomerId(event.customerId());
        registeredOn = event.registeredOn();
    }

    @EventSourcingHandler
    void evolve(CustomerChurned event) {
        churnedOn = event.churnedOn();
        wonBackOn = null;
        interview = null;
    }

    @EventSourcingHandler
    void evolve(ExitInterviewed event) {
        interview = new Interview(event.reasonCode(), event.reasonCodes(), event.text());
    }

    @EventSourcingHandler
    void evolve(CustomerWonBack event) {
        churnedOn = null;
        wonBackOn = event.wonBackOn();
    }

    private record Interview(String reasonCode, List<String> reasonCodes, String text) {}
}
