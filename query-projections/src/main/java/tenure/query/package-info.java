/** Answers: what the events mean, as tables that can be thrown away and built again. */
@NullMarked
package tenure.query;

import org.jspecify.annotations.NullMarked;
