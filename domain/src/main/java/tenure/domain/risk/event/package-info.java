/** What the log remembers of risk: models, flags and cases. */
@NullMarked
package tenure.domain.risk.event;

import org.jspecify.annotations.NullMarked;
