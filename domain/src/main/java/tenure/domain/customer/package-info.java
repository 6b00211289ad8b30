/** The company that buys: how it is registered and how it leaves. */
@NullMarked
package tenure.domain.customer;

import org.jspecify.annotations.NullMarked;
