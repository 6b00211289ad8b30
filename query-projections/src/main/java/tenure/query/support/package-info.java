/** Tickets: what they ask, at which level, how they went, and what that says of a customer. */
@NullMarked
package tenure.query.support;

import org.jspecify.annotations.NullMarked;
