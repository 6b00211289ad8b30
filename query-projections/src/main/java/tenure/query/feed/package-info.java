/** The log as a feed of CloudEvents: in pages for those who ask, as a stream for those who listen. */
@NullMarked
package tenure.query.feed;

import org.jspecify.annotations.NullMarked;
