/** Ways to look at a page that people keep under a name. They are settings of people, not figures, and so no events. */
@NullMarked
package tenure.query.savedview;

import org.jspecify.annotations.NullMarked;
