package tenure.domain.customer;

import static java.util.stream.Collectors.toMap;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tenure.domain.customer.CustomerRefusal.ALREADY_CHURNED;
import static tenure.domain.customer.CustomerRefusal.CHURN_BEFORE_REGISTRATION;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerCommand.ChurnCustomer;
import tenure.domain.customer.CustomerCommand.RegisterCustomer;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;

/** A company that buys, from the day it registers to the day it leaves. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class Customer {

    @AggregateIdentifier
    private CustomerId id;

    private LocalDate registeredOn;
    private @Nullable LocalDate churnedOn;

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
    void decide(ChurnCustomer command) {
        if (command.churnedOn().equals(churnedOn)) {
            return;
        }
        ALREADY_CHURNED.refuseWhen(churnedOn != null);
        CHURN_BEFORE_REGISTRATION.refuseWhen(command.churnedOn().isBefore(registeredOn));

        apply(new CustomerChurned(
                id.value(),
                command.churnedOn(),
                command.reasonCode().value(),
                command.reasonText().value(),
                command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(CustomerRegistered event) {
        id = new CustomerId(event.customerId());
        registeredOn = event.registeredOn();
    }

    @EventSourcingHandler
    void evolve(CustomerChurned event) {
        churnedOn = event.churnedOn();
    }
}
