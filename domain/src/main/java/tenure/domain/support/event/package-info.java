/** What the log remembers of support tickets. */
@NullMarked
package tenure.domain.support.event;

import org.jspecify.annotations.NullMarked;
