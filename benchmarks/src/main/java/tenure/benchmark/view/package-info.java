/** What is built from the log, and the loops that feed it. */
@NullMarked
package tenure.benchmark.view;

import org.jspecify.annotations.NullMarked;
