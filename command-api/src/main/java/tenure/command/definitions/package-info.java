/** Definitions that the product brings along, sent as commands like any other. */
@NullMarked
package tenure.command.definitions;

import org.jspecify.annotations.NullMarked;
