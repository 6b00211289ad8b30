package tenure.command.automation;

import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;

/** The event that led to an order. */
record Cause(String eventId, String correlationId) {

    static Cause of(EventMessage<?> event) {
        var correlation = event.getMetaData().get("correlationId");
        return new Cause(event.getIdentifier(), Objects.toString(correlation, event.getIdentifier()));
    }
}
