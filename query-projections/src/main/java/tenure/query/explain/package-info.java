/** The events behind every figure. */
@NullMarked
package tenure.query.explain;

import org.jspecify.annotations.NullMarked;
