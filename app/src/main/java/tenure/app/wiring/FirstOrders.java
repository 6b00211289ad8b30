package tenure.app.wiring;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tenure.command.definitions.BuiltInDefinitions;

/** Gives the orders that every installation begins with. It is not ready for others before they are carried out. */
@Component
class FirstOrders {

    private final BuiltInDefinitions definitions;

    FirstOrders(BuiltInDefinitions definitions) {
        this.definitions = definitions;
    }

    @EventListener(ApplicationStartedEvent.class)
    void define() {
        definitions.define();
    }
}
