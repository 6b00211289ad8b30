/** The door for usage that comes in masses. */
@NullMarked
package tenure.command.usage;

import org.jspecify.annotations.NullMarked;
