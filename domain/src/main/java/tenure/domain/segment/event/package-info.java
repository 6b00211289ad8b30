/** What the log remembers of segment definitions. */
@NullMarked
package tenure.domain.segment.event;

import org.jspecify.annotations.NullMarked;
