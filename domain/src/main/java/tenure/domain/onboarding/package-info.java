/** The first weeks with a license: plans of tasks with due days, and the templates they are made from. */
@NullMarked
package tenure.domain.onboarding;

import org.jspecify.annotations.NullMarked;
