/** Asks: takes commands from every door, sees to keys, versions and races, and tells what was recorded. */
@NullMarked
package tenure.command;

import org.jspecify.annotations.NullMarked;
