package tenure.query.funnel;

import java.util.List;
import java.util.function.Consumer;

/** Everybody's way through a funnel. */
interface Ways {

    /**
     * A step as it is shown.
     *
     * @param rule what is counted, in one line
     */
    record Step(String name, String rule, boolean optional) {}

    String name();

    /** The entry and the steps after it. */
    List<Step> steps();

    FunnelQuestion.Unit unit();

    FunnelQuestion.Order order();

    /**
     * Gives the way of each that entered, in the order of the ids of their customers. It is the same object every time. To
     * be called in a transaction.
     */
    void each(Consumer<Way> receiver);
}
