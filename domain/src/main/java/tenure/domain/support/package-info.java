/** Support tickets: recorded as the help desk reports them, not decided. */
@NullMarked
package tenure.domain.support;

import org.jspecify.annotations.NullMarked;
