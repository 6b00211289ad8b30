/** Which commands there are, and how one is read strictly from JSON. */
@NullMarked
package tenure.command.catalogue;

import org.jspecify.annotations.NullMarked;
