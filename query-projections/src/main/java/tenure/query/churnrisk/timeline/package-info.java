/** The risk of one customer, day by day, and what changed between two days. */
@NullMarked
package tenure.query.churnrisk.timeline;

import org.jspecify.annotations.NullMarked;
