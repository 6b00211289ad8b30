/** Shows how far each projection is and what it could not digest. */
@NullMarked
package tenure.query.operations;

import org.jspecify.annotations.NullMarked;
