/** What the log remembers of onboardings and their templates. */
@NullMarked
package tenure.domain.onboarding.event;

import org.jspecify.annotations.NullMarked;
