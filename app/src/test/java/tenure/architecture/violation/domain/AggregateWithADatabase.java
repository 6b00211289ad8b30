package tenure.architecture.violation.domain;

import java.sql.Connection;
import org.axonframework.eventsourcing.EventSourcingHandler;
import tenure.architecture.violation.query.one.WidgetController;

/** Holds a connection and a controller, and applies its events in a method of any name. */
public class AggregateWithADatabase {

    Connection connection;
    WidgetController controller;

    @EventSourcingHandler
    void applied(String event) {}
}
