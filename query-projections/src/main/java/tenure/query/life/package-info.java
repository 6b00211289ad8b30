/** Every customer's life in one place: its events, packed, so that a view can be folded from them at any standpoint. */
@NullMarked
package tenure.query.life;

import org.jspecify.annotations.NullMarked;
