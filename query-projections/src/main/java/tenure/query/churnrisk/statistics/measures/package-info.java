/** How good scores and flags are, with intervals. */
@NullMarked
package tenure.query.churnrisk.statistics.measures;

import org.jspecify.annotations.NullMarked;
