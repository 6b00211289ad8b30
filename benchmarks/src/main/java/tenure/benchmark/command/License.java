package tenure.benchmark.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.benchmark.event.Samples;
import tenure.benchmark.event.SeatsChanged;

/** The least of an aggregate: one decision, one number. */
class License {

    @AggregateIdentifier
    private @Nullable String id;

    private int seats;

    /** For Axon, which fills it with its events. */
    License() {}

    @CommandHandler
    License(OpenLicense command) {
        apply(Samples.change(command.license(), command.seats()));
    }

    @CommandHandler
    void handle(ChangeSeats command) {
        if (command.seats() == seats) {
            throw new IllegalStateException("There are as many seats already.");
        }
        apply(Samples.change(Objects.requireNonNull(id), command.seats()));
    }

    @EventSourcingHandler
    void on(SeatsChanged event) {
        id = event.licenseId();
        seats = event.seats();
    }
}
