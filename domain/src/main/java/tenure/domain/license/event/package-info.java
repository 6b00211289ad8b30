/** What the log remembers of a license. */
@NullMarked
package tenure.domain.license.event;

import org.jspecify.annotations.NullMarked;
