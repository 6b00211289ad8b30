package tenure.query.life;

import org.jspecify.annotations.Nullable;

/**
 * Makes what a view says of a customer from its life. A pure function: no clock, no chance, no sums of floating point
 * numbers.
 *
 * @param <D> what is made; never changed once it is
 */
@FunctionalInterface
public interface LifeFold<D> {

    /**
     * What the view says of the customer; null when it has nothing to say.
     *
     * @param definitions what was defined at the same position: features, courses, templates, funnels, models
     */
    @Nullable D fold(Life life, Life definitions);
}
