/** The one door for commands over HTTP, and its description. */
@NullMarked
package tenure.command.http;

import org.jspecify.annotations.NullMarked;
