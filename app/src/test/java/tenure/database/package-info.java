/** Tenure's own PostgreSQL, as real processes. */
@NullMarked
package tenure.database;

import org.jspecify.annotations.NullMarked;
