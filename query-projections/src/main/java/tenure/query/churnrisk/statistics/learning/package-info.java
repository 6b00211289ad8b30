/** A model of loss that is learned from closed windows, or refused with a reason. */
@NullMarked
package tenure.query.churnrisk.statistics.learning;

import org.jspecify.annotations.NullMarked;
