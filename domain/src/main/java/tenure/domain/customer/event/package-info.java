/** What the log remembers of a customer. */
@NullMarked
package tenure.domain.customer.event;

import org.jspecify.annotations.NullMarked;
