/** What happens by itself: events that lead to commands, at once or when a day has come. */
@NullMarked
package tenure.command.automation;

import org.jspecify.annotations.NullMarked;
