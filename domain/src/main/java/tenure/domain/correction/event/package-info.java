/** What the log remembers of corrections. */
@NullMarked
package tenure.domain.correction.event;

import org.jspecify.annotations.NullMarked;
