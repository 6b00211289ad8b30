/** Serves the pages, and turns whatever no controller answers into a page or a problem. */
@NullMarked
package tenure.app.web;

import org.jspecify.annotations.NullMarked;
