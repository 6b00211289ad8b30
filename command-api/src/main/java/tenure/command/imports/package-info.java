/** Files of other systems, read row by row into commands. */
@NullMarked
package tenure.command.imports;

import org.jspecify.annotations.NullMarked;
