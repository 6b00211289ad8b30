/** What strangers and wrong requests get, over real HTTP. */
@NullMarked
package tenure.security;

import org.jspecify.annotations.NullMarked;
