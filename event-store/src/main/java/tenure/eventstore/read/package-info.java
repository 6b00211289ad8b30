/** The read side of the log: pages of events by position, one customer's history, and the signal that there is more. */
@NullMarked
package tenure.eventstore.read;

import org.jspecify.annotations.NullMarked;
