/** Runs PostgreSQL for whoever has none: unpacked, set up durably and stopped by Tenure itself. */
@NullMarked
package tenure.app.database;

import org.jspecify.annotations.NullMarked;
