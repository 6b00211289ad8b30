/** The door for programs that speak to Segment: their calls become commands. */
@NullMarked
package tenure.command.segment;

import org.jspecify.annotations.NullMarked;
