/** Who uses the product how regularly, how far and how widely, and who stops. */
@NullMarked
package tenure.query.engagement;

import org.jspecify.annotations.NullMarked;
