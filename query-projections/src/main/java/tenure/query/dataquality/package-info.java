/** Where the log contradicts itself. */
@NullMarked
package tenure.query.dataquality;

import org.jspecify.annotations.NullMarked;
