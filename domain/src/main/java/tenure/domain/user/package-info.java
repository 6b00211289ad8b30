/** A person at a customer who uses what was bought. */
@NullMarked
package tenure.domain.user;

import org.jspecify.annotations.NullMarked;
