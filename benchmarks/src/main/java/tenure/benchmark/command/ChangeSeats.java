package tenure.benchmark.command;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes the seats of a license, which must be there. */
record ChangeSeats(@TargetAggregateIdentifier String license, int seats) {}
