/** The log of one customer, as it is. */
@NullMarked
package tenure.query.customerhistory;

import org.jspecify.annotations.NullMarked;
