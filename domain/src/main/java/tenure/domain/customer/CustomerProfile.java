package tenure.domain.customer;

import static java.util.stream.Collectors.toMap;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerCommand.AssignOwner;
import tenure.domain.customer.CustomerCommand.ChangeProfile;
import tenure.domain.customer.CustomerCommand.DefineAudience;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.OwnerAssigned;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.shared.Code;

/** What is known about a {@link Customer}: its name and profile, who looks after it, and who is meant to use the product. */
@SuppressWarnings("NullAway.Init") // filled by the registration, like the customer that it belongs to
class CustomerProfile {

    private String customerId;
    private String name;
    private @Nullable String owner;
    private Map<String, Integer> departments = Map.of();
    private final Map<String, String> profile = new HashMap<>();

    @CommandHandler
    void decide(ChangeProfile command) {
        String newName = command.name() == null || command.name().value().equals(name)
                ? null
                : command.name().value();
        Map<String, String> changed = command.profile().entrySet().stream()
                .filter(entry -> !entry.getValue().value().equals(profile.get(entry.getKey())))
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
        List<String> removed = command.remove().stream()
                .map(Code::value)
                .filter(profile::containsKey)
                .distinct()
                .toList();
        if (newName == null && changed.isEmpty() && removed.isEmpty()) {
            return;
        }

        apply(new ProfileChanged(customerId, newName, changed, removed, command.occurredAt()));
    }

    @CommandHandler
    void decide(AssignOwner command) {
        if (command.owner().value().equals(owner)) {
            return;
        }

        apply(new OwnerAssigned(customerId, command.owner().value(), command.occurredAt()));
    }

    @CommandHandler
    void decide(DefineAudience command) {
        Map<String, Integer> wanted = command.departments().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
        if (wanted.equals(departments)) {
            return;
        }

        apply(new AudienceDefined(customerId, wanted, command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(CustomerRegistered event) {
        customerId = event.customerId();
        name = event.name();
        profile.putAll(event.profile());
    }

    @EventSourcingHandler
    void evolve(ProfileChanged event) {
        if (event.name() != null) {
            name = event.name();
        }
        profile.putAll(event.profile());
        event.removed().forEach(profile::remove);
    }

    @EventSourcingHandler
    void evolve(OwnerAssigned event) {
        owner = event.owner();
    }

    @EventSourcingHandler
    void evolve(AudienceDefined event) {
        departments = event.departments();
    }
}
