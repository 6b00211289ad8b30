/** Keeps strangers out of a Tenure that asks for no password: loopback only, known hosts, same-origin pages. */
@NullMarked
package tenure.app.security;

import org.jspecify.annotations.NullMarked;
