/** Events as they leave the house: as CloudEvents, read in bounded pages. */
@NullMarked
package tenure.query.shared.cloudevents;

import org.jspecify.annotations.NullMarked;
