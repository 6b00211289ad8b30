/** Keeps what Axon's processors could not handle, by customer and in order, until it is tried again or discarded. */
@NullMarked
package tenure.eventstore.deadletter;

import org.jspecify.annotations.NullMarked;
