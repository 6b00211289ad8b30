/** Courses that are offered, and which of them each user is to take, has begun and has completed. */
@NullMarked
package tenure.domain.training;

import org.jspecify.annotations.NullMarked;
