/** Builds a view anew beside the one that answers, and puts it in its place when it has caught up. */
@NullMarked
package tenure.query.projection.shadow;

import org.jspecify.annotations.NullMarked;
