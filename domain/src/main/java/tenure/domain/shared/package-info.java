/** What every subject of the domain is written with: refusals, facts, checked values and the names of events. */
@NullMarked
package tenure.domain.shared;

import org.jspecify.annotations.NullMarked;
