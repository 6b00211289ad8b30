/** How fast a running Tenure answers questions over a long log, beside the same questions put to the log in SQL. */
@NullMarked
package tenure.benchmark.read;

import org.jspecify.annotations.NullMarked;
