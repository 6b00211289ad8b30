/** What the log remembers of courses and trainings. */
@NullMarked
package tenure.domain.training.event;

import org.jspecify.annotations.NullMarked;
