/** A made-up company with sixty customers, told as commands, so that every page has something to show. */
@NullMarked
package tenure.app.demo;

import org.jspecify.annotations.NullMarked;
