/** What goes with loss, signal by signal, and how customers fared that were worked on: association, not cause. */
@NullMarked
package tenure.query.churnrisk.statistics.drivers;

import org.jspecify.annotations.NullMarked;
