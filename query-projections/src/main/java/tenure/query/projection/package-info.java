/** Drives projections: reads the log in pages, commits rows and position together, parks what cannot be digested. */
@NullMarked
package tenure.query.projection;

import org.jspecify.annotations.NullMarked;
