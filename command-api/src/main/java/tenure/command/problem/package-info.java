/** What is answered when something is not done, in one shape for every door. */
@NullMarked
package tenure.command.problem;

import org.jspecify.annotations.NullMarked;
