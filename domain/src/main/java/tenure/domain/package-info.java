/** Decides: the aggregates of the customer lifecycle, what can be asked of them and what they record. */
@NullMarked
package tenure.domain;

import org.jspecify.annotations.NullMarked;
