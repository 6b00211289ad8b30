/** The command line, as real processes. */
@NullMarked
package tenure.cli;

import org.jspecify.annotations.NullMarked;
