/** What the log remembers of funnel definitions. */
@NullMarked
package tenure.domain.funnel.event;

import org.jspecify.annotations.NullMarked;
