/** The command line: starts Tenure and imports into it, and says in one sentence what is wrong. */
@NullMarked
package tenure.app.cli;

import org.jspecify.annotations.NullMarked;
