/** A contract for a number of seats of a product over terms that follow each other. */
@NullMarked
package tenure.domain.license;

import org.jspecify.annotations.NullMarked;
