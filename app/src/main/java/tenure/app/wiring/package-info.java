/** Wires the parts: database, log, Axon, and what one side needs to know of another. */
@NullMarked
package tenure.app.wiring;

import org.jspecify.annotations.NullMarked;
