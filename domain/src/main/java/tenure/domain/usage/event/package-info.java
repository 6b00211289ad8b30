/** What the log remembers of usage. */
@NullMarked
package tenure.domain.usage.event;

import org.jspecify.annotations.NullMarked;
