package tenure.architecture.violation.query.one;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.architecture.violation.command.CommandThatReadsAView;
import tenure.architecture.violation.domain.AggregateWithADatabase;
import tenure.architecture.violation.eventstore.StoreThatKnowsEvents;
import tenure.architecture.violation.query.two.ClockProjection;

/** Sees everything that an answer must not see. */
public class WidgetController {
    CommandGateway gateway;
    JdbcClient jdbc;
    CommandThatReadsAView command;
    AggregateWithADatabase aggregate;
    StoreThatKnowsEvents store;
    ClockProjection neighbour;
}
