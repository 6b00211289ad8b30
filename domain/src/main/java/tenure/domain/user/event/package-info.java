/** What the log remembers of a user. */
@NullMarked
package tenure.domain.user.event;

import org.jspecify.annotations.NullMarked;
