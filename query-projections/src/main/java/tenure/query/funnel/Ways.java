package tenure.query.funnel;

import java.util.List;
import java.util.function.Consumer;

/** Everybody's way through a funnel, some customers at a time, so that a funnel of any size needs little memory. */
interface Ways {

    /** Customers that are looked at together. */
    int AT_A_TIME = 200;

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

    /** Gives the ways of those who entered, in the order of the ids of their customers. To be called in a transaction. */
    void each(Consumer<List<Way>> receiver);

    /** Cuts a list into parts that are looked at together. */
    static <E> void inParts(List<E> all, Consumer<List<E>> receiver) {
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            receiver.accept(all.subList(from, Math.min(all.size(), from + AT_A_TIME)));
        }
    }
}
