/** Events of the log, delivered to endpoints of others over HTTP by the Standard Webhooks convention. */
@NullMarked
package tenure.query.webhooks;

import org.jspecify.annotations.NullMarked;
