package tenure.command.automation;

/** Where automations leave what they order. */
@FunctionalInterface
public interface Orders {
    /** Keeps an order, in the transaction of its event. One that was given before stays as it is. */
    void give(Order order);
}
