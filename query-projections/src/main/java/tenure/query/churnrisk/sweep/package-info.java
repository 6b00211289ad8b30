/** A customer's life, swept day by day: what was known at the end of each, kept up as the days pass. */
@NullMarked
package tenure.query.churnrisk.sweep;

import org.jspecify.annotations.NullMarked;
